// Three gateways with one history, killed in turn: no change of another client is lost or repeated.
import { setTimeout as delay } from 'node:timers/promises';
import { describeWithPostgres, hasPostgres } from '../support/postgres';
import { describeWithRedis } from '../support/redis';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';
import { jobGlobalId } from '../support/resources';

const JOBS = jobIds(12);
const SECONDS = 45;
/** Longer than another gateway needs to take over a list: its lease of 12 seconds, and 5 until the next attempt. */
const STAY_MS = 21_000;
const HISTORY = { HISTORY: 'on', HISTORY_INTERVAL_SECONDS: '2' };
const NEXT = { RUNNING: 'IDLE', IDLE: 'USER_PAUSED', USER_PAUSED: 'RUNNING' } as const;

type Status = keyof typeof NEXT;

interface Page {
  readonly nodes: readonly {
    readonly position: string;
    readonly resourceId: string;
    readonly cause: string;
    readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  }[];
  readonly completeness: { readonly sources: readonly { readonly watchedSince: string | null }[] };
}

const QUERY = `{ resourceEvents(first: 200, filter: { kinds: [CLASSIFICATION_JOB], fields: ["status"] }) {
  nodes { position resourceId cause changes { field before after } }
  completeness { sources { watchedSince } }
} }`;

async function historyOf(replica: Replica | undefined): Promise<Page> {
  const reply = await replica?.ask(QUERY);
  if (typeof reply !== 'object') throw new Error('The gateway did not respond.');
  return reply.answer.data?.resourceEvents as Page;
}

const both = (suite: string) => (hasPostgres ? describeWithRedis(suite) : describeWithPostgres(suite));

both('three replicas with a history')('three replicas with a history', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await Replicas.open({ redis: true });
    for (const jobId of JOBS) await replicas.putRunningJob(jobId);
  });

  afterAll(() => replicas.close());

  test('have each change once and in its order, although one of them is always being killed', async () => {
    const running = await Promise.all([
      replicas.start(HISTORY),
      replicas.start(HISTORY),
      replicas.start(HISTORY),
    ]);
    const isWatched = async () =>
      (await historyOf(running[0])).completeness.sources.every(({ watchedSince }) => watchedSince !== null);
    while (!(await isWatched())) await delay(200);

    const statuses = new Map<string, Status[]>(JOBS.map((jobId) => [jobId, ['RUNNING']]));
    const end = performance.now() + SECONDS * 1_000;
    const change = async () => {
      for (let turn = 0; performance.now() < end; turn += 1) {
        const jobId = JOBS[turn % JOBS.length] ?? '';
        const known = statuses.get(jobId) ?? [];
        const status = NEXT[known.at(-1) ?? 'RUNNING'];
        await replicas.put('macie2', 'job', jobId, { jobStatus: status });
        known.push(status);
        await delay(STAY_MS / JOBS.length);
      }
    };
    const kill = async () => {
      for (let turn = 0; performance.now() < end; turn += 1) {
        await delay(5_000);
        const [victim] = running.splice(turn % running.length, 1);
        if (victim !== undefined) await replicas.kill(victim);
        running.push(await replicas.start(HISTORY));
      }
    };
    await Promise.all([change(), kill()]);
    await delay(STAY_MS);

    const { nodes } = await historyOf(running[0]);
    const positions = nodes.map(({ position }) => Number(position));
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    for (const [jobId, expected] of statuses) {
      const events = nodes.filter(({ resourceId }) => resourceId === jobGlobalId(jobId));
      const changes = events.flatMap(({ changes: all }) => all.filter(({ field }) => field === 'status'));
      expect([jobId, 'RUNNING', ...changes.map(({ after }) => after)]).toEqual([jobId, ...expected]);
      expect(events.map(({ cause }) => cause)).toEqual(expected.slice(1).map(() => 'OBSERVED'));
    }
    expect(nodes.length).toBeGreaterThan(JOBS.length);
  });
});
