// SIGTERM during changes: every client gets a response, the audit trail is complete, and the gateway exits.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { changeJob, verdictOf } from '../support/job-changes';
import type { Replica } from '../support/replica';
import { jobIds, Replicas } from '../support/replicas';

const MUTATIONS = 50;
const LATENCY = 300;
/** Milliseconds from the first AWS call to the signal, so that it arrives while the gateway reads, changes or verifies jobs. */
const MOMENTS = [0, 400, 800, 1_200, 1_600];
const LATE_CHANGES = 10;
/** Milliseconds: more than the changes need, and less than the gateway waits for requests that do not end. */
const LONGEST_SHUTDOWN = 8_000;

let replicas: Replicas;

beforeAll(async () => {
  replicas = await Replicas.open({ redis: false });
});

afterAll(() => replicas.close());

/** Opens a connection that sends no request, or stays open after the response to one. */
async function openIdle(replica: Replica, request?: string): Promise<Socket> {
  const { port } = new URL(replica.url);
  const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  if (request === undefined) return socket;
  socket.write(request);
  await once(socket, 'data');
  return socket;
}

/** Sends changes repeatedly after the signal. */
async function sendLate(replica: Replica, round: number): Promise<readonly (readonly [string, boolean])[]> {
  const requests: Promise<readonly [string, boolean]>[] = [];
  const [job = ''] = jobIds(1);
  for (let index = 0; index < LATE_CHANGES; index += 1) {
    const key = `late-${round}-${index}`;
    const reply = changeJob(replica, 'resumeClassificationJob', job, key);
    requests.push(reply.then((response) => [key, verdictOf(response) !== undefined] as const));
    await delay(100);
  }
  return Promise.all(requests);
}

test.each(MOMENTS.map((moment, round) => [moment, round] as const))(
  'completes fifty changes and exits after SIGTERM %i ms into them',
  async (moment, round) => {
    const ids = jobIds(MUTATIONS + 1).slice(1);
    for (const jobId of jobIds(MUTATIONS + 1)) await replicas.putRunningJob(jobId);
    await replicas.emulator.control('POST', '/settings', { latencyMs: LATENCY });
    await replicas.forgetCalls();
    const replica = await replicas.start();
    const sockets = [
      await openIdle(replica),
      await openIdle(
        replica,
        `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: localhost\r\nx-apollo-operation-name: x\r\n\r\n`,
      ),
    ];
    const keyOf = (jobId: string) => `${round}-${jobId}`;
    // Opens the connections, so that every change arrives before the signal.
    await Promise.all(ids.map(() => replica.ask('{ __typename }')));
    const replies = ids.map((jobId) => changeJob(replica, 'pauseClassificationJob', jobId, keyOf(jobId)));
    while ((await replicas.emulator.calls()).length === 0) await delay(5);
    await delay(moment);

    const signalled = performance.now();
    const stopped = replicas.stop();
    const late = sendLate(replica, round);
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
    expect(took).toBeLessThan(LONGEST_SHUTDOWN);
    expect(verdicts).toEqual(ids.map(() => 'APPLIED'));
    expect(entries.filter(({ outcome }) => outcome === undefined)).toEqual([]);
    expect(ofRound.map(({ idempotencyKey }) => idempotencyKey).sort()).toEqual(ids.map(keyOf));
    expect(ofRound.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'APPLIED'));
    expect(ofRound.map(({ requestId }) => requestId).sort()).toEqual(
      updates.map(({ requestId }) => requestId).sort(),
    );
    // Every later change got a full response, or none and no audit record.
    expect(lateVerdicts).toEqual(lateVerdicts.map(([key]) => [key, known.has(key)]));
  },
);
