// The path of NOT_FOUND: the input field that names the missing resource, or none when several fields may.
import { readState } from '../support/emulator';
import { useHarness } from '../support/harness';
import { mutation, type Payload } from '../support/mutations';
import { ACCOUNT_ID, CASE, putCase } from '../support/resources';

const harness = useHarness();

const EXPORT = {
  roleArn: 'arn:aws:iam::111122223333:role/export',
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/0123',
  s3BucketName: 'exports',
  s3Prefix: 'legal/2026',
};
const NEW_CASE = {
  resolverType: 'SELF',
  title: 'Unknown API calls',
  description: 'From an address that is not ours.',
  engagementType: 'SECURITY_INCIDENT',
  reportedIncidentStartedAt: '2026-11-20T22:15:00.000Z',
  impactedAccounts: [],
  watchers: [],
};
const NEW_JOB = {
  name: 'Customer data',
  jobType: 'ONE_TIME',
  buckets: { bucketDefinitions: [{ accountId: '111122223333', buckets: ['data'] }] },
};

const send = (name: string, input: object): Promise<Payload> => mutation(harness, name, '')(input);

const refused = (message: string, path: readonly string[] | null) => ({
  outcome: 'REFUSED',
  userErrors: [{ code: 'NOT_FOUND', message, path }],
});
const NAMED = 'AWS does not have a resource that the input names.';

const notFound = (service: string, operation: string, type = 'ResourceNotFoundException') =>
  harness.lay({ service, operation, error: { type, status: 404, message: 'secret' } });

test('startMailboxExportJob names the organization or the mailbox that WorkMail does not have', async () => {
  const [organization] = (await readState(harness.emulator)).workmail.organizations;
  const organizationId = String(organization?.OrganizationId);
  const entityId = 'nobody@example.com';
  const elsewhere = `m-${'f'.repeat(32)}`;
  expect(await send('startMailboxExportJob', { ...EXPORT, organizationId: elsewhere, entityId })).toEqual(
    refused(NAMED, ['input', 'organizationId']),
  );
  expect(await send('startMailboxExportJob', { ...EXPORT, organizationId, entityId })).toEqual(
    refused(NAMED, ['input', 'entityId']),
  );
  await notFound('workmail', 'StartMailboxExportJob');
  expect(await send('startMailboxExportJob', { ...EXPORT, organizationId, entityId })).toEqual(
    refused(NAMED, null),
  );
});

test('createMacieMember names the account', async () => {
  await notFound('macie2', 'CreateMember');
  const input = { accountId: ACCOUNT_ID, email: 'security@example.com' };
  expect(await send('createMacieMember', input)).toEqual(refused(NAMED, ['input', 'accountId']));
});

test('createClassificationJob and createSecurityCase name no field, because several may be meant', async () => {
  await notFound('macie2', 'CreateClassificationJob');
  expect(await send('createClassificationJob', NEW_JOB)).toEqual(refused(NAMED, null));
  await notFound('security-ir', 'CreateCase');
  expect(await send('createSecurityCase', NEW_CASE)).toEqual(refused(NAMED, null));
});

test('a change of a part of a case names no field, because AWS does not say which resource is missing', async () => {
  await putCase(harness, 'Submitted');
  expect(await send('updateSecurityCaseComment', { id: CASE, commentId: '999999', body: 'x' })).toEqual(
    refused(NAMED, null),
  );
  const investigationId = `inv-${'a'.repeat(10)}`;
  const feedback = { id: CASE, investigationId, usefulness: 'USEFUL' };
  expect(await send('sendSecurityCaseInvestigationFeedback', feedback)).toEqual(refused(NAMED, null));
});

test('a change of a case names its id', async () => {
  const expected = refused('AWS does not have this resource.', ['input', 'id']);
  expect(await send('updateSecurityCase', { id: CASE, title: 'x' })).toEqual(expected);
  expect(await send('createSecurityCaseComment', { id: CASE, body: 'x' })).toEqual(expected);
});

test('a repeated request under the same key has the same path', async () => {
  const input = {
    ...EXPORT,
    organizationId: `m-${'f'.repeat(32)}`,
    entityId: 'nobody@example.com',
    idempotencyKey: 'one',
  };
  const first = await send('startMailboxExportJob', input);
  expect(first).toEqual(refused(NAMED, ['input', 'organizationId']));
  await harness.forgetCalls();
  expect(await send('startMailboxExportJob', input)).toEqual(first);
  expect(await harness.operations()).toEqual([]);
});
