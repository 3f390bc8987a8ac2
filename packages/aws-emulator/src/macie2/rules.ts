/** The status changes that Macie accepts, and their effects on jobs and members. */
import type { ClassificationJob, MacieState, Member } from './state';
import { DAY } from '../kernel/clock';

/** The input type of UpdateClassificationJob is JobStatus, but the operation accepts only these values. */
const REQUESTABLE_JOB_STATUSES = ['CANCELLED', 'RUNNING', 'USER_PAUSED'] as const;

export type RequestableJobStatus = (typeof REQUESTABLE_JOB_STATUSES)[number];

export function isRequestableJobStatus(status: string): status is RequestableJobStatus {
  return REQUESTABLE_JOB_STATUSES.some((requestable) => requestable === status);
}

const JOB_STATUSES_BEFORE: Readonly<Record<RequestableJobStatus, readonly string[]>> = {
  USER_PAUSED: ['RUNNING', 'IDLE', 'PAUSED'],
  RUNNING: ['USER_PAUSED'],
  CANCELLED: ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED'],
};

export function jobAccepts(job: ClassificationJob, requested: RequestableJobStatus): boolean {
  return JOB_STATUSES_BEFORE[requested].includes(job.jobStatus);
}

/** Applies a status change that `jobAccepts` allows. */
export function changeJob(job: ClassificationJob, requested: RequestableJobStatus, now: number): void {
  if (requested === 'CANCELLED') cancelJob(job, now);
  else if (requested === 'USER_PAUSED') pauseJob(job, now);
  else resumeJob(job, now);
}

/** Cancels a job permanently. A current run stops. */
export function cancelJob(job: ClassificationJob, now: number): void {
  stopRun(job, now);
  job.jobStatus = 'CANCELLED';
  job.userPaused = undefined;
  job.quotaResetsAt = undefined;
}

export function isTerminalJob(job: ClassificationJob): boolean {
  return job.jobStatus === 'COMPLETE' || job.jobStatus === 'CANCELLED';
}

/** Macie cancels a paused run that nobody resumes within this time. */
export const PAUSE_LIFETIME_MS = 30 * DAY;

function pauseJob(job: ClassificationJob, now: number): void {
  stopRun(job, now);
  job.jobStatus = 'USER_PAUSED';
  job.quotaResetsAt = undefined;
  job.userPaused = { pausedAt: now, expiresAt: job.run === undefined ? undefined : now + PAUSE_LIFETIME_MS };
}

function resumeJob(job: ClassificationJob, now: number): void {
  job.userPaused = undefined;
  if (job.run === undefined) {
    job.jobStatus = 'IDLE';
    job.nextRunAfter = now;
    return;
  }
  job.run.asOf = now;
  job.jobStatus = 'RUNNING';
}

function stopRun(job: ClassificationJob, now: number): void {
  if (job.jobStatus !== 'RUNNING' || job.run === undefined) return;
  job.run.remainingMs = Math.max(0, job.run.remainingMs - (now - job.run.asOf));
  job.run.asOf = now;
}

const MEMBER_CHANGES = {
  PAUSED: { from: 'Enabled', to: 'Paused' },
  ENABLED: { from: 'Paused', to: 'Enabled' },
} as const;

export type MacieStatus = keyof typeof MEMBER_CHANGES;

export function memberAccepts(member: Member, requested: MacieStatus): boolean {
  return member.relationshipStatus === MEMBER_CHANGES[requested].from;
}

export function changeMember(member: Member, requested: MacieStatus, now: number): void {
  member.relationshipStatus = MEMBER_CHANGES[requested].to;
  member.updatedAt = now;
}

/** Returns true if the member already has the requested status. */
export function memberHasStatus(member: Member, requested: MacieStatus): boolean {
  return member.relationshipStatus === MEMBER_CHANGES[requested].to;
}

const DELETABLE = [
  'Removed',
  'Resigned',
  'Created',
  'Invited',
  'EmailVerificationInProgress',
  'EmailVerificationFailed',
];

/** The members that DeleteMember accepts: records of accounts that are not associated. */
export function isDeletable({ relationshipStatus }: Member): boolean {
  return DELETABLE.includes(relationshipStatus);
}

/** Suspending a member cancels its jobs, and the jobs of the administrator that analyze no other account. */
export function cancelJobsOf(
  member: Member,
  administrator: MacieState,
  memberState: MacieState,
  now: number,
): void {
  const cancel = (state: MacieState, job: ClassificationJob): void => {
    if (isTerminalJob(job)) return;
    cancelJob(job, now);
    state.jobs.changed(job.jobId);
  };
  for (const job of memberState.jobs.values()) cancel(memberState, job);
  for (const job of administrator.jobs.values()) {
    const buckets = job.s3JobDefinition.bucketDefinitions ?? [];
    if (buckets.length > 0 && buckets.every(({ accountId }) => accountId === member.accountId)) {
      cancel(administrator, job);
    }
  }
}
