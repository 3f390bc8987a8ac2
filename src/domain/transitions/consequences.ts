/** The texts of the consequences of status changes, for the person who requests a change. */
import type { ConsequenceCode } from './table';

export const CONSEQUENCE_TEXTS = {
  IRREVERSIBLE: 'The change cannot be undone.',
  EXPIRES_AFTER_30_DAYS:
    'A run that stays paused for 30 days expires: Macie cancels a one-time job, and a scheduled job loses that run.',
  MAY_LAND_IN_IDLE:
    'A scheduled job without a run to continue returns to IDLE instead of RUNNING and waits for its next run.',
  CANCELS_ALL_JOBS_OF_ACCOUNT:
    'Macie permanently cancels all classification jobs of the account; enabling Macie again does not restore them.',
  FINDINGS_KEPT_90_DAYS: 'Macie keeps the findings of the suspended account for at most 90 days.',
  LEAVES_ADMINISTRATOR:
    'The account is no longer a member of this Macie administrator; its record keeps the status REMOVED until it is deleted.',
  RECORD_IS_DELETED: 'Macie deletes its record of the account; createMacieMember creates a new one.',
  MAY_COMPLETE_ANYWAY: 'An export that is close to completion may complete despite the cancellation.',
} as const satisfies Record<ConsequenceCode, string>;
