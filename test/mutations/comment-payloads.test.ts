// The comment in the payloads of its mutations: read only if selected and applied, with the cursor of SecurityCase.comments.
import { CASE, CASE_ID, putCase } from '../support/resources';
import { mutation } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const FIELDS = 'id commentId body creator createdAt updatedBy updatedAt';
const EDGE = `commentEdge { cursor node { ${FIELDS} } }`;
const create = mutation(harness, 'createSecurityCaseComment', `idempotencyKey comment { ${FIELDS} } ${EDGE}`);
const createOnly = mutation(harness, 'createSecurityCaseComment', 'commentId');
const createEdge = mutation(
  harness,
  'createSecurityCaseComment',
  'commentEdge { cursor node { commentId } }',
);
const edit = mutation(harness, 'updateSecurityCaseComment', `comment { ${FIELDS} }`);
const editOnly = mutation(harness, 'updateSecurityCaseComment', 'commentId');

beforeEach(async () => {
  await putCase(harness, 'Submitted');
  await harness.forgetCalls();
});

interface Comments {
  readonly nodes: readonly { readonly id: string; readonly commentId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

/** Comments of the case, after a cursor or from the first one. */
async function comments(after: unknown = null, first = 100): Promise<Comments> {
  const { data, errors } = await harness.gateway.send(
    `query ($caseId: SecurityCaseId!, $first: Int, $after: String) {
      securityCase(caseId: $caseId) { comments(first: $first, after: $after) {
        nodes { ${FIELDS} } pageInfo { hasNextPage } } }
    }`,
    { caseId: CASE_ID, first, after },
  );
  expect(errors).toBeUndefined();
  return (data?.securityCase as { comments: Comments }).comments;
}

/** Gives the case comments, which AWS lists latest first. */
async function putComments(count: number, createdDate: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) => ({
    commentId: String(index + 1).padStart(6, '0'),
    body: `Comment ${index + 1}`,
    createdDate,
  }));
  await harness.put('security-ir', 'case', CASE_ID, { comments: rows });
}

const LONG_AGO = 1_700_000_000;
const FAR_AHEAD = 4_000_000_000;

const edgeOf = (payload: object) =>
  (payload as { commentEdge: { cursor: string; node: { commentId: string } } }).commentEdge;

test('createSecurityCaseComment returns the comment and its edge as the connection has them', async () => {
  const payload = await create({ id: CASE, body: 'Sessions are revoked.' });
  const { nodes } = await comments();
  expect(nodes).toMatchObject([{ body: 'Sessions are revoked.' }]);
  expect(payload).toMatchObject({ outcome: 'APPLIED', comment: nodes[0], commentEdge: { node: nodes[0] } });
});

test('updateSecurityCaseComment returns the comment with its new text and the same id', async () => {
  await putComments(2, LONG_AGO);
  const [, before] = (await comments()).nodes;
  const payload = await edit({ id: CASE, commentId: before?.commentId, body: 'New text' });
  expect(payload.comment).toMatchObject({ id: before?.id, body: 'New text' });
  expect((await comments()).nodes[1]).toEqual(payload.comment);
});

test('the comment and its edge share one call, and cost none when they are not selected', async () => {
  await createOnly({ id: CASE, body: 'One' });
  expect(await harness.operations()).toEqual(['CreateCaseComment']);
  await harness.forgetCalls();
  const payload = await create({ id: CASE, body: 'Two' });
  expect(await harness.operations()).toEqual(['CreateCaseComment', 'ListComments']);
  const { commentId } = edgeOf(payload).node;
  await harness.forgetCalls();
  await editOnly({ id: CASE, commentId, body: 'Three' });
  expect(await harness.operations()).toEqual(['UpdateCaseComment']);
  await harness.forgetCalls();
  await edit({ id: CASE, commentId, body: 'Four' });
  expect(await harness.operations()).toEqual(['UpdateCaseComment', 'ListComments']);
});

test.each([
  ['the only comment', 0, LONG_AGO, 0, 1],
  ['the first of many', 60, LONG_AGO, 0, 1],
  ['the last row of an AWS page', 24, FAR_AHEAD, 24, 1],
  ['the first row of the next AWS page', 25, FAR_AHEAD, 25, 2],
  ['a row of a later page', 60, FAR_AHEAD, 60, 3],
])('the cursor of %s continues the connection after it', async (_place, count, time, index, calls) => {
  await putComments(count, time);
  await harness.forgetCalls();
  const { cursor, node } = edgeOf(await createEdge({ id: CASE, body: 'New' }));
  const operations = await harness.operations();
  expect(operations).toEqual(['CreateCaseComment', ...Array<string>(calls).fill('ListComments')]);
  const all = (await comments()).nodes.map(({ commentId }) => commentId);
  expect(all.indexOf(node.commentId)).toBe(index);
  const rest = all.slice(index + 1);
  expect((await comments(cursor)).nodes.map(({ commentId }) => commentId)).toEqual(rest);
  expect((await comments(cursor, 3)).nodes.map(({ commentId }) => commentId)).toEqual(rest.slice(0, 3));
});

