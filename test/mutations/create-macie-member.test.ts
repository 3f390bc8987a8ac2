// createMacieMember: creates members from new and removed accounts, and rejects invalid inputs and existing members.
import { ACCOUNT_ID, memberStatusInAws, putMember } from '../support/resources';
import { expectViolations, mutation } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const NEW = { accountId: ACCOUNT_ID, email: 'security@example.com' };

const create = mutation(
  harness,
  'createMacieMember',
  'macieMember { accountId email status tags { key value } }',
);

test('creates a member from an account, and returns it', async () => {
  const tags = [{ key: 'team', value: 'payments' }];
  expect(await create({ ...NEW, tags })).toEqual({
    outcome: 'APPLIED',
    userErrors: [],
    macieMember: { ...NEW, status: 'CREATED', tags },
  });
  expect(await harness.operations()).toEqual(['CreateMember', 'GetMember']);
});

test('returns the status ENABLED when Macie enables the member at once', async () => {
  await harness.emulator.control('POST', '/settings', { createdMemberStatus: 'Enabled' });
  expect(await create(NEW)).toMatchObject({ macieMember: { status: 'ENABLED' } });
});

test('creates a member again after it was removed', async () => {
  await putMember(harness, 'Removed');
  expect(await create(NEW)).toMatchObject({
    outcome: 'APPLIED',
    macieMember: { status: 'CREATED' },
  });
});

test.each([
  ['an existing member', 'Enabled', NEW, 'ConflictException'],
  ['the administrator account', 'Removed', { ...NEW, accountId: '111122223333' }, 'ValidationException'],
])('reports a rejection by Macie of %s', async (_title, status, input, awsCode) => {
  await putMember(harness, status);
  const payload = await create(input);
  expect(payload).toMatchObject({
    outcome: 'REFUSED',
    macieMember: null,
    userErrors: [{ code: 'AWS_REJECTED', awsCode, operation: 'CreateMember' }],
  });
  expect(await memberStatusInAws(harness)).toBe(status);
});

test.each<[path: string, change: object]>([
  ['input.email', { email: 'nobody' }],
  ['input.email', { email: '' }],
  ['input.tags', { tags: [] }],
  ['input.tags.0.key', { tags: [{ key: 'x'.repeat(129), value: '' }] }],
  ['input.target', { target: 'nowhere' }],
])('rejects an invalid %s: %j', async (path, change) => {
  await expectViolations(harness, await create({ ...NEW, ...change }), path);
});

test('a dry run sends nothing, and a lost response is UNKNOWN', async () => {
  expect(await create({ ...NEW, dryRun: true })).toMatchObject({ outcome: 'DRY_RUN', macieMember: null });
  expect(await harness.operations()).toEqual([]);
  await harness.lay({ service: 'macie2', operation: 'CreateMember', lostResponse: 'after', count: 1 });
  const lost = await create(NEW);
  expect(lost).toMatchObject({
    outcome: 'UNKNOWN',
    macieMember: null,
    userErrors: [{ code: 'OUTCOME_UNKNOWN' }],
  });
  expect(await harness.operations()).toEqual(['CreateMember']);
});
