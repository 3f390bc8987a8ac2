// Idempotency keys: the same request again gets the same answer, and nothing is done twice.
import { useHarness } from '../support/harness';
import {
  EXPORT_JOB,
  JOB,
  MEMBER,
  putExportJob,
  putJob,
  putMember,
  CASE,
  putCase,
} from '../support/resources';

const harness = useHarness();

/** Makes the keys of a test its own: the gateway knows those of the tests before it. */
let run = 0;
const keyOf = (name: string) => `${name}-${run}`;

beforeEach(() => {
  run += 1;
});

interface Payload {
  readonly change: { readonly from: string; readonly to: string; readonly outcome: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

async function send(mutation: string, input: string): Promise<Payload> {
  const { data, errors } = await harness.gateway.send(
    `mutation { ${mutation}(input: { ${input} }) { change { from to outcome } userErrors { code path } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.[mutation] as Payload;
}

const pause = (key: string, more = '') =>
  send('pauseClassificationJob', `id: "${JOB}", idempotencyKey: "${keyOf(key)}" ${more}`);

const APPLIED = { change: { from: 'RUNNING', to: 'USER_PAUSED', outcome: 'APPLIED' }, userErrors: [] };

test('the same key and input get the same answer for one update, though the job has moved on', async () => {
  await putJob(harness, 'RUNNING');
  expect(await pause('a')).toEqual(APPLIED);
  await putJob(harness, 'CANCELLED');
  expect(await pause('a')).toEqual(APPLIED);
  expect(await harness.updates()).toHaveLength(1);
});

test('an answer that is kept shows the resource as it is now', async () => {
  await putJob(harness, 'RUNNING');
  await pause('a');
  await putJob(harness, 'CANCELLED');
  const { data } = await harness.gateway.send(
    `mutation { pauseClassificationJob(input: { id: "${JOB}", idempotencyKey: "${keyOf('a')}" }) {
      change { outcome } classificationJob { status }
    } }`,
  );
  expect(data).toEqual({
    pauseClassificationJob: { change: { outcome: 'APPLIED' }, classificationJob: { status: 'CANCELLED' } },
  });
});

test('20 at once are one', async () => {
  await putJob(harness, 'RUNNING');
  const answers = await Promise.all(Array.from({ length: 20 }, () => pause('a')));
  for (const answer of answers) expect(answer).toEqual(APPLIED);
  expect(await harness.updates()).toHaveLength(1);
});

test('another key is another request', async () => {
  await putJob(harness, 'RUNNING');
  await pause('a');
  expect(await pause('b')).toMatchObject({
    change: { from: 'USER_PAUSED', outcome: 'REFUSED' },
    userErrors: [{ code: 'INVALID_TRANSITION' }],
  });
});

test.each([
  ['another expected status', () => pause('a', ', expectedStatus: RUNNING')],
  [
    'another mutation',
    () => send('cancelClassificationJob', `id: "${JOB}", idempotencyKey: "${keyOf('a')}"`),
  ],
  [
    'another resource',
    () => send('cancelMailboxExportJob', `id: "${EXPORT_JOB}", idempotencyKey: "${keyOf('a')}"`),
  ],
])('the same key with %s is an error, and sends nothing', async (_what, again) => {
  await Promise.all([putJob(harness, 'RUNNING'), putExportJob(harness, 'RUNNING')]);
  await pause('a');
  expect(await again()).toEqual({
    change: null,
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
  });
  expect(await harness.updates()).toHaveLength(1);
});

test('a refusal by the table is kept, too', async () => {
  await putJob(harness, 'COMPLETE');
  const refused = await pause('a');
  expect(refused).toMatchObject({ change: { outcome: 'REFUSED' } });
  await putJob(harness, 'RUNNING');
  expect(await pause('a')).toEqual(refused);
  expect(await harness.updates()).toEqual([]);
});

test('what passes is not kept: throttling, a missing acknowledgement, a bad input', async () => {
  await Promise.all([putJob(harness, 'RUNNING'), putMember(harness, 'Enabled')]);
  const error = { type: 'ThrottlingException' };
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', count: 1, error });
  expect(await pause('a')).toMatchObject({ userErrors: [{ code: 'AWS_REJECTED' }] });
  expect(await pause('a')).toEqual(APPLIED);

  const suspend = (more: string) =>
    send('suspendMacieMember', `id: "${MEMBER}", idempotencyKey: "${keyOf('s')}" ${more}`);
  expect(await suspend('')).toMatchObject({ userErrors: [{ code: 'ACKNOWLEDGEMENT_REQUIRED' }] });
  expect(await suspend(', acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT]')).toMatchObject({
    change: { outcome: 'APPLIED' },
  });
});

test('what may have been applied is never sent again under its key', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({
    service: 'macie2',
    operation: 'UpdateClassificationJob',
    lostResponse: 'before',
    count: 1,
  });
  const unknown = await pause('a');
  expect(unknown).toMatchObject({ change: { outcome: 'UNKNOWN' } });
  expect(await pause('a')).toEqual(unknown);
  expect(await harness.updates()).toHaveLength(1);
});

test('a dry run takes no key', async () => {
  await putJob(harness, 'RUNNING');
  expect(await pause('a', ', dryRun: true')).toMatchObject({ change: { outcome: 'DRY_RUN' } });
  expect(await pause('a')).toEqual(APPLIED);
});

test('a comment that was asked for twice is written once, and has one id', async () => {
  await putCase(harness, 'Submitted');
  const comment = async (body: string) => {
    const { data } = await harness.gateway.send(
      `mutation { createSecurityCaseComment(input: { id: "${CASE}", body: "${body}", idempotencyKey: "${keyOf('c')}" }) {
        outcome commentId userErrors { code path }
      } }`,
    );
    return data?.createSecurityCaseComment;
  };
  const first = await comment('Isolated the host.');
  expect(first).toMatchObject({ outcome: 'APPLIED', userErrors: [] });
  expect(await comment('Isolated the host.')).toEqual(first);
  // Texts of one length are two inputs.
  expect(await comment('Isolated the mail.')).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
  });
  expect(await harness.updates()).toHaveLength(1);
});

test('a key that the gateway made can be given again', async () => {
  await putCase(harness, 'Submitted');
  const comment = async (key: string) => {
    const { data } = await harness.gateway.send(
      `mutation { createSecurityCaseComment(input: { id: "${CASE}", body: "Hello" ${key} }) { commentId idempotencyKey } }`,
    );
    return data?.createSecurityCaseComment as { commentId: string; idempotencyKey: string };
  };
  const first = await comment('');
  expect(await comment(`, idempotencyKey: "${first.idempotencyKey}"`)).toEqual(first);
  expect(await harness.updates()).toHaveLength(1);
});
