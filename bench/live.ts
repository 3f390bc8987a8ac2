/** The live benchmark: a thousand subscribers of one gateway, and the time until they have an event. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Emulator } from './emulator';
import { changeJobs } from './live/changes';
import { subscriptions } from './live/documents';
import { Subscriber } from './live/subscriber';
import { liveVariables } from './live-variables';
import { startProgram } from './program';
import { processorSeconds, residentMemory } from './resource-usage';
import { progress, runProgram } from './run';
import { table } from './table';

const RESULTS_FILE = join(__dirname, '../../bench/LIVE.md');

const JOBS = 40;
const DOCUMENTS = 20;
const EVENTS_PER_SECOND = 20;
const FULL = { subscribers: 1_000, seconds: 60 };
const QUICK = { subscribers: 200, seconds: 10 };
/** Subscribers that connect at the same time. */
const CONNECTS = 20;

const GOALS = { lonely: 100, p99: 1_000, memoryMib: 450, loopMs: 50 };

interface Run {
  readonly subscribers: number;
  readonly delays: readonly number[];
  readonly durations: readonly number[];
  /** Events that a subscriber did not get, got twice or out of order. */
  readonly wrong: number;
  readonly gaps: number;
  readonly calls: number;
  readonly memoryMib: number;
  readonly loopMs: number;
  readonly cpu: number;
}

async function main(args: readonly string[]): Promise<void> {
  const { subscribers, seconds } = args.includes('--quick') ? QUICK : FULL;
  const runs: Run[] = [];
  for (const count of [1, subscribers]) {
    progress(`${count} subscribers for ${seconds} seconds`);
    runs.push(await measure(count, seconds));
  }
  const text = report(runs, seconds);
  process.stdout.write(text);
  if (args.includes('--write')) writeFileSync(RESULTS_FILE, text);
}

/** A new gateway and emulator for each run. */
async function measure(count: number, seconds: number): Promise<Run> {
  const emulator = await Emulator.start({ jobs: 0, members: 0, cases: 0 });
  const gateway = await startProgram(join(__dirname, '../src/main.js'), {
    ...liveVariables(emulator.url),
    AWS_REGION: 'us-east-1',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    HISTORY: 'listening',
    MAX_STREAMS: '2000',
    MAX_STREAMS_PER_CALLER: '2000',
    MAX_CONNECTIONS_PER_ADDRESS: '2000',
  });
  const subscribers: Subscriber[] = [];
  try {
    const url = `${gateway.url}/graphql`;
    const ids = await emulator.putRunningJobs(JOBS);
    const documents = subscriptions(DOCUMENTS);
    while (subscribers.length < count) {
      const next = Array.from({ length: Math.min(CONNECTS, count - subscribers.length) }, (_each, index) =>
        Subscriber.open(gateway.url, documents[(subscribers.length + index) % DOCUMENTS] ?? ''),
      );
      subscribers.push(...(await Promise.all(next)));
    }
    await delay(1_000);
    await emulator.clearCalls();
    await gateway.watchLoop();
    const before = processorSeconds(gateway.pid);
    const resident: number[] = [];
    const watch = setInterval(() => resident.push(residentMemory(gateway.pid)), 500);
    const durations = await changeJobs(url, ids, EVENTS_PER_SECOND, seconds);
    await delay(2_000);
    clearInterval(watch);
    const cpu = (processorSeconds(gateway.pid) - before) / (seconds + 2);
    const loop = await gateway.loopDelay();
    const counts = await emulator.countCalls();
    const events = EVENTS_PER_SECOND * seconds;
    return {
      subscribers: count,
      delays: subscribers.flatMap(({ delays }) => delays).sort((a, b) => a - b),
      durations: [...durations].sort((a, b) => a - b),
      wrong: subscribers.reduce((sum, { positions }) => sum + wrongIn(positions, events), 0),
      gaps: subscribers.reduce((sum, { gaps }) => sum + gaps, 0),
      calls: Object.values(counts).reduce((sum, calls) => sum + calls, 0),
      memoryMib: Math.max(...resident),
      loopMs: loop.p99,
      cpu,
    };
  } finally {
    for (const subscriber of subscribers) subscriber.close();
    await gateway.stop();
    await emulator.stop();
  }
}

/** The events that are missing, repeated or out of order. */
function wrongIn(positions: readonly number[], events: number): number {
  const misplaced = positions.filter((position, index) => position <= (positions[index - 1] ?? 0)).length;
  return misplaced + Math.abs(events - positions.length);
}

function report([one, many]: readonly Run[], seconds: number): string {
  if (one === undefined || many === undefined) throw new Error('There are fewer than two runs.');
  const p95 = quantile(one.delays, 0.95);
  const p99 = quantile(many.delays, 0.99);
  const rows = [
    [
      'Change through the gateway to the event, one subscriber, p95',
      `at most ${GOALS.lonely} ms`,
      `${p95} ms`,
      p95 <= GOALS.lonely,
    ],
    [
      'Events missing, repeated or out of order',
      '0',
      `${one.wrong + many.wrong}`,
      one.wrong + many.wrong === 0,
    ],
    ['Gaps', '0', `${one.gaps + many.gaps}`, one.gaps + many.gaps === 0],
    [
      `Delay with ${many.subscribers} subscribers, p99`,
      `at most ${GOALS.p99} ms`,
      `${p99} ms`,
      p99 <= GOALS.p99,
    ],
    [
      'Memory (RSS)',
      `at most ${GOALS.memoryMib} MiB`,
      `${many.memoryMib.toFixed(0)} MiB`,
      many.memoryMib <= GOALS.memoryMib,
    ],
    [
      'Event loop delay, p99',
      `at most ${GOALS.loopMs} ms`,
      `${many.loopMs.toFixed(0)} ms`,
      many.loopMs <= GOALS.loopMs,
    ],
  ] as const;
  const runs = [one, many].map(({ subscribers, delays, durations, calls, memoryMib, loopMs, cpu }) => [
    String(subscribers),
    String(delays.length),
    String(quantile(delays, 0.5)),
    String(quantile(delays, 0.95)),
    String(quantile(delays, 0.99)),
    quantile(durations, 0.5).toFixed(0),
    String(calls),
    memoryMib.toFixed(0),
    loopMs.toFixed(0),
    `${(100 * cpu).toFixed(0)} %`,
  ]);
  const heads = [
    'subscribers',
    'messages',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'change ms',
    'AWS calls',
    'RSS MiB',
  ];
  return `# Live updates

\`npm run bench:live -- --write\`, ${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.split(' ').slice(0, 2).join(' ') ?? ''}).
One gateway with a history in memory, ${DOCUMENTS} different subscriptions, and ${EVENTS_PER_SECOND} changes per second through the gateway for ${seconds} seconds.
The gateway, the emulator, the subscribers and the changes share this machine. A delay is the time from the outcome of
a change to the arrival of its event.

${table(
  ['metric', 'goal', 'measured', 'met'],
  rows.map(([metric, goal, measured, isMet]) => [metric, goal, measured, isMet ? 'yes' : 'no']),
  4,
)}

${table([...heads, 'loop p99 ms', 'CPU'], runs, 0)}
`;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

runProgram(() => main(process.argv.slice(2)));
