/** Status changes of a WorkMail mailbox export job, requested with CancelMailboxExportJob. */
import type { ActionTable, Transition, TransitionTable } from './table';

export type MailboxExportJobStatus = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'UNRECOGNIZED';

export type RequestableExportJobState = 'CANCELLED';

export const MAILBOX_EXPORT_JOB_ACTIONS = {
  CANCEL: { to: 'CANCELLED', mutation: 'cancelMailboxExportJob', operation: 'CancelMailboxExportJob' },
} as const satisfies ActionTable<RequestableExportJobState>;

const cancel: Transition<MailboxExportJobStatus, RequestableExportJobState> = {
  action: 'CANCEL',
  ...MAILBOX_EXPORT_JOB_ACTIONS.CANCEL,
  consequences: ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY'],
};

export const mailboxExportJobTransitions = {
  RUNNING: [cancel],
  COMPLETED: [],
  FAILED: [],
  CANCELLED: [],
  UNRECOGNIZED: [],
} as const satisfies TransitionTable<MailboxExportJobStatus, RequestableExportJobState>;
