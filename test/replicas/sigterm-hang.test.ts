// SIGTERM while AWS hangs and a client has gone away: what was sent is recorded, and the gateway ends all the same.
import { changeJob, verdictOf } from '../support/job-changes';
import { CASE, CASE_ID, jobGlobalId } from '../support/resources';
import { jobIds, Replicas } from '../support/replicas';

/** Milliseconds. */
const LONGEST = 12_000;

const [HANGS = '', LEFT = ''] = jobIds(2);

let replicas: Replicas;

beforeAll(async () => {
  replicas = await Replicas.open({ redis: false });
});

afterAll(() => replicas.close());

test('changes that AWS does not answer are told and recorded as unknown, reads that it does not answer as refused', async () => {
  const { emulator } = replicas;
  for (const jobId of [HANGS, LEFT]) await replicas.putRunningJob(jobId);
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
  const unanswered = changeJob(replica, 'pauseClassificationJob', HANGS);
  const unread = replica.ask(
    'mutation ($id: ID!) { closeSecurityCase(input: { id: $id }) { change { outcome } userErrors { code } } }',
    { id: CASE },
  );
  while ((await replicas.updates()).length === 0 || (await emulator.calls()).length < 3);
  // Its client goes away while AWS is asked.
  await emulator.control('POST', '/settings', { latencyMs: 500 });
  const client = new AbortController();
  const left = fetch(replica.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation { pauseClassificationJob(input: { id: "${jobGlobalId(LEFT)}" }) { change { outcome } } }`,
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
  expect(took).toBeLessThan(LONGEST);
  expect(await left).toBe('gone');
  expect(verdictOf(await unanswered)).toBe('UNKNOWN');
  expect(verdictOf(await unread)).toBe('AWS_REJECTED');
  expect(outcomes).toHaveLength(3);
  expect(outcomes).toEqual(
    expect.arrayContaining([
      ['pauseClassificationJob', jobGlobalId(HANGS), 'UNKNOWN'],
      ['pauseClassificationJob', jobGlobalId(LEFT), 'APPLIED'],
      ['closeSecurityCase', CASE, 'REFUSED'],
    ]),
  );
});