test('a payload that was not applied has no comment, and reads none', async () => {
  const nothing = { comment: null, commentEdge: null };
  expect(await create({ id: CASE, body: 'x', dryRun: true })).toMatchObject({
    outcome: 'DRY_RUN',
    ...nothing,
  });
  expect(await create({ id: CASE, body: '' })).toMatchObject({ outcome: 'REFUSED', ...nothing });
  expect(await harness.operations()).toEqual([]);
  expect(await edit({ id: CASE, commentId: '999999', body: 'x' })).toMatchObject({
    outcome: 'REFUSED',
    comment: null,
  });
  await harness.lay({
    service: 'security-ir',
    operation: 'CreateCaseComment',
    lostResponse: 'after',
    count: 1,
  });
  const lost = await create({ id: CASE, body: 'Once.' });
  expect(lost).toMatchObject({ outcome: 'UNKNOWN', ...nothing });
  expect(await harness.operations()).not.toContain('ListComments');
  expect(await create({ id: CASE, body: 'Once.', idempotencyKey: lost.idempotencyKey })).toMatchObject({
    outcome: 'APPLIED',
    comment: { body: 'Once.' },
    commentEdge: { node: { body: 'Once.' } },
  });
});

test('a repeated request returns the comment as it is now', async () => {
  const request = { id: CASE, body: 'First', idempotencyKey: 'one' };
  const { comment } = await create(request);
  const { commentId } = comment as { commentId: string };
  await edit({ id: CASE, commentId, body: 'Edited' });
  expect(await create(request)).toMatchObject({ outcome: 'APPLIED', comment: { commentId, body: 'Edited' } });
});

test('the comment is null when AWS no longer lists it', async () => {
  const request = { id: CASE, body: 'First', idempotencyKey: 'two' };
  const { comment } = await create(request);
  expect(comment).not.toBeNull();
  await putComments(30, LONG_AGO);
  await harness.forgetCalls();
  expect(await create(request)).toMatchObject({ outcome: 'APPLIED', comment: null, commentEdge: null });
  expect(await harness.operations()).toEqual(['ListComments', 'ListComments']);
});

test('two comments in one request each return their own edge', async () => {
  const { data, errors } = await harness.gateway.send(
    `mutation ($one: CreateSecurityCaseCommentInput!, $two: CreateSecurityCaseCommentInput!) {
      one: createSecurityCaseComment(input: $one) { commentId commentEdge { node { commentId body } } }
      two: createSecurityCaseComment(input: $two) { commentId commentEdge { node { commentId body } } }
    }`,
    { one: { id: CASE, body: 'One' }, two: { id: CASE, body: 'Two' } },
  );
  expect(errors).toBeUndefined();
  const { one, two } = data as Record<string, { commentId: string }>;
  expect(one).toMatchObject({ commentEdge: { node: { commentId: one?.commentId, body: 'One' } } });
  expect(two).toMatchObject({ commentEdge: { node: { commentId: two?.commentId, body: 'Two' } } });
});

test('a failure of ListComments leaves the outcome, and is an error of the field', async () => {
  await harness.lay({
    service: 'security-ir',
    operation: 'ListComments',
    error: { type: 'AccessDeniedException', message: 'secret' },
  });
  const { data, errors } = await harness.gateway.send(
    `mutation ($input: CreateSecurityCaseCommentInput!) {
      createSecurityCaseComment(input: $input) { outcome commentId comment { body } userErrors { code } } }`,
    { input: { id: CASE, body: 'x' } },
  );
  expect(data?.createSecurityCaseComment).toEqual({
    outcome: 'APPLIED',
    commentId: expect.stringMatching(/^\d{6}$/) as unknown,
    comment: null,
    userErrors: [],
  });
  expect(errors).toMatchObject([
    { path: ['createSecurityCaseComment', 'comment'], extensions: { code: 'AWS_ACCESS_DENIED' } },
  ]);
  expect(JSON.stringify(errors)).not.toContain('secret');
});
