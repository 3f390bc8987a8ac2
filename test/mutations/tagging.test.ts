// tagResource and untagResource: tags of jobs, members and cases, by global id.
import { CASE, EXPORT_JOB, JOB, jobGlobalId, MEMBER, putCase, putJob, putMember } from '../support/resources';
import { expectViolations, mutation } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const RESOURCE = `resource { id
  ... on ClassificationJob { tags { key value } }
  ... on MacieMember { tags { key value } }
  ... on SecurityCase { tags { key value } } }`;
const tag = mutation(harness, 'tagResource', RESOURCE);
const untag = mutation(harness, 'untagResource', RESOURCE);

beforeEach(async () => {
  await putJob(harness, 'RUNNING');
  await putMember(harness, 'Enabled');
  await putCase(harness, 'Submitted');
  await harness.forgetCalls();
});

const TEAM = { key: 'team', value: 'secops' };
const COST = { key: 'cost', value: '' };

test.each([
  ['a job', JOB, 'DescribeClassificationJob', []],
  ['a member', MEMBER, 'GetMember', []],
  ['a case', CASE, 'GetCase', ['ListTagsForResource']],
])('adds, changes and removes tags of %s', async (_title, id, read, more) => {
  expect(await tag({ id, tags: [TEAM, COST] })).toEqual({
    outcome: 'APPLIED',
    userErrors: [],
    resource: { id, tags: [COST, TEAM] },
  });
  expect(await harness.operations()).toEqual([read, 'TagResource', read, ...more]);
  const renamed = { key: 'team', value: 'platform' };
  expect(await tag({ id, tags: [renamed] })).toMatchObject({ resource: { tags: [COST, renamed] } });
  expect(await untag({ id, tagKeys: ['team', 'nothing'] })).toEqual({
    outcome: 'APPLIED',
    userErrors: [],
    resource: { id, tags: [COST] },
  });
});

test('rejects tags for an export job', async () => {
  const payload = await tag({ id: EXPORT_JOB, tags: [TEAM] });
  await expectViolations(harness, payload, 'input.id');
  expect(payload.userErrors[0]?.message).toBe('A MailboxExportJob has no tags.');
});

test.each<[path: string, input: object]>([
  ['input.id', { id: 'nonsense', tags: [TEAM] }],
  ['input.tags', { id: JOB, tags: [] }],
  ['input.tags', { id: JOB, tags: [TEAM, TEAM] }],
  [
    'input.tags',
    { id: JOB, tags: Array.from({ length: 201 }, (_, index) => ({ key: `k${index}`, value: '' })) },
  ],
  ['input.tags.0.key', { id: JOB, tags: [{ key: 'AWS:owner', value: '' }] }],
  ['input.tags.0.key', { id: JOB, tags: [{ key: 'x'.repeat(129), value: '' }] }],
  ['input.tags.0.value', { id: JOB, tags: [{ key: 'x', value: 'x'.repeat(257) }] }],
])('tagResource rejects an invalid %s', async (path, input) => {
  await expectViolations(harness, await tag(input), path);
});

test.each<[path: string, tagKeys: readonly string[]]>([
  ['input.tagKeys', []],
  ['input.tagKeys', ['team', 'team']],
  ['input.tagKeys.0', ['']],
  ['input.tagKeys.1', ['team', 'x'.repeat(129)]],
  ['input.tagKeys.0', ['aws:owner']],
])('untagResource rejects an invalid %s', async (path, tagKeys) => {
  await expectViolations(harness, await untag({ id: JOB, tagKeys }), path);
});

test('rejects more than 50 tags for Macie, and accepts them for Security Incident Response', async () => {
  const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }));
  await expectViolations(harness, await tag({ id: JOB, tags }), 'input.tags');
  await expectViolations(harness, await tag({ id: MEMBER, tags }), 'input.tags');
  expect(await tag({ id: CASE, tags })).toMatchObject({ outcome: 'APPLIED' });
});

test('reports a rejection by Macie when a resource would exceed its total number of tags', async () => {
  const tags = (from: number) =>
    Array.from({ length: 30 }, (_, index) => ({ key: `k${from + index}`, value: '' }));
  await tag({ id: JOB, tags: tags(0) });
  expect(await tag({ id: JOB, tags: tags(30) })).toMatchObject({
    outcome: 'REFUSED',
    resource: null,
    userErrors: [{ code: 'AWS_REJECTED', awsCode: 'ServiceQuotaExceededException' }],
  });
});

test('reports NOT_FOUND for a resource that AWS does not have, and sends nothing', async () => {
  const payload = await tag({ id: jobGlobalId('f'.repeat(32)), tags: [TEAM] });
  expect(payload).toMatchObject({ outcome: 'REFUSED', resource: null, userErrors: [{ code: 'NOT_FOUND' }] });
  expect(await harness.updates()).toEqual([]);
});

test('rejects the mutation and sends nothing when the resource cannot be read', async () => {
  await harness.lay({
    service: 'security-ir',
    operation: 'GetCase',
    error: { type: 'InternalServerException' },
  });
  const payload = await tag({ id: CASE, tags: [TEAM] });
  expect(payload).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'AWS_REJECTED', operation: 'GetCase' }],
  });
  expect(await harness.updates()).toEqual([]);
});

test('a dry run reads the resource and sends nothing; a lost response is UNKNOWN, sent once', async () => {
  expect(await untag({ id: MEMBER, tagKeys: ['x'], dryRun: true })).toMatchObject({ outcome: 'DRY_RUN' });
  expect(await harness.operations()).toEqual(['GetMember']);
  const missing = { id: jobGlobalId('f'.repeat(32)), tagKeys: ['x'], dryRun: true };
  expect(await untag(missing)).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: 'NOT_FOUND' }] });
  await harness.lay({ service: 'macie2', operation: 'UntagResource', lostResponse: 'after', count: 1 });
  expect(await untag({ id: MEMBER, tagKeys: ['x'] })).toMatchObject({ outcome: 'UNKNOWN', resource: null });
  expect((await harness.updates()).map(({ operation }) => operation)).toEqual(['UntagResource']);
});
