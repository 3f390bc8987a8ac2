/** What is to be reached, and whether it was. */
import { milliseconds, percentile, showCalls } from './statistics';
import type { Measurement } from './measure';
import type { ReferenceQuery } from './queries';
import type { Results } from './results';
import { LOOP_CLIENTS, WALKED_JOBS } from './resource-usage';

/** Milliseconds of latency at which calls and times are judged. */
const JUDGED_LATENCY = 20;

const MAX_LOOP_DELAY = 50;
/** Memory is flat when the second half of the walks adds no more than this share. */
const MAX_GROWTH = 0.1;

export interface Verdict {
  readonly what: string;
  readonly reach: string;
  readonly measured: string;
  readonly reached: boolean;
}

export function verdicts({ measurements, memory, loop }: Results): Verdict[] {
  const queries = [...new Set(measurements.map(({ query }) => query))];
  const ofQuery = (query: ReferenceQuery) => measurements.filter((each) => each.query === query);
  return [
    ...queries.map((query) => callsVerdict(query, ofQuery(query))),
    ...measurements.filter(isJudged).flatMap(timeVerdict),
    {
      what: `Event loop, query 1 by ${LOOP_CLIENTS} clients`,
      reach: `p99 below ${MAX_LOOP_DELAY} ms`,
      measured: `p99 ${milliseconds(loop.p99)} ms, longest ${milliseconds(loop.max)} ms`,
      reached: loop.p99 < MAX_LOOP_DELAY,
    },
    {
      what: `Memory, ${WALKED_JOBS.toLocaleString('en')} jobs walked ${memory.walks} times`,
      reach: `end at most ${MAX_GROWTH * 100} % above the middle`,
      measured: `${[memory.start, memory.middle, memory.end].map((each) => each.toFixed(0)).join(', ')} MiB`,
      reached: memory.end <= memory.middle * (1 + MAX_GROWTH),
    },
  ];
}

function isJudged({ latency }: Measurement): boolean {
  return latency === JUDGED_LATENCY;
}

/** Failed and different answers count at every latency. */
function callsVerdict(query: ReferenceQuery, measurements: readonly Measurement[]): Verdict {
  const runs = measurements.flatMap((each) => each.runs.gateway);
  const judged = measurements.filter(isJudged).flatMap((each) => each.runs.gateway);
  const reach = showCalls([query.calls]);
  const measured = showCalls(judged.map(({ calls }) => calls));
  const failed = runs.reduce((sum, run) => sum + run.failed, 0);
  const asked = runs.length * query.clients;
  const flaws = [
    ...(failed > 0 ? [`${failed} of ${asked} answers failed`] : []),
    ...(measurements.every(({ same }) => same) ? [] : ['the answers differ']),
  ];
  return {
    what: `Calls of query ${query.number} at ${JUDGED_LATENCY} ms`,
    reach,
    measured: [measured, ...flaws].join('; '),
    reached: measured === reach && flaws.length === 0,
  };
}

function timeVerdict({ query, runs }: Measurement): Verdict[] {
  if (query.reach === undefined) return [];
  const p50 = (side: 'gateway' | 'bare') =>
    percentile(
      runs[side].map(({ ms }) => ms),
      0.5,
    );
  const measured = p50('gateway') / p50('bare');
  return [
    {
      what: `Time of query ${query.number} at ${JUDGED_LATENCY} ms`,
      reach: `at most ${query.reach.toFixed(2)} of the bare SDK`,
      measured: measured.toFixed(2),
      reached: measured <= query.reach,
    },
  ];
}
