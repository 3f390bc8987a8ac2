// SIGTERM while AWS hangs and a client disconnects: the gateway records every change that it sent, and exits.
import { changeJob, verdictOf } from '../support/job-changes';
import { CASE, CASE_ID, jobGlobalId } from '../support/resources';
import { jobIds, Replicas } from '../support/replicas';

/** Milliseconds. */
const LONGEST_SHUTDOWN = 12_000;

const [HANGING = '', ABANDONED = ''] = jobIds(2);

let replicas: Replicas;

beforeAll(async () => {
  replicas = await Replicas.open({ redis: false });
});

afterAll(() => replicas.close());

test('on SIGTERM the gateway records an unanswered update as UNKNOWN, and rejects a change whose read is unanswered', async () => {
  const { emulator } = replicas;
  for (const jobId of [HANGING, ABANDONED]) await replicas.putRunningJob(jobId);
  await replicas.put('security-ir', 'case', CASE_ID, {
    title: 'case',
    caseStatus: 'Submitted',
    resolverType: 'Self',
  });
  for (const fault of [
    { service: 'macie2', operation: 'UpdateClassificationJob', count: 1, hang: true },
    { service: 'security-ir', operation: 'GetCase', hang: true },
  ]) {
    await emulator.control('POST', '/faults', fault);
  }
  const replica = await replicas.start();
  const changeReply = changeJob(replica, 'pauseClassificationJob', HANGING);
  const closeReply = replica.ask(
    'mutation ($id: ID!) { closeSecurityCase(input: { id: $id }) { outcome change { from } userErrors { code } } }',
    { id: CASE },
  );
  while ((await replicas.updates()).length === 0 || (await emulator.calls()).length < 3);
  // The client of this change disconnects while the gateway waits for AWS.
  await emulator.control('POST', '/settings', { latencyMs: 500 });
  const client = new AbortController();
  const abandoned = fetch(replica.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { pauseClassificationJob(input: { id: "${jobGlobalId(ABANDONED)}" }) { outcome } }`,
    }),
    signal: client.signal,
  }).catch(() => 'gone');
  while ((await emulator.calls()).length < 4);

  const signalled = performance.now();
  const stopped = replicas.stop();
  client.abort();
  const codes = await stopped;
  const took = performance.now() - signalled;
  const entries = await replicas.trails.entries();
  const outcomes = entries.map(({ mutation, resourceId, outcome }) => [mutation, resourceId, outcome]);

  expect(codes).toEqual([0]);
  expect(took).toBeLessThan(LONGEST_SHUTDOWN);
  expect(await abandoned).toBe('gone');
  expect(verdictOf(await changeReply)).toBe('UNKNOWN');
  expect(verdictOf(await closeReply)).toBe('AWS_REJECTED');
  expect(outcomes).toHaveLength(3);
  expect(outcomes).toEqual(
    expect.arrayContaining([
      ['pauseClassificationJob', jobGlobalId(HANGING), 'UNKNOWN'],
      ['pauseClassificationJob', jobGlobalId(ABANDONED), 'APPLIED'],
      ['closeSecurityCase', CASE, 'REFUSED'],
    ]),
  );
});
