// createMacieMember: which accounts become members, and what is refused.
import { ACCOUNT_ID, memberStatusInAws, putMember } from '../support/resources';
import { expectViolations, mutation } from '../support/mutations';
import { useHarness } from '../support/harness';

const harness = useHarness();

const NEW = { accountId: ACCOUNT_ID, email: 'security@example.com' };

const create = mutation(
  harness,
  'createMacieMember',
  'macieMember { accountId email relationshipStatus tags { key value } }',
);

test('an account is readied for an invitation, and read back', async () => {
  const tags = [{ key: 'team', value: 'payments' }];
  expect(await create({ ...NEW, tags })).toEqual({
    outcome: 'APPLIED',
    userErrors: [],
    macieMember: { ...NEW, relationshipStatus: 'CREATED', tags },
  });
  expect(await harness.operations()).toEqual(['CreateMember', 'GetMember']);
});

test('where Macie enables it at once, it says so', async () => {
  await harness.emulator.control('POST', '/settings', { createdMemberStatus: 'Enabled' });
  expect(await create(NEW)).toMatchObject({ macieMember: { relationshipStatus: 'ENABLED' } });
});

test('an account that was removed comes back', async () => {
  await putMember(harness, 'Removed');
  expect(await create(NEW)).toMatchObject({
    outcome: 'APPLIED',
    macieMember: { relationshipStatus: 'CREATED' },
  });
});

test.each([
  ['a member already', 'Enabled', NEW, 'ConflictException'],
  ['the administrator itself', 'Removed', { ...NEW, accountId: '111122223333' }, 'ValidationException'],
])('%s is refused by Macie', async (_who, status, input, awsCode) => {
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
  ['input.accountId', { accountId: '1234' }],
  ['input.accountId', { accountId: '../111122223333' }],
  ['input.email', { email: 'nobody' }],
  ['input.email', { email: '' }],
  ['input.tags', { tags: [] }],
  ['input.tags.0.key', { tags: [{ key: 'x'.repeat(129), value: '' }] }],
  ['input.target', { target: 'nowhere' }],
])('%s is held to its limits: %j', async (path, change) => {
  await expectViolations(harness, await create({ ...NEW, ...change }), path);
});

test('a dry run sends nothing; a lost answer is UNKNOWN', async () => {
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
