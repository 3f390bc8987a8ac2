// AWS ids in the inputs of mutations: an invalid one is an error of the request, and the gateway sends and records nothing.
import { useHarness } from '../support/harness';

const harness = useHarness();

const send = (mutation: string, inputType: string, input: object) =>
  harness.gateway.send(`mutation ($input: ${inputType}!) { ${mutation}(input: $input) { outcome } }`, {
    input,
  });

const JOB = { name: 'job', jobType: 'ONE_TIME' };
const CASE = {
  title: 'case',
  description: 'text',
  resolverType: 'SELF',
  engagementType: 'INVESTIGATION',
  reportedIncidentStartedAt: '2026-11-20T22:15:00Z',
  watchers: [],
};
const EXPORT = { entityId: 'u', roleArn: 'r', kmsKeyArn: 'k', s3BucketName: 'b', s3Prefix: 'p' };

test.each<[mutation: string, inputType: string, input: object]>([
  ['createMacieMember', 'CreateMacieMemberInput', { accountId: '1234', email: 'a@example.com' }],
  ['createMacieMember', 'CreateMacieMemberInput', { accountId: '../111122223333', email: 'a@example.com' }],
  [
    'createClassificationJob',
    'CreateClassificationJobInput',
    { ...JOB, buckets: { bucketDefinitions: [{ accountId: '1', buckets: ['exports'] }] } },
  ],
  ['createSecurityCase', 'CreateSecurityCaseInput', { ...CASE, impactedAccounts: ['1'] }],
  ['updateSecurityCase', 'UpdateSecurityCaseInput', { id: 'x', impactedAccounts: { add: ['1'] } }],
  ['startMailboxExportJob', 'StartMailboxExportJobInput', { ...EXPORT, organizationId: 'm-0' }],
  [
    'startMailboxExportJob',
    'StartMailboxExportJobInput',
    { ...EXPORT, organizationId: `M-${'0'.repeat(32)}` },
  ],
])('%s rejects an invalid id in %s before execution: %j', async (mutation, inputType, input) => {
  const { data, errors } = await send(mutation, inputType, input);
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await harness.operations()).toEqual([]);
});
