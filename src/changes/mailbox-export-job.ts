/** The change port of mailbox export jobs. */
import { MAILBOX_EXPORT_JOB_OPERATIONS } from '../aws/adapters/mailbox-export-job-operations';
import type { MailboxExportJobAdapter, MailboxExportJobRef } from '../aws/adapters/mailbox-export-job';
import type { MailboxExportJobDetail } from '../domain/records/mailbox-export-job';
import {
  mailboxExportJobTransitions,
  type MailboxExportJobStatus,
  type RequestableExportJobState,
} from '../domain/transitions/mailbox-export-job';
import { provenByStatus, type ChangePort } from './change';
import { requireReadable } from './require-readable';

export function mailboxExportJobChangePort(
  adapter: MailboxExportJobAdapter,
): ChangePort<
  MailboxExportJobRef,
  MailboxExportJobDetail,
  MailboxExportJobStatus,
  RequestableExportJobState
> {
  return {
    read: (ref, call) =>
      requireReadable(
        MAILBOX_EXPORT_JOB_OPERATIONS.DescribeMailboxExportJob,
        adapter.get(ref, call),
        'status',
      ),
    status: ({ status }) => status,
    transitions: ({ status }) => mailboxExportJobTransitions[status],
    send: async (ref, _transition, idempotencyKey, call) => {
      await adapter.cancel(ref, idempotencyKey, call);
      return undefined;
    },
    proves: provenByStatus(({ status }) => status),
    acceptanceMeansApplied: false,
  };
}
