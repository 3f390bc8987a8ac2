/** The load test: how much the gateway takes, what a minute of that does to its memory, and what is left of it under five times as much. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { drive, type Drive, type Driven } from './load/drive';
import { startLoadEnvironment, type LoadEnvironment } from './load/environment';
import { processorSeconds, residentMemory } from './resource-usage';
import { table } from './table';

const RESULTS_FILE = join(__dirname, '../../bench/LOAD.md');

const CONNECTIONS = [8, 16, 32, 64, 128];
const OVERLOAD = 5;

/** Seconds. */
const FULL = { probe: 5, endurance: 60, overload: 20 };
const QUICK = { probe: 2, endurance: 8, overload: 5 };

/** MiB. */
const MEMORY_REACH = 350;
const GOODPUT_REACH = 0.8;

async function main(args: readonly string[]): Promise<void> {
  const seconds = args.includes('--quick') ? QUICK : FULL;
  const environment = await startLoadEnvironment();
  try {
    await measured(environment, { connections: 8, seconds: seconds.probe });
    const probes: Measured[] = [];
    for (const connections of CONNECTIONS) {
      progress(`${connections} connections`);
      probes.push(await measured(environment, { connections, seconds: seconds.probe }));
    }
    const peak = probes.reduce((best, each) => (each.goodput > best.goodput ? each : best));
    progress(`${seconds.endurance} seconds of ${peak.connections} connections`);
    const resident: number[] = [];
    const watch = setInterval(() => resident.push(residentMemory(environment.pid)), 1_000);
    const endurance = await measured(environment, {
      connections: peak.connections,
      seconds: seconds.endurance,
    });
    clearInterval(watch);
    progress(`${OVERLOAD} times as much`);
    const overload = await measured(environment, {
      connections: Math.max(500, OVERLOAD * peak.connections),
      seconds: seconds.overload,
      rate: Math.round(OVERLOAD * peak.goodput),
    });
    const after = await measured(environment, { connections: peak.connections, seconds: seconds.probe });
    const text = report({ probes, peak, endurance, resident, overload, after });
    process.stdout.write(text);
    if (args.includes('--write')) writeFileSync(RESULTS_FILE, text);
  } finally {
    await environment.close();
  }
}

/** How it went, and which share of a processor the gateway had meanwhile. */
interface Measured extends Driven {
  readonly processor: number;
}

async function measured(environment: LoadEnvironment, how: Drive): Promise<Measured> {
  const before = processorSeconds(environment.pid);
  const driven = await drive(environment.url, how);
  return { ...driven, processor: (processorSeconds(environment.pid) - before) / how.seconds };
}

interface LoadResults {
  readonly probes: readonly Measured[];
  readonly peak: Measured;
  readonly endurance: Measured;
  readonly resident: readonly number[];
  readonly overload: Measured;
  readonly after: Measured;
}

function report({ probes, peak, endurance, resident, overload, after }: LoadResults): string {
  const at = (share: number) => resident[Math.round(share * (resident.length - 1))] ?? Number.NaN;
  const most = Math.max(...resident);
  const kept = overload.goodput / peak.goodput;
  const flat = at(1) <= 1.1 * at(0.5);
  const lines = [
    [
      'Memory in a minute at the peak',
      `at most ${MEMORY_REACH} MiB`,
      `${most.toFixed(0)} MiB`,
      most <= MEMORY_REACH,
    ],
    [
      'Its growth',
      'end at most 10 % above the middle',
      `${[at(0), at(0.5), at(1)].map((size) => size.toFixed(0)).join(', ')} MiB`,
      flat,
    ],
    [
      `Goodput under ${OVERLOAD} times the peak`,
      `at least ${GOODPUT_REACH * 100} % of the peak`,
      `${(100 * kept).toFixed(0)} %`,
      kept >= GOODPUT_REACH,
    ],
  ] as const;
  const runs = [
    ...probes.map((each) => ['peak', each] as const),
    ['endurance', endurance] as const,
    ['overload', overload] as const,
    ['afterwards', after] as const,
  ];
  return [
    '# Load',
    '',
    `\`npm run bench:load -- --write\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}),`,
    'which the gateway, the emulator of AWS (20 ms a call) and the clients share. Read the ratios: the figures are the machine’s.',
    '',
    table(
      ['reach', 'wanted', 'measured', 'reached'],
      lines.map(([name, wanted, measured, reached]) => [name, wanted, measured, reached ? 'yes' : 'no']),
      4,
    ),
    '',
    table(
      ['run', 'connections', 'offered/s', 'answered/s', 'shed/s', 'processor', 'failed', 'p50 ms', 'p99 ms'],
      runs.map(([name, run]) => [
        name,
        String(run.connections),
        run.rate === undefined ? 'all they can' : String(run.rate),
        run.goodput.toFixed(0),
        run.shed.toFixed(0),
        `${(100 * run.processor).toFixed(0)} %`,
        String(run.failed),
        run.p50.toFixed(0),
        run.p99.toFixed(0),
      ]),
      1,
    ),
    '',
  ].join('\n');
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
