// Parts of security cases: comments, attachments and investigation feedback, with their input rules.
import { CASE, CASE_ID, putCase } from '../support/resources';
import { expectViolations, mutation } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const COMMENTS = 'securityCase { comments(first: 5) { nodes { commentId body } } }';
const comment = mutation(harness, 'createSecurityCaseComment', `idempotencyKey commentId ${COMMENTS}`);
const edit = mutation(harness, 'updateSecurityCaseComment', `commentId ${COMMENTS}`);
const ATTACHMENTS = 'attachments { fileName status downloadUrl }';
const upload = mutation(
  harness,
  'createSecurityCaseAttachmentUploadUrl',
  'idempotencyKey uploadUrl uploadHeaders { name value }',
);
const feedback = mutation(
  harness,
  'sendSecurityCaseInvestigationFeedback',
  'securityCase { investigations(first: 5) { nodes { investigationId feedback { usefulness comment } } } }',
);

const INVESTIGATION = `inv-${'a'.repeat(10)}`;

beforeEach(async () => {
  await putCase(harness, 'Submitted');
  await harness.forgetCalls();
});

const text = (length: number) => 'x'.repeat(length);

test('creates a comment once, and updates it', async () => {
  const created = await comment({ id: CASE, body: 'Sessions are revoked.' });
  const commentId = String(created.commentId);
  expect(created).toMatchObject({
    outcome: 'APPLIED',
    commentId: expect.stringMatching(/^\d{6}$/) as unknown,
    securityCase: { comments: { nodes: [{ commentId, body: 'Sessions are revoked.' }] } },
  });
  expect(await edit({ id: CASE, commentId, body: 'All of them.' })).toMatchObject({
    outcome: 'APPLIED',
    commentId,
    securityCase: { comments: { nodes: [{ commentId, body: 'All of them.' }] } },
  });
  expect((await harness.updates()).map(({ operation }) => operation)).toEqual([
    'CreateCaseComment',
    'UpdateCaseComment',
  ]);
});

test('reports a lost response to a comment as UNKNOWN, and the same key creates no second comment', async () => {
  await harness.lay({
    service: 'security-ir',
    operation: 'CreateCaseComment',
    lostResponse: 'after',
    count: 1,
  });
  const lost = await comment({ id: CASE, body: 'Once.' });
  expect(lost).toMatchObject({ outcome: 'UNKNOWN', commentId: null, securityCase: null });
  const again = await comment({ id: CASE, body: 'Once.', idempotencyKey: lost.idempotencyKey });
  expect(again.securityCase).toEqual({
    comments: { nodes: [{ commentId: again.commentId, body: 'Once.' }] },
  });
});

test('rejects invalid comments', async () => {
  for (const body of ['', text(12_001)]) {
    await expectViolations(harness, await comment({ id: CASE, body }), 'input.body');
  }
  await expectViolations(
    harness,
    await comment({ id: 'x', body: 'y', idempotencyKey: ' ' }),
    'input.id',
    'input.idempotencyKey',
  );
  await expectViolations(
    harness,
    await edit({ id: CASE, commentId: '12', body: '' }),
    'input.commentId',
    'input.body',
  );
});

test('reports NOT_FOUND for a comment that the case does not have', async () => {
  expect(await edit({ id: CASE, commentId: '999999', body: 'x' })).toMatchObject({
    outcome: 'REFUSED',
    commentId: null,
    userErrors: [{ code: 'NOT_FOUND' }],
  });
});

async function attachments(): Promise<
  readonly { fileName: string; status: string; downloadUrl: string | null }[]
> {
  const { data } = await harness.gateway.send(
    `query ($id: ID!) { node(id: $id) { ... on SecurityCase { ${ATTACHMENTS} } } }`,
    { id: CASE },
  );
  return (data?.node as { attachments: { fileName: string; status: string; downloadUrl: string | null }[] })
    .attachments;
}

test('uploads a file, and downloads it unchanged after AWS has verified it', async () => {
  const bytes = Buffer.from('{"who": "nobody we know"}');
  const { outcome, uploadUrl, uploadHeaders } = await upload({
    id: CASE,
    fileName: 'trail.json',
    contentLength: bytes.length,
  });
  expect(outcome).toBe('APPLIED');
  expect(uploadHeaders).toEqual([
    { name: 'If-None-Match', value: '*' },
    { name: 'Content-Type', value: 'application/octet-stream' },
    { name: 'Content-Length', value: '25' },
  ]);
  const headers = (uploadHeaders as { name: string; value: string }[]).map(
    ({ name, value }): [string, string] => [name, value],
  );
  const put = await fetch(String(uploadUrl), { method: 'PUT', headers, body: bytes });
  expect(put.status).toBe(200);

  expect(await attachments()).toMatchObject([{ fileName: 'trail.json', status: 'PENDING' }]);
  await harness.emulator.control('POST', '/clock', { advanceSeconds: 61 });
  const [verified] = await attachments();
  expect(verified?.status).toBe('VERIFIED');
  const download = await fetch(String(verified?.downloadUrl));
  expect(Buffer.from(await download.arrayBuffer())).toEqual(bytes);
  expect(await harness.operations()).toContain('GetCaseAttachmentDownloadUrl');
});

