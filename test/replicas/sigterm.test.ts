// SIGTERM in the middle of changes: every client gets its answer, the trail is whole, and the gateway ends by itself.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { changeJob, verdictOf } from '../support/job-changes';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';

const MUTATIONS = 50;
const LATENCY = 300;
/** Milliseconds from the first AWS answer to the signal: while jobs are read, changed, and looked at. */
const MOMENTS = [0, 400, 800, 1_200, 1_600];
const LATE = 10;
/** Milliseconds: more than the changes need, and less than the gateway has patience with what does not end. */
const LONGEST = 8_000;

let replicas: Replicas;

beforeAll(async () => {
  replicas = await Replicas.open({ redis: false });
});

afterAll(() => replicas.close());

/** A connection that says nothing, or that has had its answer and stays. */
async function idle(replica: Replica, request?: string): Promise<Socket> {
  const { port } = new URL(replica.url);
  const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  if (request === undefined) return socket;
  socket.write(request);
  await once(socket, 'data');
  return socket;
}

/** Asks again and again once the signal has been sent. */
async function askLate(replica: Replica, round: number): Promise<readonly (readonly [string, boolean])[]> {
  const asked: Promise<readonly [string, boolean]>[] = [];
  const [job = ''] = jobIds(1);
  for (let index = 0; index < LATE; index += 1) {
    const key = `late-${round}-${index}`;
    const reply = changeJob(replica, 'resumeClassificationJob', job, key);
    asked.push(reply.then((given) => [key, verdictOf(given) !== undefined] as const));
    await delay(100);
  }
  return Promise.all(asked);
}

test.each(MOMENTS.map((moment, round) => [moment, round] as const))(
  'SIGTERM %i ms into fifty changes',
  async (moment, round) => {
    const ids = jobIds(MUTATIONS + 1).slice(1);
    for (const jobId of jobIds(MUTATIONS + 1)) await replicas.putRunningJob(jobId);
    await replicas.emulator.control('POST', '/settings', { latencyMs: LATENCY });
    await replicas.forgetCalls();
    const replica = await replicas.start();
    const sockets = [
      await idle(replica),
      await idle(
        replica,
        `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: x\r\nx-apollo-operation-name: x\r\n\r\n`,
      ),
    ];
    const keyOf = (jobId: string) => `${round}-${jobId}`;
    // Their connections are made, so that all of them are there before the signal.
    await Promise.all(ids.map(() => replica.ask('{ __typename }')));
    const replies = ids.map((jobId) => changeJob(replica, 'pauseClassificationJob', jobId, keyOf(jobId)));
    while ((await replicas.emulator.calls()).length === 0) await delay(5);
    await delay(moment);

    const signalled = performance.now();
    const stopped = replicas.stop();
    const late = askLate(replica, round);
    const [code] = await stopped;
    const took = performance.now() - signalled;
    const verdicts = (await Promise.all(replies)).map(verdictOf);
    const lateVerdicts = await late;
    for (const socket of sockets) socket.destroy();
    const updates = await replicas.updates();
    const entries = await replicas.trails.entries();
    const ofRound = entries.filter(({ idempotencyKey }) => idempotencyKey?.startsWith(`${round}-`));
    const known = new Set(entries.map(({ idempotencyKey }) => idempotencyKey));

    expect(code).toBe(0);
    expect(took).toBeLessThan(LONGEST);
    expect(verdicts).toEqual(ids.map(() => 'APPLIED'));
    expect(entries.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(ofRound.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual(ids.map(keyOf));
    expect(ofRound.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'APPLIED'));
    expect(ofRound.map(({ requestId }) => requestId).sort()).toEqual(
      updates.map(({ requestId }) => requestId).sort(),
    );
    // What came later was answered in full, or not begun.
    expect(lateVerdicts).toEqual(lateVerdicts.map(([key]) => [key, known.has(key)]));
  },
);
