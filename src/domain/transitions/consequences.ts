/** What a status change brings with it, in words for the person who is about to request it. */
import type { ConsequenceCode } from './table';

export const CONSEQUENCE_TEXTS = {
  IRREVERSIBLE: 'This cannot be undone.',
  EXPIRES_AFTER_30_DAYS:
    'A run that stays paused for 30 days expires: a one-time job is then cancelled, a scheduled job loses that run.',
  MAY_LAND_IN_IDLE:
    'A scheduled job that has no run to continue goes back to waiting for its schedule (IDLE) instead of RUNNING.',
  CANCELS_ALL_JOBS_OF_ACCOUNT:
    'Macie cancels all classification jobs of the account for good; enabling it again does not bring them back.',
  FINDINGS_KEPT_90_DAYS: 'Macie keeps the findings of the suspended account for at most 90 days.',
  LEAVES_ADMINISTRATOR:
    'The account leaves this Macie administrator; its record stays with the status REMOVED until it is deleted.',
  RECORD_IS_DELETED: 'Macie forgets the record of the account; createMacieMember makes a new one.',
  MAY_COMPLETE_ANYWAY: 'An export that is close to its end may complete in spite of the cancellation.',
} as const satisfies Record<ConsequenceCode, string>;
