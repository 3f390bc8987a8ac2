/** The figures of mailbox export jobs. */
import type { MailboxExportJobSummary } from '../records/mailbox-export-job';
import type { MailboxExportJobFigures } from '../records/statistics';
import type { MailboxExportJobStatus } from '../transitions/mailbox-export-job';
import { awsValueOf, countStatuses, type AwsValue, type Counting } from './counting';

export const MAILBOX_EXPORT_JOBS: Counting<
  MailboxExportJobSummary,
  AwsValue<MailboxExportJobStatus>,
  MailboxExportJobFigures
> = {
  factsOf: ({ status, awsStatus }) => awsValueOf(status, awsStatus),
  figuresOf: (statuses) => ({ byStatus: countStatuses('MailboxExportJob', statuses) }),
};
