/** Automatic changes of mailbox export jobs over time. */
import type { Progress } from '../kernel/collection';
import type { MailboxExportJob } from './state';

export const EXPORT_PROGRESS: Progress<MailboxExportJob> = {
  nextChange: (job) => (job.state === 'RUNNING' ? job.progress.endsAt : undefined),

  advance(job) {
    const { endsAt, failure } = job.progress;
    job.state = failure === undefined ? 'COMPLETED' : 'FAILED';
    job.errorInfo = failure;
    job.endTime = endsAt;
  },
};

/** EstimatedProgress in whole percent: 100 only for completed jobs. A failed or canceled job keeps its last value. */
export function estimatedProgress({ state, endTime, progress }: MailboxExportJob, now: number): number {
  if (state === 'COMPLETED') return 100;
  const { percent, asOf, endsAt } = progress;
  const until = Math.max(asOf, Math.min(now, endTime ?? now));
  const share = endsAt > asOf ? (until - asOf) / (endsAt - asOf) : 1;
  return Math.min(99, Math.floor(percent + share * (100 - percent)));
}
