// Every mutation with a realistic input, as a dry run, and the scope that it requires.
import { encodeId } from '../../../src/domain/ids';
import type { Scope } from '../../../src/domain/principal';
import { inputTypeOf } from '../../support/input-type';
import { HOME } from '../../support/several-targets';

export interface GuardedChange {
  readonly mutation: string;
  readonly document: string;
  readonly input: object;
  readonly requires: Scope;
}

const target = HOME.name;
const JOB = encodeId({ kind: 'ClassificationJob', target, jobId: 'f'.repeat(32) });
const MEMBER = encodeId({ kind: 'MacieMember', target, accountId: '444455556666' });
const EXPORT_JOB = encodeId({
  kind: 'MailboxExportJob',
  target,
  organizationId: `m-${'f'.repeat(32)}`,
  jobId: '00000000-1111-2222-3333-444444444444',
});
const CASE = encodeId({ kind: 'SecurityCase', target, caseId: '9999999999' });
const TAGS = [{ key: 'team', value: 'secops' }];

const CREATED_JOB = {
  name: 'once',
  jobType: 'ONE_TIME',
  buckets: { bucketDefinitions: [{ accountId: '111122223333', buckets: ['exports'] }] },
};
const STARTED_EXPORT = {
  organizationId: `m-${'f'.repeat(32)}`,
  entityId: 'ann@example.com',
  roleArn: 'arn:aws:iam::111122223333:role/export',
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/00000000-1111-2222-3333-444444444444',
  s3BucketName: 'exports',
  s3Prefix: 'mail',
};
const CREATED_CASE = {
  resolverType: 'SELF',
  title: 'Unknown API calls',
  description: 'From an address that is not ours.',
  engagementType: 'SECURITY_INCIDENT',
  reportedIncidentStartedAt: '2026-11-20T22:15:00.000Z',
  impactedAccounts: [],
  watchers: [],
};

const change = (
  mutation: string,
  requires: Scope,
  input: object,
  selection = '__typename',
): GuardedChange => {
  const type = inputTypeOf(mutation);
  return {
    mutation,
    document: `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`,
    input: { dryRun: true, ...input },
    requires,
  };
};

const inBulk = (requires: Scope, id: string, action: string) =>
  change(
    'changeStatuses',
    requires,
    { items: [{ id, action }] },
    'results { outcome userErrors { code message } }',
  );

export const CHANGES: readonly GuardedChange[] = [
  change('createClassificationJob', 'macie:write', CREATED_JOB),
  change('pauseClassificationJob', 'macie:write', { id: JOB }),
  change('resumeClassificationJob', 'macie:write', { id: JOB }),
  change('cancelClassificationJob', 'macie:write', { id: JOB }),
  change('createMacieMember', 'macie:write', { accountId: '444455556666', email: 'security@example.com' }),
  change('suspendMacieMember', 'macie:write', { id: MEMBER }),
  change('enableMacieMember', 'macie:write', { id: MEMBER }),
  change('disassociateMacieMember', 'macie:write', { id: MEMBER }),
  change('deleteMacieMember', 'macie:write', { id: MEMBER }),
  change('startMailboxExportJob', 'workmail:write', STARTED_EXPORT),
  change('cancelMailboxExportJob', 'workmail:write', { id: EXPORT_JOB }),
  change('createSecurityCase', 'security-ir:write', CREATED_CASE),
  change('updateSecurityCase', 'security-ir:write', { id: CASE, title: 'Known API calls' }),
  change('updateSecurityCaseStatus', 'security-ir:write', { id: CASE, status: 'POST_INCIDENT_ACTIVITIES' }),
  change('updateSecurityCaseResolverType', 'security-ir:write', { id: CASE, resolverType: 'AWS' }),
  change('closeSecurityCase', 'security-ir:write', { id: CASE }),
  change('createSecurityCaseComment', 'security-ir:write', { id: CASE, body: 'Seen.' }),
  change('updateSecurityCaseComment', 'security-ir:write', { id: CASE, commentId: 'abcdef', body: 'Seen.' }),
  change('createSecurityCaseAttachmentUploadUrl', 'security-ir:write', {
    id: CASE,
    fileName: 'log.txt',
    contentLength: 12,
  }),
  change('sendSecurityCaseInvestigationFeedback', 'security-ir:write', {
    id: CASE,
    investigationId: 'inv-0123456789',
    usefulness: 'USEFUL',
  }),
  change('tagResource', 'macie:write', { id: JOB, tags: TAGS }),
  change('tagResource', 'security-ir:write', { id: CASE, tags: TAGS }),
  change('untagResource', 'macie:write', { id: MEMBER, tagKeys: ['team'] }),
  inBulk('macie:write', JOB, 'PAUSE'),
  inBulk('macie:write', MEMBER, 'SUSPEND'),
  inBulk('workmail:write', EXPORT_JOB, 'CANCEL'),
  inBulk('security-ir:write', CASE, 'CLOSE'),
];
