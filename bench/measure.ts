/**
 * Measurement of a query on the gateway and both baselines in alternation, so that other load affects all of them
 * equally.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from './client';
import type { Budget } from './options';
import type { CallCounts, ReferenceQuery } from './queries';
import { SIDES, type Side, type BenchEnvironment } from './environment';

export interface Run {
  /** Time until the last client has its response, in milliseconds. */
  readonly ms: number;
  readonly calls: CallCounts;
  /** The number of responses with errors or missing data. */
  readonly failed: number;
}

export interface Measurement {
  readonly query: ReferenceQuery;
  /** The delay of every AWS call in milliseconds. */
  readonly latency: number;
  readonly runs: Readonly<Record<Side, readonly Run[]>>;
  /** True if the gateway and both baselines returned the same nodes. */
  readonly responsesEqual: boolean;
}

/** The naive resolvers run again only while their total time is at most this share of the time of the others. */
const MAX_NAIVE_SHARE = 0.3;
/** The factor by which the time for one query may be exceeded to reach the minimum number of runs. */
const MAX_OVERRUN = 2.5;

export async function measure(
  environment: BenchEnvironment,
  query: ReferenceQuery,
  latency: number,
  budget: Budget,
): Promise<Measurement> {
  await environment.emulator.setLatency(latency);
  const responsesEqual = await warmUp(environment, query, budget.warmUpMs);
  const runs: Record<Side, Run[]> = { gateway: [], bare: [], naive: [] };
  const spent = (...sides: readonly Side[]) =>
    sides.flatMap((side) => runs[side]).reduce((sum, { ms }) => sum + ms, 0);
  const hasBudget = () => {
    const all = spent(...SIDES);
    return runs.gateway.length < budget.minRuns
      ? all < MAX_OVERRUN * budget.measureMs
      : all < budget.measureMs;
  };
  while (hasBudget()) {
    runs.gateway.push(await runOnce(environment, 'gateway', query));
    runs.bare.push(await runOnce(environment, 'bare', query));
    if (spent('naive') <= MAX_NAIVE_SHARE * spent('gateway', 'bare')) {
      runs.naive.push(await runOnce(environment, 'naive', query));
    }
  }
  return { query, latency, runs, responsesEqual };
}

async function runOnce(
  { emulator, clients }: BenchEnvironment,
  side: Side,
  query: ReferenceQuery,
): Promise<Run> {
  // For concurrent clients, the comparison is one client that calls AWS directly.
  const copies = side === 'bare' ? 1 : query.clients;
  await emulator.clearCalls();
  const start = performance.now();
  const outcomes = await Promise.all(Array.from({ length: copies }, () => clients[side].run(query)));
  const ms = performance.now() - start;
  return {
    ms,
    calls: await emulator.countCalls(),
    failed: outcomes.filter(({ isComplete }) => !isComplete).length,
  };
}

/** Warms up all three, and returns true if their responses are equal. */
async function warmUp({ clients }: BenchEnvironment, query: ReferenceQuery, ms: number): Promise<boolean> {
  const responses: unknown[] = [];
  // Opens a connection for each client, so that later requests are sent at the same time.
  await Promise.all(Array.from({ length: query.clients }, () => clients.gateway.run(query)));
  for (const side of SIDES) {
    const end = performance.now() + ms;
    responses.push(comparable(await clients[side].run(query)));
    while (performance.now() < end) await clients[side].run(query);
  }
  return responses.every((response) => isDeepStrictEqual(response, responses[0]));
}

/** The nodes without global ids, which differ between the servers. null equals a missing value. */
function comparable({ nodes, isComplete }: Outcome): unknown {
  const text = JSON.stringify(nodes, (key, value: unknown) =>
    key === 'id' ? undefined : (value ?? undefined),
  );
  return { isComplete, nodes: JSON.parse(text) as unknown };
}

/** Responses per second for `callers` clients that send the next request after each response. */
export async function throughput(
  { clients }: BenchEnvironment,
  side: Side,
  query: ReferenceQuery,
  callers: number,
  ms: number,
): Promise<number> {
  const start = performance.now();
  let completed = 0;
  const callRepeatedly = async () => {
    while (performance.now() < start + ms) {
      const { isComplete } = await clients[side].run(query);
      if (isComplete) completed += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, callRepeatedly));
  return completed / ((performance.now() - start) / 1000);
}
