/** The report of the benchmark in Markdown. */
import { cpus } from 'node:os';
import { milliseconds, percentile, ratio, showCalls } from './statistics';
import type { Measurement, Run } from './measure';
import type { Options } from './options';
import type { Results } from './results';
import { table } from './table';
import { verdicts } from './verdicts';
import { SIDES } from './environment';

export function report(results: Results, options: Options): string {
  return `${[
    '# Results',
    machine(options),
    '## Goals',
    goalsTable(results),
    '## Response time',
    'In milliseconds, with the number of runs in parentheses. Ratios compare p50. For query 6, the time until all 40 clients have their responses; for the bare SDK, the time of one client.',
    timeTable(results.measurements),
    '## Calls',
    callsTable(results.measurements),
    '## Responses per second',
    'With 8 clients that send the next request after each response. For query 6, 40 responses divided by p50.',
    throughputTable(results),
  ].join('\n\n')}\n`;
}

function machine({ quick }: Options): string {
  const [cpu] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${quick ? 'a quick run, ' : ''}${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node.js ${process.versions.node}. The gateway, the baselines, the emulator and the clients share this machine.`;
}

function goalsTable(results: Results): string {
  const rows = verdicts(results).map(({ metric, goal, measured, isMet }) => [
    metric,
    goal,
    measured,
    isMet ? 'yes' : 'no',
  ]);
  return table(['metric', 'goal', 'measured', 'met'], rows, 4);
}

const title = ({ query }: Pick<Measurement, 'query'>) => `${query.number}. ${query.title}`;

const p50Of = (runs: readonly Run[]) =>
  percentile(
    runs.map(({ ms }) => ms),
    0.5,
  );

function timeTable(measurements: readonly Measurement[]): string {
  const heads = SIDES.flatMap((side) => [`${side} p50`, `${side} p99`]);
  const rows = measurements.map((measurement) => {
    const { latency, runs } = measurement;
    const times = SIDES.flatMap((side) => {
      const all = runs[side].map(({ ms }) => ms);
      return [milliseconds(percentile(all, 0.5)), `${milliseconds(percentile(all, 0.99))} (${all.length})`];
    });
    const bare = p50Of(runs.bare);
    return [
      title(measurement),
      `${latency} ms`,
      ...times,
      ratio(p50Of(runs.gateway), bare),
      ratio(p50Of(runs.naive), bare),
    ];
  });
  return table(['query', 'latency', ...heads, 'gateway/bare', 'naive/bare'], rows, 1);
}

/** The calls over all latencies. */
function callsTable(measurements: readonly Measurement[]): string {
  const queries = [...new Set(measurements.map(({ query }) => query))];
  const rows = queries.map((query) => {
    const ofQuery = measurements.filter((each) => each.query === query);
    const counted = SIDES.map((side) =>
      showCalls(ofQuery.flatMap(({ runs }) => runs[side].map(({ calls }) => calls))),
    );
    return [title({ query }), showCalls([query.calls]), ...counted];
  });
  return table(['query', 'minimum', ...SIDES], rows, SIDES.length + 2);
}

function throughputTable({ throughputs, measurements }: Results): string {
  const rate = (value: number) => value.toFixed(value < 10 ? 1 : 0);
  const rows = throughputs.map(({ query, latency, rates }) => [
    title({ query }),
    `${latency} ms`,
    ...SIDES.map((side) => rate(rates[side])),
    ratio(rates.gateway, rates.bare),
  ]);
  const burst = measurements
    .filter(({ query }) => query.clients > 1)
    .map((measurement) => {
      const { query, latency, runs } = measurement;
      const burstRate = (side: 'gateway' | 'naive') => {
        const failed = percentile(
          runs[side].map((run) => run.failed),
          0.5,
        );
        return rate((query.clients - failed) / (p50Of(runs[side]) / 1000));
      };
      return [title(measurement), `${latency} ms`, burstRate('gateway'), '-', burstRate('naive'), '-'];
    });
  return table(['query', 'latency', ...SIDES, 'gateway/bare'], [...rows, ...burst], 1);
}
