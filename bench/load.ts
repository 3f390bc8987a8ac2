/**
 * The load test: peak throughput of the gateway, memory during one minute at the peak, goodput at five times the
 * peak.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { drive, type LoadOptions, type LoadResult } from './load/drive';
import { startLoadEnvironment, type LoadEnvironment } from './load/environment';
import { processorSeconds, residentMemory } from './resource-usage';
import { table } from './table';
import { progress, runProgram } from './run';

const RESULTS_FILE = join(__dirname, '../../bench/LOAD.md');

const CONNECTIONS = [8, 16, 32, 64, 128];
const OVERLOAD_FACTOR = 5;

/** Durations in seconds. */
const FULL = { probe: 5, endurance: 60, overload: 20 };
const QUICK = { probe: 2, endurance: 8, overload: 5 };

const MAX_MEMORY_MIB = 350;
/** The minimum goodput under overload, as a share of the peak. */
const MIN_GOODPUT = 0.8;

async function main(args: readonly string[]): Promise<void> {
  const seconds = args.includes('--quick') ? QUICK : FULL;
  const environment = await startLoadEnvironment();
  try {
    await measure(environment, { connections: 8, seconds: seconds.probe });
    const probes: MeasuredLoad[] = [];
    for (const connections of CONNECTIONS) {
      progress(`${connections} connections`);
      probes.push(await measure(environment, { connections, seconds: seconds.probe }));
    }
    const peak = probes.reduce((best, each) => (each.goodput > best.goodput ? each : best));
    progress(`${peak.connections} connections for ${seconds.endurance} seconds`);
    const resident: number[] = [];
    const watch = setInterval(() => resident.push(residentMemory(environment.gateway.pid)), 1_000);
    const endurance = await measure(environment, {
      connections: peak.connections,
      seconds: seconds.endurance,
    });
    clearInterval(watch);
    progress(`${OVERLOAD_FACTOR} times the peak`);
    const overload = await measure(environment, {
      connections: Math.max(500, OVERLOAD_FACTOR * peak.connections),
      seconds: seconds.overload,
      rate: Math.round(OVERLOAD_FACTOR * peak.goodput),
    });
    const after = await measure(environment, { connections: peak.connections, seconds: seconds.probe });
    const text = report({ probes, peak, endurance, resident, overload, after });
    process.stdout.write(text);
    if (args.includes('--write')) writeFileSync(RESULTS_FILE, text);
  } finally {
    await environment.close();
  }
}

/** The result of one load, and the CPU usage of the gateway during it (1 is one core). */
interface MeasuredLoad extends LoadResult {
  readonly cpu: number;
}

async function measure(environment: LoadEnvironment, options: LoadOptions): Promise<MeasuredLoad> {
  const before = processorSeconds(environment.gateway.pid);
  const result = await drive(environment.url, options);
  return { ...result, cpu: (processorSeconds(environment.gateway.pid) - before) / options.seconds };
}

interface LoadResults {
  readonly probes: readonly MeasuredLoad[];
  readonly peak: MeasuredLoad;
  readonly endurance: MeasuredLoad;
  /** Resident memory of the gateway in MiB, once per second of the endurance run. */
  readonly resident: readonly number[];
  readonly overload: MeasuredLoad;
  readonly after: MeasuredLoad;
}

function report({ probes, peak, endurance, resident, overload, after }: LoadResults): string {
  const at = (share: number) => resident[Math.round(share * (resident.length - 1))] ?? Number.NaN;
  const maxMemory = Math.max(...resident);
  const goodputShare = overload.goodput / peak.goodput;
  const isFlat = at(1) <= 1.1 * at(0.5);
  const lines = [
    [
      'Memory during one minute at the peak',
      `at most ${MAX_MEMORY_MIB} MiB`,
      `${maxMemory.toFixed(0)} MiB`,
      maxMemory <= MAX_MEMORY_MIB,
    ],
    [
      'Memory growth (start, middle, end)',
      'end at most 10 % above the middle',
      `${[at(0), at(0.5), at(1)].map((size) => size.toFixed(0)).join(', ')} MiB`,
      isFlat,
    ],
    [
      `Goodput under ${OVERLOAD_FACTOR} times the peak`,
      `at least ${MIN_GOODPUT * 100} % of the peak`,
      `${(100 * goodputShare).toFixed(0)} %`,
      goodputShare >= MIN_GOODPUT,
    ],
  ] as const;
  const runs = [
    ...probes.map((each) => ['peak', each] as const),
    ['endurance', endurance] as const,
    ['overload', overload] as const,
    ['after overload', after] as const,
  ];
  return [
    '# Load',
    '',
    `\`npm run bench:load -- --write\`, ${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}).`,
    'The gateway, the emulator (20 ms per AWS call) and the clients share this machine. Compare the ratios: the absolute',
    'values depend on the machine.',
    '',
    table(
      ['metric', 'goal', 'measured', 'met'],
      lines.map(([metric, goal, measured, isMet]) => [metric, goal, measured, isMet ? 'yes' : 'no']),
      4,
    ),
    '',
    table(
      ['run', 'connections', 'offered/s', 'goodput/s', 'shed/s', 'CPU', 'failed', 'p50 ms', 'p99 ms'],
      runs.map(([name, run]) => [
        name,
        String(run.connections),
        run.rate === undefined ? 'unlimited' : String(run.rate),
        run.goodput.toFixed(0),
        run.shed.toFixed(0),
        `${(100 * run.cpu).toFixed(0)} %`,
        String(run.failed),
        run.p50.toFixed(0),
        run.p99.toFixed(0),
      ]),
      1,
    ),
    '',
  ].join('\n');
}

runProgram(() => main(process.argv.slice(2)));
