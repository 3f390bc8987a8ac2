/** The reasons why a mailbox export job needs a person. ListMailboxExportJobs returns all fields that they need, for jobs of the last seven days. */
import type { MailboxExportJobSummary } from '../records/mailbox-export-job';
import { readable } from '../records/unreadable';
import type { MailboxExportJobStatus } from '../transitions/mailbox-export-job';
import { isOlderThan, sinceOnly, toSentence, type AttentionContext, type AttentionRule } from './table';

/** The context of a job, with the facts of the history. */
export interface ExportContext extends AttentionContext {
  /** The time since which the job has its progress; undefined when the history does not know it. */
  readonly unchangedSince: Date | undefined;
}

type ExportRule = AttentionRule<MailboxExportJobSummary, MailboxExportJobStatus, ExportContext>;

export const MAILBOX_EXPORT_JOB_ATTENTION = {
  // State FAILED and EndTime.
  EXPORT_FAILED: {
    description: 'The mailbox export job failed.',
    statuses: ['FAILED'],
    find: (job) => sinceOnly(readable(job, 'endedAt')),
    summarize: ({ jobId }) => `Mailbox export job ${jobId} failed.`,
  },
  // EstimatedProgress of a job with the State RUNNING. AWS does not tell when it changed.
  EXPORT_STALLED: {
    description:
      'The mailbox export job is running, and its progress has not changed for too long; only the history knows this.',
    statuses: ['RUNNING'],
    find: (job, { unchangedSince, now, thresholds }) => {
      // The history cannot compare a progress or a start that the gateway cannot read.
      readable(job, 'estimatedProgress');
      readable(job, 'startedAt');
      return isOlderThan(unchangedSince, thresholds.stalledExportMs, now)
        ? sinceOnly(unchangedSince)
        : undefined;
    },
    summarize: ({ jobId, estimatedProgress }, { since }) =>
      estimatedProgress === undefined
        ? `Mailbox export job ${jobId} has made no progress since ${toSentence(since)}.`
        : `Mailbox export job ${jobId} has been at ${estimatedProgress} percent since ${toSentence(since)}.`,
  },
} as const satisfies Readonly<Record<string, ExportRule>>;
