/** The words of mailbox export jobs. */
import type { Tone } from '../../components/tone';
import type { MailboxExportJobStatus } from './__generated__/exportsPage_list.graphql';

/** The labels of the API (statusLabel), for filters. */
export const EXPORT_STATUSES = {
  RUNNING: 'Running',
  COMPLETED: 'Completed',
  FAILED: 'Failed',
  CANCELLED: 'Canceled',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<MailboxExportJobStatus, string>;

export const EXPORT_TONES: Readonly<Record<MailboxExportJobStatus, Tone>> = {
  RUNNING: 'active',
  COMPLETED: 'done',
  FAILED: 'problem',
  CANCELLED: 'done',
  UNRECOGNIZED: 'waiting',
};
