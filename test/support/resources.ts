// One resource of each kind, put into the emulator with any status and read from it.
import { encodeId } from '../../src/domain/ids';
import type { Harness } from './harness';

export const JOB_ID = '0123456789abcdef0123456789abcdef';
export const ACCOUNT_ID = '444455556666';
export const ORGANIZATION_ID = 'm-0123456789abcdef0123456789abcdef';
export const EXPORT_JOB_ID = '00000000-1111-2222-3333-444444444444';
export const CASE_ID = '0123456789';

const target = 'default';

export const jobGlobalId = (jobId: string): string => encodeId({ kind: 'ClassificationJob', target, jobId });

export const JOB = jobGlobalId(JOB_ID);
export const MEMBER = encodeId({ kind: 'MacieMember', target, accountId: ACCOUNT_ID });
export const EXPORT_JOB = encodeId({
  kind: 'MailboxExportJob',
  target,
  organizationId: ORGANIZATION_ID,
  jobId: EXPORT_JOB_ID,
});
export const CASE = encodeId({ kind: 'SecurityCase', target, caseId: CASE_ID });

interface JobSettings {
  readonly jobId?: string;
  readonly jobType?: string;
  /** The account in which the job runs; the administrator's when left out. */
  readonly account?: string;
  /** The accounts whose buckets the job scans. */
  readonly buckets?: readonly string[];
}

export async function putJob(harness: Harness, jobStatus: string, settings: JobSettings = {}): Promise<void> {
  const { jobId = JOB_ID, jobType = 'ONE_TIME', account, buckets } = settings;
  const bucketDefinitions = buckets?.map((accountId) => ({ accountId, buckets: ['mail'] }));
  const set = {
    name: 'job',
    jobType,
    jobStatus,
    s3JobDefinition: bucketDefinitions && { bucketDefinitions },
  };
  await harness.put('macie2', 'job', jobId, set, { account });
}

export async function putMember(harness: Harness, relationshipStatus: string): Promise<void> {
  await harness.put('macie2', 'member', ACCOUNT_ID, { relationshipStatus });
}

export async function putExportJob(harness: Harness, State: string, more: object = {}): Promise<void> {
  await harness.put('workmail', 'organization', ORGANIZATION_ID, { Alias: 'tests' });
  const set = { EntityId: 'S-1-1-11-1111111111', State, ...more };
  await harness.put('workmail', 'exportJob', EXPORT_JOB_ID, set, { organizationId: ORGANIZATION_ID });
}

export async function putCase(harness: Harness, caseStatus: string, resolverType = 'Self'): Promise<void> {
  await harness.put('security-ir', 'case', CASE_ID, { title: 'case', caseStatus, resolverType });
}

interface State {
  readonly macie2: {
    readonly jobs: readonly { readonly jobId: string; readonly jobStatus: string }[];
    readonly members: readonly { readonly relationshipStatus: string }[];
  };
  readonly workmail: {
    readonly organizations: readonly {
      readonly OrganizationId: string;
      readonly exportJobs: readonly { readonly State: string }[];
    }[];
  };
  readonly 'security-ir': { readonly cases: readonly { readonly caseStatus: string }[] };
}

async function stateOf(harness: Harness, query = ''): Promise<State> {
  return (await harness.emulator.control('GET', `/state${query}`)) as State;
}

export async function jobStatusInAws(
  harness: Harness,
  jobId = JOB_ID,
  account?: string,
): Promise<string | undefined> {
  const { macie2 } = await stateOf(harness, account === undefined ? '' : `?account=${account}`);
  return macie2.jobs.find((job) => job.jobId === jobId)?.jobStatus;
}

export async function memberStatusInAws(harness: Harness): Promise<string | undefined> {
  return (await stateOf(harness)).macie2.members[0]?.relationshipStatus;
}

export async function exportStateInAws(harness: Harness): Promise<string | undefined> {
  const { organizations } = (await stateOf(harness)).workmail;
  return organizations.find(({ OrganizationId }) => OrganizationId === ORGANIZATION_ID)?.exportJobs[0]?.State;
}

export async function caseStatusInAws(harness: Harness): Promise<string | undefined> {
  return (await stateOf(harness))['security-ir'].cases[0]?.caseStatus;
}