test.each<[path: string, change: object]>([
  ['input.fileName', { fileName: '' }],
  ['input.fileName', { fileName: 'a b.txt' }],
  ['input.fileName', { fileName: '../etc/passwd' }],
  ['input.fileName', { fileName: text(256) }],
  ['input.contentLength', { contentLength: 0 }],
  ['input.contentLength', { contentLength: 104_857_601 }],
  ['input.idempotencyKey', { idempotencyKey: 'two words' }],
])('rejects an attachment with an invalid %s: %j', async (path, change) => {
  await expectViolations(
    harness,
    await upload({ id: CASE, fileName: 'a.txt', contentLength: 1, ...change }),
    path,
  );
});

const NO_UPLOAD = { uploadUrl: null, uploadHeaders: null };

test('returns no upload URL and no headers for a dry run or a rejected upload', async () => {
  expect(await upload({ id: CASE, fileName: 'a.txt', contentLength: 1, dryRun: true })).toMatchObject({
    outcome: 'DRY_RUN',
    ...NO_UPLOAD,
  });
  await putCase(harness, 'Closed');
  expect(await upload({ id: CASE, fileName: 'a.txt', contentLength: 1 })).toMatchObject({
    outcome: 'REFUSED',
    ...NO_UPLOAD,
    userErrors: [{ code: 'AWS_REJECTED', awsCode: 'ConflictException' }],
  });
});

test('returns the headers of an upload with its URL, and neither without the other', async () => {
  const input = { id: CASE, fileName: 'a.txt', contentLength: 7, idempotencyKey: 'once' };
  const operation = 'GetCaseAttachmentUploadUrl';
  await harness.lay({ service: 'security-ir', operation, lostResponse: 'after', count: 1 });
  expect(await upload(input)).toMatchObject({ outcome: 'UNKNOWN', ...NO_UPLOAD });
  const known = await upload(input);
  expect(known).toMatchObject({
    outcome: 'APPLIED',
    uploadUrl: expect.stringMatching(/^http/) as unknown,
    uploadHeaders: [{}, {}, { name: 'Content-Length', value: '7' }],
  });
  expect(await upload(input)).toEqual(known);
  const answer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{}' };
  await harness.lay({ service: 'security-ir', operation, answer, count: 1 });
  expect(await upload({ ...input, idempotencyKey: 'twice' })).toMatchObject({
    outcome: 'APPLIED',
    ...NO_UPLOAD,
  });
});

test('sends feedback on an investigation, and replaces earlier feedback', async () => {
  const investigation = {
    investigationId: INVESTIGATION,
    actionType: 'Evidence',
    title: 'Calls of the role',
    content: 'There were 12.',
    status: 'Completed',
  };
  await harness.put('security-ir', 'case', CASE_ID, { investigations: [investigation] });
  const input = {
    id: CASE,
    investigationId: INVESTIGATION,
    usefulness: 'USEFUL',
    comment: 'The right role.',
  };
  expect(await feedback(input)).toMatchObject({
    outcome: 'APPLIED',
    securityCase: {
      investigations: {
        nodes: [
          { investigationId: INVESTIGATION, feedback: { usefulness: 'USEFUL', comment: 'The right role.' } },
        ],
      },
    },
  });
  expect(await feedback({ ...input, usefulness: 'NOT_USEFUL', comment: null })).toMatchObject({
    securityCase: { investigations: { nodes: [{ feedback: { usefulness: 'NOT_USEFUL', comment: null } }] } },
  });
});

test('rejects invalid feedback, and feedback on an investigation that does not exist', async () => {
  const input = { id: CASE, investigationId: INVESTIGATION, usefulness: 'USEFUL' };
  await expectViolations(
    harness,
    await feedback({ ...input, usefulness: 'UNRECOGNIZED' }),
    'input.usefulness',
  );
  await expectViolations(
    harness,
    await feedback({ ...input, investigationId: 'inv-1' }),
    'input.investigationId',
  );
  await expectViolations(harness, await feedback({ ...input, comment: text(1_001) }), 'input.comment');
  expect(await feedback(input)).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'NOT_FOUND' }] });
});
