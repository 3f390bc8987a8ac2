/** The change port of mailbox export jobs. */
import type { MailboxExportJobAdapter, MailboxExportJobRef } from '../aws/adapters/mailbox-export-job';
import type { MailboxExportJobDetail } from '../domain/records/mailbox-export-job';
import {
  mailboxExportJobTransitions,
  type MailboxExportJobState,
  type RequestableExportJobState,
} from '../domain/transitions/mailbox-export-job';
import { provenByStatus, type ChangePort } from './change';

export function mailboxExportJobChangePort(
  adapter: MailboxExportJobAdapter,
): ChangePort<MailboxExportJobRef, MailboxExportJobDetail, MailboxExportJobState, RequestableExportJobState> {
  return {
    read: (ref, call) => adapter.get(ref, call),
    status: ({ state }) => state,
    transitions: ({ state }) => mailboxExportJobTransitions[state],
    send: async (ref, _transition, idempotencyKey, call) => {
      await adapter.cancel(ref, idempotencyKey, call);
      return undefined;
    },
    proves: provenByStatus(({ state }) => state),
    acceptanceProves: false,
  };
}
