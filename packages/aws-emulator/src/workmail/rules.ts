/** What WorkMail does with an export job on request: cancels it, lists it, and where it writes its .zip. */
import { DAY } from '../kernel/clock';
import { estimatedProgress } from './progress';
import type { MailboxExportJob } from './state';

/** Cancels a running job; one that has ended, or has come too far, stays as it is. True when it was cancelled. */
export function cancelExport(job: MailboxExportJob, limitPercent: number, now: number): boolean {
  if (job.state !== 'RUNNING' || estimatedProgress(job, now) >= limitPercent) return false;
  job.state = 'CANCELLED';
  job.endTime = now;
  return true;
}

const LISTED_FOR = 7 * DAY;

/** ListMailboxExportJobs covers only jobs started in the last seven days. */
export function isListed(job: MailboxExportJob, now: number): boolean {
  return job.startTime > now - LISTED_FOR;
}

/** Where a job's .zip goes, below its prefix. */
export function exportPath(prefix: string, jobId: string): string {
  return `${prefix.replace(/\/+$/, '')}/${jobId}.zip`;
}
