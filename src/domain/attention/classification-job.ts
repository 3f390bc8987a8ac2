/** The reasons why a classification job needs a person. ListClassificationJobs returns all fields that they need. */
import type { ClassificationJobSummary } from '../records/classification-job';
import { readable } from '../records/unreadable';
import type { ClassificationJobStatus } from '../transitions/classification-job';
import { isOlderThan, named, sinceOnly, toSentence, type AttentionRule } from './table';

type JobRule = AttentionRule<ClassificationJobSummary, ClassificationJobStatus>;

const title = ({ name, jobId }: ClassificationJobSummary) => `Classification job ${named(name, jobId)}`;

export const CLASSIFICATION_JOB_ATTENTION = {
  // userPausedDetails.jobExpiresAt, which only a job paused while it ran has. Macie cancels a one-time job then, and the run of a scheduled one.
  JOB_PAUSE_EXPIRES: {
    description:
      'A user paused the classification job, and the paused run expires at dueAt unless somebody resumes it; urgent in the last days, or once Macie has sent its health event.',
    hasDueTime: true,
    statuses: ['USER_PAUSED'],
    find: (job, { now, thresholds }) => {
      const paused = readable(job, 'userPausedDetails');
      const dueAt = paused && readable(paused, 'expiresAt');
      if (paused === undefined || dueAt === undefined) return undefined;
      // jobImminentExpirationHealthEventArn: Macie sends the event seven days before the run expires.
      const isAnnounced = readable(paused, 'imminentExpirationHealthEventArn') !== undefined;
      const isUrgent = isAnnounced || dueAt.getTime() - now.getTime() <= thresholds.urgentMs;
      return { since: readable(paused, 'pausedAt'), dueAt, isUrgent };
    },
    summarize: (job, { dueAt }) =>
      `${title(job)} is paused by a user, and its run expires at ${toSentence(dueAt)} unless somebody resumes it.`,
  },
  // lastRunErrorStatus.code. The list has no time of the last run.
  JOB_LAST_RUN_HAD_ERRORS: {
    description:
      'The last run of the classification job had errors. A completed job counts for a limited number of days after its creation.',
    statuses: ['RUNNING', 'IDLE', 'PAUSED', 'USER_PAUSED', 'COMPLETE'],
    find: (job, { now, thresholds }) => {
      const status = readable(job, 'lastRunErrorStatus');
      if (status === undefined || readable(status, 'code') !== 'ERROR') return undefined;
      if (job.status !== 'COMPLETE') return sinceOnly(undefined);
      const createdAt = readable(job, 'createdAt');
      const counts = createdAt !== undefined && !isOlderThan(createdAt, thresholds.jobErrorsMs, now);
      return counts ? sinceOnly(undefined) : undefined;
    },
    summarize: (job) => `${title(job)} had errors in its last run.`,
  },
  // jobStatus PAUSED: Macie pauses a job that would exceed the monthly quota of sensitive data discovery.
  JOB_PAUSED_BY_MACIE: {
    description: 'Macie paused the classification job, because the account reached its monthly quota.',
    statuses: ['PAUSED'],
    find: () => sinceOnly(undefined),
    summarize: (job) => `${title(job)} is paused by Macie, because the account reached its monthly quota.`,
  },
} as const satisfies Readonly<Record<string, JobRule>>;
