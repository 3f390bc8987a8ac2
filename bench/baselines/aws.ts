/** AWS clients by region and conversion of AWS rows to nodes, for both baselines. */
import { Macie2Client, type GetMemberResponse, type JobSummary, type Member } from '@aws-sdk/client-macie2';
import { SecurityIRClient, type ListCasesItem } from '@aws-sdk/client-security-ir';
import { ConcurrencyLimiter } from './concurrency-limiter';

const FIRST = { step: 'initialize', priority: 'high', name: 'concurrencyLimiter' } as const;

export interface Region {
  readonly name: string;
  readonly macie: Macie2Client;
  readonly securityIr: SecurityIRClient;
}

/** The same limit per service and target as in the gateway. */
const MAX_CONCURRENT_CALLS = 16;

/** Endpoint and credentials come from the environment. */
export function readRegions(env: NodeJS.ProcessEnv): readonly Region[] {
  return (env.BASELINE_REGIONS ?? '').split(',').map((region) => {
    const macie = new Macie2Client({ region });
    const securityIr = new SecurityIRClient({ region });
    const [macieLimiter, securityIrLimiter] = [
      new ConcurrencyLimiter(MAX_CONCURRENT_CALLS),
      new ConcurrencyLimiter(MAX_CONCURRENT_CALLS),
    ];
    macie.middlewareStack.add((next) => (call) => macieLimiter.run(() => next(call)), FIRST);
    securityIr.middlewareStack.add((next) => (call) => securityIrLimiter.run(() => next(call)), FIRST);
    return { name: region, macie, securityIr };
  });
}

export function firstOf(regions: readonly Region[]): Region {
  const [region] = regions;
  if (region === undefined) throw new Error('BASELINE_REGIONS contains no region.');
  return region;
}

export function jobNode(region: Region, job: JobSummary) {
  return {
    id: globalId(region, job.jobId),
    jobId: job.jobId,
    target: { name: region.name },
    name: job.name,
    status: job.jobStatus,
    awsStatus: job.jobStatus,
    jobType: job.jobType,
    createdAt: job.createdAt,
    lastRunErrorStatus: job.lastRunErrorStatus,
    userPausedDetails: job.userPausedDetails && {
      pausedAt: job.userPausedDetails.jobPausedAt,
      expiresAt: job.userPausedDetails.jobExpiresAt,
    },
    bucketDefinitions: job.bucketDefinitions,
  };
}

export function caseNode(region: Region, item: ListCasesItem) {
  return {
    id: globalId(region, item.caseId),
    caseId: item.caseId,
    target: { name: region.name },
    title: item.title,
    status: enumName(item.caseStatus),
    createdAt: item.createdDate,
    updatedAt: item.lastUpdatedDate,
  };
}

export function memberNode(member: Member | GetMemberResponse | undefined) {
  return member && { email: member.email, status: enumName(member.relationshipStatus) };
}

const CURRENT: ReadonlySet<string | undefined> = new Set([
  'Enabled',
  'Paused',
  'RegionDisabled',
  'AccountSuspended',
]);

export function memberStatus(member: Member | GetMemberResponse | undefined) {
  return CURRENT.has(member?.relationshipStatus) ? 'MEMBER' : 'NOT_A_MEMBER';
}

export function connection(nodes: readonly unknown[], nextToken?: string) {
  return {
    nodes,
    pageInfo: { hasNextPage: nextToken !== undefined, endCursor: nextToken },
    completeness: { complete: true },
  };
}

/** The enum value of the schema for an AWS value such as `Detection and Analysis` or `RegionDisabled`. */
function enumName(value: string | undefined): string | undefined {
  return value
    ?.replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z]+/g, '_')
    .toUpperCase();
}

function globalId({ name }: Region, id: string | undefined): string {
  return Buffer.from(`${name}:${id ?? ''}`).toString('base64url');
}
