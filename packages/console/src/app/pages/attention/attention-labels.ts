/** The words of the queue. */
import type { AttentionReason } from './__generated__/attentionPage_queue.graphql';

export const REASONS = {
  JOB_PAUSE_EXPIRES: 'Pause expires',
  JOB_PAUSED_BY_MACIE: 'Paused by Macie',
  JOB_LAST_RUN_HAD_ERRORS: 'Last run had errors',
  MEMBER_SUSPENDED: 'Member suspended',
  MEMBER_INVITATION_UNANSWERED: 'Invitation unanswered',
  MEMBER_VERIFICATION_FAILED: 'Verification failed',
  EXPORT_FAILED: 'Export failed',
  EXPORT_STALLED: 'Export stalled',
  CASE_NOT_ACKNOWLEDGED: 'Case not acknowledged',
  CASE_ACTION_PENDING: 'Case waits for you',
  CASE_NOT_UPDATED: 'Case not updated',
  CASE_READY_TO_CLOSE: 'Case ready to close',
  CHANGE_OUTCOME_UNKNOWN: 'Outcome of a change unknown',
  CHANGE_UNFINISHED: 'Change unfinished',
} as const satisfies Record<AttentionReason, string>;
