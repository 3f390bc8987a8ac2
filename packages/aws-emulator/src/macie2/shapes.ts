/** How Macie's operations show what is stored: exactly the members of the model's structures. */
import type { Behavior } from '../kernel/behavior';
import { DAY } from '../kernel/clock';
import type { Output } from '../kernel/operation';
import { objectsToProcess } from './progress';
import type { ClassificationJob, MacieSession, Member, S3JobDefinition } from './state';

/** JobSummary, an item of ListClassificationJobs. */
export function jobSummary(job: ClassificationJob, now: number): Output {
  const { bucketCriteria, bucketDefinitions } = job.s3JobDefinition;
  return {
    bucketCriteria,
    bucketDefinitions,
    createdAt: iso(job.createdAt),
    jobId: job.jobId,
    jobStatus: job.jobStatus,
    jobType: job.jobType,
    lastRunErrorStatus: { code: job.lastRunErrorCode },
    name: job.name,
    userPausedDetails: userPausedDetails(job, now),
  };
}

/** The output of DescribeClassificationJob. */
export function jobDescription(
  job: ClassificationJob,
  now: number,
  { tagScopeTermTarget, fractionalStatistics }: Behavior,
): Output {
  const objects = objectsToProcess(job, now);
  return {
    allowListIds: job.allowListIds,
    clientToken: job.clientToken,
    createdAt: iso(job.createdAt),
    customDataIdentifierIds: job.customDataIdentifierIds,
    description: job.description,
    initialRun: job.initialRun,
    jobArn: job.jobArn,
    jobId: job.jobId,
    jobStatus: job.jobStatus,
    jobType: job.jobType,
    lastRunErrorStatus: { code: job.lastRunErrorCode },
    lastRunTime: isoIfAny(job.lastRunTime),
    managedDataIdentifierIds: job.managedDataIdentifierIds,
    managedDataIdentifierSelector: job.managedDataIdentifierSelector,
    name: job.name,
    s3JobDefinition:
      tagScopeTermTarget === 'empty' ? withoutTargets(job.s3JobDefinition) : job.s3JobDefinition,
    samplingPercentage: job.samplingPercentage,
    scheduleFrequency: job.scheduleFrequency,
    statistics: {
      approximateNumberOfObjectsToProcess: fractionalStatistics ? objects : Math.ceil(objects),
      numberOfRuns: job.numberOfRuns,
    },
    tags: job.tags,
    userPausedDetails: userPausedDetails(job, now),
  };
}

/** With an empty target in every tagScopeTerm. */
function withoutTargets(definition: S3JobDefinition): unknown {
  return JSON.parse(JSON.stringify(definition), (member: string, value: unknown) =>
    member === 'tagScopeTerm' && typeof value === 'object' ? { ...value, target: '' } : value,
  );
}

/** Member, an item of ListMembers and the output of GetMember. */
export function memberDetail(member: Member): Output {
  return {
    accountId: member.accountId,
    administratorAccountId: member.administratorAccountId,
    arn: member.arn,
    email: member.email ?? null,
    invitedAt: isoIfAny(member.invitedAt) ?? null,
    masterAccountId: member.administratorAccountId,
    relationshipStatus: member.relationshipStatus,
    tags: member.tags,
    updatedAt: iso(member.updatedAt),
  };
}

/** The output of GetMacieSession. */
export function sessionDetail(session: MacieSession): Output {
  return { ...session, createdAt: iso(session.createdAt), updatedAt: iso(session.updatedAt) };
}

/** AWS Health announces the expiration of a pause after this time. */
const HEALTH_EVENT_AFTER_MS = 23 * DAY;

function userPausedDetails(
  { jobStatus, jobArn, userPaused }: ClassificationJob,
  now: number,
): Output | undefined {
  if (jobStatus !== 'USER_PAUSED' || userPaused === undefined) return undefined;
  const { pausedAt, expiresAt } = userPaused;
  const isAnnounced = expiresAt !== undefined && now - pausedAt >= HEALTH_EVENT_AFTER_MS;
  const [, , , region, account, job] = jobArn.split(':');
  return {
    jobExpiresAt: isoIfAny(expiresAt),
    jobImminentExpirationHealthEventArn: isAnnounced
      ? `arn:aws:health:${region}:${account}:event/MACIE/AWS_MACIE_JOB_EXPIRATION/${job?.replace('/', '-')}`
      : undefined,
    jobPausedAt: iso(pausedAt),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function isoIfAny(time: number | undefined): string | undefined {
  return time === undefined ? undefined : iso(time);
}
