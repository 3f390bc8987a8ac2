/** Which changes of status Macie accepts, and what they do to a job or member. */
import type { ClassificationJob, MacieState, Member } from './state';
import { DAY } from '../kernel/clock';

/** UpdateClassificationJob types its input with all of JobStatus, but takes only these. */
const REQUESTABLE_JOB_STATUSES = ['CANCELLED', 'RUNNING', 'USER_PAUSED'] as const;

export type RequestableJobStatus = (typeof REQUESTABLE_JOB_STATUSES)[number];

export function isRequestableJobStatus(status: string): status is RequestableJobStatus {
  return REQUESTABLE_JOB_STATUSES.some((requestable) => requestable === status);
}

const JOB_STATUSES_THAT_ACCEPT: Readonly<Record<RequestableJobStatus, readonly string[]>> = {
  USER_PAUSED: ['RUNNING', 'IDLE', 'PAUSED'],
  RUNNING: ['USER_PAUSED'],
  CANCELLED: ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED'],
};

export function jobAccepts(job: ClassificationJob, requested: RequestableJobStatus): boolean {
  return JOB_STATUSES_THAT_ACCEPT[requested].includes(job.jobStatus);
}

/** Does an accepted request. */
export function changeJob(job: ClassificationJob, requested: RequestableJobStatus, now: number): void {
  if (requested === 'CANCELLED') cancelJob(job, now);
  else if (requested === 'USER_PAUSED') pauseJob(job, now);
  else resumeJob(job, now);
}

/** Ends a job for good; a run that is under way stops where it is. */
export function cancelJob(job: ClassificationJob, now: number): void {
  stopRun(job, now);
  job.jobStatus = 'CANCELLED';
  job.userPaused = undefined;
  job.quotaResetsAt = undefined;
}

export function isTerminalJob(job: ClassificationJob): boolean {
  return job.jobStatus === 'COMPLETE' || job.jobStatus === 'CANCELLED';
}

/** A run that a user paused is cancelled when it is not resumed for so long. */
export const PAUSE_LIFE = 30 * DAY;

function pauseJob(job: ClassificationJob, now: number): void {
  stopRun(job, now);
  job.jobStatus = 'USER_PAUSED';
  job.quotaResetsAt = undefined;
  job.userPaused = { pausedAt: now, expiresAt: job.run === undefined ? undefined : now + PAUSE_LIFE };
}

function resumeJob(job: ClassificationJob, now: number): void {
  job.userPaused = undefined;
  if (job.run === undefined) {
    job.jobStatus = 'IDLE';
    job.runsSeenUntil = now;
    return;
  }
  job.run.asOf = now;
  job.jobStatus = 'RUNNING';
}

function stopRun(job: ClassificationJob, now: number): void {
  if (job.jobStatus !== 'RUNNING' || job.run === undefined) return;
  job.run.leftMs = Math.max(0, job.run.leftMs - (now - job.run.asOf));
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

/** True when a request asks for what already is. */
export function memberIsAlready(member: Member, requested: MacieStatus): boolean {
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

/** What DeleteMember takes: records of accounts that are not associated at present. */
export function isDeletable({ relationshipStatus }: Member): boolean {
  return DELETABLE.includes(relationshipStatus);
}

/** Suspending an account cancels its own jobs, and the administrator's jobs that look at no other account. */
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
