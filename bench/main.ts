/** The benchmark program: runs all measurements and prints the report. With --write it updates bench/RESULTS.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, throughput, type Measurement } from './measure';
import { readOptions, type Options } from './options';
import { SEVERAL_TARGET_QUERIES, SINGLE_TARGET_QUERIES, type ReferenceQuery } from './queries';
import { report } from './report';
import type { Results, Throughput } from './results';
import { measureLoop, measureMemory } from './resource-usage';
import { startEnvironment, type BenchEnvironment } from './environment';
import { progress, runProgram } from './run';

const RESULTS_FILE = join(__dirname, '../../bench/RESULTS.md');
const THROUGHPUT_CLIENTS = 8;

const REGION = 'us-east-1';
const REGIONS = [
  REGION,
  'us-east-2',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'eu-north-1',
  'ap-southeast-2',
  'ap-northeast-1',
];

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const severalTargets = await inEnvironment(
    () => startEnvironment(REGIONS, ['macie2'], { jobs: 50, members: 0, cases: 0 }),
    (environment) => compare(environment, SEVERAL_TARGET_QUERIES, options),
  );
  const single = await inEnvironment(
    () => startEnvironment([REGION], ['macie2', 'security-ir'], { jobs: 1_000, members: 400, cases: 100 }),
    async (environment) => {
      await environment.emulator.setImpactedAccounts(REGION);
      const compared = await compare(environment, SINGLE_TARGET_QUERIES, options);
      const [jobs] = SINGLE_TARGET_QUERIES;
      if (jobs === undefined) throw new Error('There are no queries for one target.');
      progress('event loop and memory');
      const loop = await measureLoop(environment, jobs, options);
      return { ...compared, loop, memory: await measureMemory(environment, jobs, options) };
    },
  );
  const results: Results = {
    ...single,
    measurements: [...single.measurements, ...severalTargets.measurements].sort(
      (a, b) => a.query.number - b.query.number,
    ),
    throughputs: [...single.throughputs, ...severalTargets.throughputs].sort(
      (a, b) => a.query.number - b.query.number,
    ),
  };
  const text = report(results, options);
  process.stdout.write(text);
  if (options.write) writeFileSync(RESULTS_FILE, text);
}

async function inEnvironment<Value>(
  start: () => Promise<BenchEnvironment>,
  use: (environment: BenchEnvironment) => Promise<Value>,
): Promise<Value> {
  const environment = await start();
  try {
    return await use(environment);
  } finally {
    await environment.close();
  }
}

async function compare(environment: BenchEnvironment, queries: readonly ReferenceQuery[], options: Options) {
  const measurements: Measurement[] = [];
  const throughputs: Throughput[] = [];
  for (const query of queries) {
    for (const latency of options.latencies) {
      progress(`query ${query.number}, ${latency} ms`);
      measurements.push(await measure(environment, query, latency, options.budget));
      if (query.clients > 1 || !options.throughputLatencies.includes(latency)) continue;
      const rate = (side: keyof BenchEnvironment['clients']) =>
        throughput(environment, side, query, THROUGHPUT_CLIENTS, options.budget.throughputMs);
      const rates = { gateway: await rate('gateway'), bare: await rate('bare'), naive: await rate('naive') };
      throughputs.push({ query, latency, rates });
    }
  }
  return { measurements, throughputs };
}

runProgram(main);
