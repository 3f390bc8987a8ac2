// Idempotency keys: a repeated request returns the stored response, and the gateway sends each change once.
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

/** Makes keys unique to each test, because the gateway remembers the keys of earlier tests. */
let run = 0;
const keyOf = (name: string) => `${name}-${run}`;

beforeEach(() => {
  run += 1;
});

interface Payload {
  readonly outcome: string;
  readonly change: { readonly from: string; readonly to: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

async function send(mutation: string, input: string): Promise<Payload> {
  const { data, errors } = await harness.gateway.send(
    `mutation { ${mutation}(input: { ${input} }) { outcome change { from to } userErrors { code path } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.[mutation] as Payload;
}

const pause = (key: string, more = '') =>
  send('pauseClassificationJob', `id: "${JOB}", idempotencyKey: "${keyOf(key)}" ${more}`);

const APPLIED = { outcome: 'APPLIED', change: { from: 'RUNNING', to: 'USER_PAUSED' }, userErrors: [] };

test('the same key and input return the same response for one update, although the job has changed since', async () => {
  await putJob(harness, 'RUNNING');
  expect(await pause('a')).toEqual(APPLIED);
  await putJob(harness, 'CANCELLED');
  expect(await pause('a')).toEqual(APPLIED);
  expect(await harness.updates()).toHaveLength(1);
});

test('a stored response contains the resource in its current status', async () => {
  await putJob(harness, 'RUNNING');
  await pause('a');
  await putJob(harness, 'CANCELLED');
  const { data } = await harness.gateway.send(
    `mutation { pauseClassificationJob(input: { id: "${JOB}", idempotencyKey: "${keyOf('a')}" }) {
      outcome classificationJob { status }
    } }`,
  );
  expect(data).toEqual({
    pauseClassificationJob: { outcome: 'APPLIED', classificationJob: { status: 'CANCELLED' } },
  });
});

test('20 concurrent requests with one key send one update and return the same response', async () => {
  await putJob(harness, 'RUNNING');
  const responses = await Promise.all(Array.from({ length: 20 }, () => pause('a')));
  for (const response of responses) expect(response).toEqual(APPLIED);
  expect(await harness.updates()).toHaveLength(1);
});

test('executes the same input again under another key', async () => {
  await putJob(harness, 'RUNNING');
  await pause('a');
  expect(await pause('b')).toMatchObject({
    outcome: 'REFUSED',
    change: { from: 'USER_PAUSED' },
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
])('rejects the same key with %s, and sends nothing', async (_title, repeat) => {
  await Promise.all([putJob(harness, 'RUNNING'), putExportJob(harness, 'RUNNING')]);
  await pause('a');
  expect(await repeat()).toEqual({
    outcome: 'REFUSED',
    change: null,
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
  });
  expect(await harness.updates()).toHaveLength(1);
});

test('stores a rejection by the transition table', async () => {
  await putJob(harness, 'COMPLETE');
  const refused = await pause('a');
  expect(refused).toMatchObject({ outcome: 'REFUSED' });
  await putJob(harness, 'RUNNING');
  expect(await pause('a')).toEqual(refused);
  expect(await harness.updates()).toEqual([]);
});

test('does not store a transient rejection: throttling or a missing acknowledgement', async () => {
  await Promise.all([putJob(harness, 'RUNNING'), putMember(harness, 'Enabled')]);
  const error = { type: 'ThrottlingException' };
  await harness.lay({ service: 'macie2', operation: 'UpdateClassificationJob', count: 1, error });
  expect(await pause('a')).toMatchObject({ userErrors: [{ code: 'AWS_REJECTED' }] });
  expect(await pause('a')).toEqual(APPLIED);

  const suspend = (more: string) =>
    send('suspendMacieMember', `id: "${MEMBER}", idempotencyKey: "${keyOf('s')}" ${more}`);
  expect(await suspend('')).toMatchObject({ userErrors: [{ code: 'ACKNOWLEDGEMENT_REQUIRED' }] });
  expect(await suspend(', acknowledge: [CANCELS_ALL_JOBS_OF_ACCOUNT]')).toMatchObject({
    outcome: 'APPLIED',
  });
});

test('never sends a change with an unknown outcome again under its key', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({
    service: 'macie2',
    operation: 'UpdateClassificationJob',
    lostResponse: 'before',
    count: 1,
  });
  const unknown = await pause('a');
  expect(unknown).toMatchObject({ outcome: 'UNKNOWN' });
  expect(await pause('a')).toEqual(unknown);
  expect(await harness.updates()).toHaveLength(1);
});

test('a dry run does not claim its key', async () => {
  await putJob(harness, 'RUNNING');
  expect(await pause('a', ', dryRun: true')).toMatchObject({ outcome: 'DRY_RUN' });
  expect(await pause('a')).toEqual(APPLIED);
});

test('a repeated request creates a comment once, and returns its id', async () => {
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
  // A different text of the same length is another input.
  expect(await comment('Isolated the mail.')).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
  });
  expect(await harness.updates()).toHaveLength(1);
});

test('AWS recognizes a repeated request with a generated key by its client token, and adds the comment once', async () => {
  await putCase(harness, 'Submitted');
  const comment = async (key: string) => {
    const { data } = await harness.gateway.send(
      `mutation { createSecurityCaseComment(input: { id: "${CASE}", body: "Hello" ${key} }) { commentId idempotencyKey } }`,
    );
    return data?.createSecurityCaseComment as { commentId: string; idempotencyKey: string };
  };
  const first = await comment('');
  expect(await comment(`, idempotencyKey: "${first.idempotencyKey}"`)).toEqual(first);
  expect(await harness.updates()).toHaveLength(2);
  const { data } = await harness.gateway.send(
    `{ node(id: "${CASE}") { ... on SecurityCase { comments(first: 10) { nodes { commentId } } } } }`,
  );
  expect(data).toMatchObject({ node: { comments: { nodes: [{ commentId: first.commentId }] } } });
});
