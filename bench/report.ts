/** The report, in Markdown. */
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
    '## Reach',
    reachTable(results),
    '## Time of one answer',
    'Milliseconds, with the number of runs in brackets; ratios are of p50. Of query 6, the time until all 40 clients have their answers, and for the bare SDK the time of one.',
    timeTable(results.measurements),
    '## Calls',
    callsTable(results.measurements),
    '## Answers per second',
    'Of 8 clients who ask again as soon as they have an answer; of query 6, 40 answers over p50.',
    throughputTable(results),
  ].join('\n\n')}\n`;
}

function machine({ quick }: Options): string {
  const [cpu] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, ${quick ? 'a quick run, ' : ''}${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node.js ${process.versions.node}. Everything ran on this one machine.`;
}

function reachTable(results: Results): string {
  const rows = verdicts(results).map(({ what, reach, measured, reached }) => [
    what,
    reach,
    measured,
    reached ? 'yes' : 'no',
  ]);
  return table(['what', 'reach', 'measured', 'reached'], rows, 4);
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

/** Of all latencies together. */
function callsTable(measurements: readonly Measurement[]): string {
  const queries = [...new Set(measurements.map(({ query }) => query))];
  const rows = queries.map((query) => {
    const own = measurements.filter((each) => each.query === query);
    const seen = SIDES.map((side) =>
      showCalls(own.flatMap(({ runs }) => runs[side].map(({ calls }) => calls))),
    );
    return [title({ query }), showCalls([query.calls]), ...seen];
  });
  return table(['query', 'expected', ...SIDES], rows, SIDES.length + 2);
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
      const whole = (side: 'gateway' | 'naive') => {
        const failed = percentile(
          runs[side].map((run) => run.failed),
          0.5,
        );
        return rate((query.clients - failed) / (p50Of(runs[side]) / 1000));
      };
      return [title(measurement), `${latency} ms`, whole('gateway'), '-', whole('naive'), '-'];
    });
  return table(['query', 'latency', ...SIDES, 'gateway/bare'], [...rows, ...burst], 1);
}
