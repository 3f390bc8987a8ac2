/** Rules of WorkMail for export jobs: cancellation, age limit of the list, path of the .zip file. */
import { DAY } from '../kernel/clock';
import { estimatedProgress } from './progress';
import type { MailboxExportJob } from './state';

/**
 * Cancels a running job. A job that has ended or reached `limitPercent` does not change.
 * @returns true if the job was canceled
 */
export function cancelExport(job: MailboxExportJob, limitPercent: number, now: number): boolean {
  if (job.state !== 'RUNNING' || estimatedProgress(job, now) >= limitPercent) return false;
  job.state = 'CANCELLED';
  job.endTime = now;
  return true;
}

const MAX_LISTED_AGE_MS = 7 * DAY;

/** ListMailboxExportJobs covers only jobs started in the last seven days. */
export function isListed(job: MailboxExportJob, now: number): boolean {
  return job.startTime > now - MAX_LISTED_AGE_MS;
}

/** The S3 path of the .zip file of a job. */
export function exportPath(prefix: string, jobId: string): string {
  return `${prefix.replace(/(?<!\/)\/+$/, '')}/${jobId}.zip`;
}
