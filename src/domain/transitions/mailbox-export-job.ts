/** Status changes of a WorkMail mailbox export job, requested with CancelMailboxExportJob. */
import type { Transition, TransitionTable } from './table';

export type MailboxExportJobState = 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELLED' | 'UNRECOGNIZED';

export type RequestableExportJobState = 'CANCELLED';

const cancel: Transition<MailboxExportJobState, RequestableExportJobState> = {
  action: 'CANCEL',
  to: 'CANCELLED',
  mutation: 'cancelMailboxExportJob',
  consequences: ['IRREVERSIBLE', 'MAY_COMPLETE_ANYWAY'],
};

export const mailboxExportJobTransitions = {
  RUNNING: [cancel],
  COMPLETED: [],
  FAILED: [],
  CANCELLED: [],
  UNRECOGNIZED: [],
} as const satisfies TransitionTable<MailboxExportJobState, RequestableExportJobState>;
