/** Automatic changes of classification jobs over time. */
import { HOUR } from '../kernel/clock';
import type { Progress } from '../kernel/collection';
import { cancelJob } from './rules';
import { countRuns, latestRun, nextRun } from './schedule';
import type { ClassificationJob } from './state';

export const JOB_PROGRESS: Progress<ClassificationJob> = {
  nextChange(job) {
    switch (job.jobStatus) {
      case 'RUNNING':
        return job.run && job.run.asOf + job.run.remainingMs;
      case 'IDLE':
        return nextScheduledRun(job);
      case 'PAUSED':
        return job.quotaResetsAt;
      case 'USER_PAUSED':
        return job.run && job.userPaused?.expiresAt;
      default:
        return undefined;
    }
  },

  advance(job, now) {
    for (let due = this.nextChange(job); due !== undefined && due <= now; due = this.nextChange(job)) {
      if (job.jobStatus === 'IDLE') startLatestRun(job, now);
      else applyChange(job, due);
    }
  },
};

/** How many objects the run has still to look at, with a fraction; 0 between runs. */
export function objectsToProcess({ jobStatus, run }: ClassificationJob, now: number): number {
  if (run === undefined) return 0;
  const left = jobStatus === 'RUNNING' ? Math.max(0, run.remainingMs - (now - run.asOf)) : run.remainingMs;
  return (run.objects * left) / run.totalMs;
}

function applyChange(job: ClassificationJob, due: number): void {
  switch (job.jobStatus) {
    case 'RUNNING':
      job.run = undefined;
      job.jobStatus = job.scheduleFrequency === undefined ? 'COMPLETE' : 'IDLE';
      job.lastRunErrorCode = 'NONE';
      job.nextRunAfter = due;
      return;
    case 'PAUSED':
      job.quotaResetsAt = undefined;
      job.jobStatus = 'RUNNING';
      if (job.run !== undefined) job.run.asOf = due;
      return;
    default:
      expirePause(job, due);
  }
}

/** The end of a pause, after 30 days: Macie cancels a one-time job, but only the current run of a scheduled job. */
function expirePause(job: ClassificationJob, due: number): void {
  if (job.scheduleFrequency === undefined) cancelJob(job, due);
  else job.run = undefined;
}

const RUN_MS = 2 * HOUR;
const RUN_OBJECTS = 25_000;

function nextScheduledRun(job: ClassificationJob): number | undefined {
  if (job.scheduleFrequency === undefined) return undefined;
  return nextRun(job.scheduleFrequency, job.createdAt, job.nextRunAfter);
}

/** Starts the latest scheduled run. Earlier runs since the last one only count. */
function startLatestRun(job: ClassificationJob, now: number): void {
  const { scheduleFrequency, createdAt } = job;
  if (scheduleFrequency === undefined) return;
  const startedAt = latestRun(scheduleFrequency, createdAt, now) ?? now;
  job.numberOfRuns += countRuns(scheduleFrequency, createdAt, job.nextRunAfter, now);
  job.lastRunTime = startedAt;
  job.run = { objects: RUN_OBJECTS, totalMs: RUN_MS, remainingMs: RUN_MS, asOf: startedAt };
  job.nextRunAfter = startedAt;
  job.jobStatus = 'RUNNING';
}
