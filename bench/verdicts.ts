/** Comparison of the results with the goals. */
import { milliseconds, percentile, showCalls } from './statistics';
import type { Measurement } from './measure';
import type { ReferenceQuery } from './queries';
import type { Results } from './results';
import { LOOP_CLIENTS, WALKED_JOBS } from './resource-usage';

/** The latency at which the goals for calls and times apply. */
const GOAL_LATENCY_MS = 20;

const MAX_LOOP_DELAY_MS = 50;
/** The maximum growth of memory in the second half of the walks, as a share. */
const MAX_GROWTH = 0.1;

export interface Verdict {
  readonly metric: string;
  readonly goal: string;
  readonly measured: string;
  readonly isMet: boolean;
}

export function verdicts({ measurements, memory, loop }: Results): Verdict[] {
  const queries = [...new Set(measurements.map(({ query }) => query))];
  const ofQuery = (query: ReferenceQuery) => measurements.filter((each) => each.query === query);
  return [
    ...queries.map((query) => callsVerdict(query, ofQuery(query))),
    ...measurements.filter(isGoalLatency).flatMap(timeVerdict),
    {
      metric: `Event loop delay, query 1 by ${LOOP_CLIENTS} clients`,
      goal: `p99 below ${MAX_LOOP_DELAY_MS} ms`,
      measured: `p99 ${milliseconds(loop.p99)} ms, maximum ${milliseconds(loop.max)} ms`,
      isMet: loop.p99 < MAX_LOOP_DELAY_MS,
    },
    {
      metric: `Memory, ${memory.walks} walks through ${WALKED_JOBS.toLocaleString('en')} jobs`,
      goal: `end at most ${MAX_GROWTH * 100} % above the middle`,
      measured: `${[memory.start, memory.middle, memory.end].map((each) => each.toFixed(0)).join(', ')} MiB`,
      isMet: memory.end <= memory.middle * (1 + MAX_GROWTH),
    },
  ];
}

function isGoalLatency({ latency }: Measurement): boolean {
  return latency === GOAL_LATENCY_MS;
}

/** Failed and different responses count at every latency. */
function callsVerdict(query: ReferenceQuery, measurements: readonly Measurement[]): Verdict {
  const runs = measurements.flatMap((each) => each.runs.gateway);
  const goalRuns = measurements.filter(isGoalLatency).flatMap((each) => each.runs.gateway);
  const goal = showCalls([query.calls]);
  const measured = showCalls(goalRuns.map(({ calls }) => calls));
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  const expected = runs.length * query.clients;
  const flaws = [
    ...(failed > 0 ? [`${failed} of ${expected} responses failed`] : []),
    ...(measurements.every(({ responsesEqual }) => responsesEqual) ? [] : ['the responses differ']),
  ];
  return {
    metric: `Calls of query ${query.number} at ${GOAL_LATENCY_MS} ms`,
    goal,
    measured: [measured, ...flaws].join('; '),
    isMet: measured === goal && flaws.length === 0,
  };
}

function timeVerdict({ query, runs }: Measurement): Verdict[] {
  if (query.maxRatio === undefined) return [];
  const p50 = (side: 'gateway' | 'bare') =>
    percentile(
      runs[side].map(({ ms }) => ms),
      0.5,
    );
  const measured = p50('gateway') / p50('bare');
  return [
    {
      metric: `Time of query ${query.number} at ${GOAL_LATENCY_MS} ms`,
      goal: `at most ${query.maxRatio.toFixed(2)} times the bare SDK`,
      measured: measured.toFixed(2),
      isMet: measured <= query.maxRatio,
    },
  ];
}
