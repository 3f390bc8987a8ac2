/** The control action `put` for jobs and members: sets any state, including states that the model does not define. */
import { z } from 'zod';
import { DAY, HOUR } from '../kernel/clock';
import { ControlError, readPutMembers, time, type PutRequest } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import { PAUSE_LIFETIME_MS } from './rules';
import type { ClassificationJob, MacieState, Member } from './state';

export function putMacie(request: PutRequest, state: MacieState, scope: Scope, now: number): void {
  if (request.resource === 'job') putJob(request, state, scope, now);
  else if (request.resource === 'member') putMember(request, state, scope, now);
  else throw new ControlError(400, `macie2 has resources job and member, not "${request.resource}".`);
}

const TAGS = z.record(z.string(), z.string());

const JOB_MEMBERS = z.strictObject({
  name: z.string().optional(),
  jobType: z.string().optional(),
  jobStatus: z.string().optional(),
  createdAt: time().optional(),
  description: z.string().optional(),
  initialRun: z.boolean().optional(),
  samplingPercentage: z.number().optional(),
  lastRunTime: time().optional(),
  lastRunErrorStatus: z.strictObject({ code: z.string() }).optional(),
  statistics: z
    .strictObject({ approximateNumberOfObjectsToProcess: z.number(), numberOfRuns: z.number() })
    .optional(),
  s3JobDefinition: z
    .strictObject({
      bucketDefinitions: z
        .array(z.strictObject({ accountId: z.string(), buckets: z.array(z.string()) }))
        .optional(),
      bucketCriteria: z.unknown().optional(),
      scoping: z.unknown().optional(),
    })
    .optional(),
  scheduleFrequency: z
    .strictObject({
      dailySchedule: z.strictObject({}).optional(),
      weeklySchedule: z.strictObject({ dayOfWeek: z.string() }).optional(),
      monthlySchedule: z.strictObject({ dayOfMonth: z.number() }).optional(),
    })
    .optional(),
  tags: TAGS.optional(),
  userPausedDetails: z.strictObject({ jobPausedAt: time(), jobExpiresAt: time().optional() }).optional(),
});

const RUN_MS = 6 * HOUR;

function putJob(request: PutRequest, state: MacieState, scope: Scope, now: number): void {
  const { lastRunErrorStatus, statistics, userPausedDetails, ...plain } = readPutMembers(
    JOB_MEMBERS,
    request.set,
  );
  const base = state.jobs.get(request.id) ?? newJob(request.id, plain, scope, now);
  const job = { ...base, ...plain, scheduleFrequency: scheduleOf({ ...base, ...plain }) };
  job.lastRunErrorCode = lastRunErrorStatus?.code ?? base.lastRunErrorCode;
  job.numberOfRuns = statistics?.numberOfRuns ?? base.numberOfRuns;
  job.nextRunAfter = now;
  if (plain.jobStatus !== undefined) enterStatus(job, now);
  if (statistics !== undefined && job.run !== undefined) {
    job.run = {
      ...job.run,
      objects: statistics.approximateNumberOfObjectsToProcess,
      totalMs: job.run.remainingMs,
    };
  }
  if (userPausedDetails !== undefined) {
    job.userPaused = {
      pausedAt: userPausedDetails.jobPausedAt,
      expiresAt: userPausedDetails.jobExpiresAt,
    };
  }
  state.jobs.put(request.id, job);
}

/** Only scheduled jobs have a schedule. */
function scheduleOf(job: ClassificationJob): ClassificationJob['scheduleFrequency'] {
  return job.jobType === 'SCHEDULED' ? (job.scheduleFrequency ?? { dailySchedule: {} }) : undefined;
}

/** Sets the run, quota and pause members to match the new status. */
function enterStatus(job: ClassificationJob, now: number): void {
  const midRun = ['RUNNING', 'PAUSED', 'USER_PAUSED'].includes(job.jobStatus);
  job.run = midRun ? { objects: 10_000, totalMs: RUN_MS, remainingMs: RUN_MS, asOf: now } : undefined;
  job.quotaResetsAt = job.jobStatus === 'PAUSED' ? now + 30 * DAY : undefined;
  job.userPaused =
    job.jobStatus === 'USER_PAUSED' ? { pausedAt: now, expiresAt: now + PAUSE_LIFETIME_MS } : undefined;
}

function newJob(
  jobId: string,
  { name, jobType, jobStatus }: Partial<ClassificationJob>,
  { account, region }: Scope,
  now: number,
): ClassificationJob {
  if (name === undefined || jobType === undefined || jobStatus === undefined) {
    throw new ControlError(404, `There is no job ${jobId}; to create it, set name, jobType and jobStatus.`);
  }
  return {
    jobId,
    jobArn: `arn:aws:macie2:${region}:${account}:classification-job/${jobId}`,
    createdAt: now,
    name,
    jobType,
    jobStatus,
    clientToken: jobId,
    description: undefined,
    initialRun: false,
    samplingPercentage: 100,
    allowListIds: [],
    customDataIdentifierIds: [],
    managedDataIdentifierIds: [],
    managedDataIdentifierSelector: 'RECOMMENDED',
    s3JobDefinition: { bucketDefinitions: [{ accountId: account, buckets: [`${name}-bucket`] }] },
    scheduleFrequency: undefined,
    tags: {},
    lastRunErrorCode: 'NONE',
    lastRunTime: undefined,
    numberOfRuns: 0,
    run: undefined,
    nextRunAfter: now,
    quotaResetsAt: undefined,
    userPaused: undefined,
  };
}

const MEMBER_MEMBERS = z.strictObject({
  relationshipStatus: z.string().optional(),
  email: z.string().optional(),
  invitedAt: time().optional(),
  tags: TAGS.optional(),
  updatedAt: time().optional(),
});

function putMember(request: PutRequest, state: MacieState, { account, region }: Scope, now: number): void {
  const set = readPutMembers(MEMBER_MEMBERS, request.set);
  const base = state.members.get(request.id);
  const relationshipStatus = set.relationshipStatus ?? base?.relationshipStatus;
  if (relationshipStatus === undefined) {
    throw new ControlError(404, `There is no member ${request.id}; to create it, set relationshipStatus.`);
  }
  const member: Member = {
    accountId: request.id,
    administratorAccountId: account,
    arn: `arn:aws:macie2:${region}:${account}:member/${request.id}`,
    email: undefined,
    invitedAt: undefined,
    tags: {},
    updatedAt: now,
    ...base,
    ...set,
    relationshipStatus,
  };
  state.members.put(request.id, member);
}
