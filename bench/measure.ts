/** Runs a query on the gateway and on both peers, in turns, so that whatever else the machine does meets them all alike. */
import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from './client';
import type { Budget } from './options';
import type { CallCounts, ReferenceQuery } from './queries';
import { SIDES, type Side, type BenchEnvironment } from './environment';

export interface Run {
  /** Until the last of the clients has its answer. */
  readonly ms: number;
  readonly calls: CallCounts;
  /** Answers with errors, or from which something is missing. */
  readonly failed: number;
}

export interface Measurement {
  readonly query: ReferenceQuery;
  readonly latency: number;
  readonly runs: Readonly<Record<Side, readonly Run[]>>;
  /** Whether all three answered the same. */
  readonly same: boolean;
}

/** The naive resolvers run again only while they took no more than this share of what the others took. */
const NAIVE_SHARE = 0.3;
/** How far the time for one query may be exceeded for the sake of enough runs. */
const PATIENCE = 2.5;

export async function measure(
  environment: BenchEnvironment,
  query: ReferenceQuery,
  latency: number,
  budget: Budget,
): Promise<Measurement> {
  await environment.emulator.setLatency(latency);
  const same = await warmUp(environment, query, budget.warmUpMs);
  const runs: Record<Side, Run[]> = { gateway: [], bare: [], naive: [] };
  const spent = (...sides: readonly Side[]) =>
    sides.flatMap((side) => runs[side]).reduce((sum, { ms }) => sum + ms, 0);
  const wanted = () => {
    const all = spent(...SIDES);
    return runs.gateway.length < budget.minRuns ? all < PATIENCE * budget.measureMs : all < budget.measureMs;
  };
  while (wanted()) {
    runs.gateway.push(await runOnce(environment, 'gateway', query));
    runs.bare.push(await runOnce(environment, 'bare', query));
    if (spent('naive') <= NAIVE_SHARE * spent('gateway', 'bare')) {
      runs.naive.push(await runOnce(environment, 'naive', query));
    }
  }
  return { query, latency, runs, same };
}

async function runOnce(
  { emulator, clients }: BenchEnvironment,
  side: Side,
  query: ReferenceQuery,
): Promise<Run> {
  // What many clients ask at once is compared with what one asks of AWS by itself.
  const copies = side === 'bare' ? 1 : query.clients;
  await emulator.forgetCalls();
  const start = performance.now();
  const outcomes = await Promise.all(Array.from({ length: copies }, () => clients[side].run(query)));
  const ms = performance.now() - start;
  return { ms, calls: await emulator.countCalls(), failed: outcomes.filter(({ whole }) => !whole).length };
}

/** Tells whether all three answer the same. */
async function warmUp({ clients }: BenchEnvironment, query: ReferenceQuery, ms: number): Promise<boolean> {
  const answers: unknown[] = [];
  // Opens a connection for each client, so that later they ask at the same moment.
  await Promise.all(Array.from({ length: query.clients }, () => clients.gateway.run(query)));
  for (const side of SIDES) {
    const end = performance.now() + ms;
    answers.push(comparable(await clients[side].run(query)));
    while (performance.now() < end) await clients[side].run(query);
  }
  return answers.every((answer) => isDeepStrictEqual(answer, answers[0]));
}

/** Without global ids, which are the gateway's own; null is as good as nothing. */
function comparable({ nodes, whole }: Outcome): unknown {
  const text = JSON.stringify(nodes, (key, value: unknown) =>
    key === 'id' ? undefined : (value ?? undefined),
  );
  return { whole, nodes: JSON.parse(text) as unknown };
}

/** Answers per second that so many clients get, who ask again as soon as they have an answer. */
export async function throughput(
  { clients }: BenchEnvironment,
  side: Side,
  query: ReferenceQuery,
  callers: number,
  ms: number,
): Promise<number> {
  const start = performance.now();
  let answered = 0;
  const ask = async () => {
    while (performance.now() < start + ms) {
      const { whole } = await clients[side].run(query);
      if (whole) answered += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, ask));
  return answered / ((performance.now() - start) / 1000);
}
