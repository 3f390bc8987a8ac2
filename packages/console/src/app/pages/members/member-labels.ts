/** The words of Macie members. */
import type { Tone } from '../../components/tone';
import type { MacieMemberStatus } from './__generated__/membersPage_list.graphql';

/** The labels of the API (statusLabel), for filters. */
export const MEMBER_STATUSES = {
  ENABLED: 'Enabled',
  PAUSED: 'Suspended by the administrator',
  INVITED: 'Invited',
  CREATED: 'Added, not invited',
  REMOVED: 'Removed by the administrator',
  RESIGNED: 'Resigned',
  EMAIL_VERIFICATION_IN_PROGRESS: 'Verifying the email address',
  EMAIL_VERIFICATION_FAILED: 'Email verification failed',
  REGION_DISABLED: 'Region disabled',
  ACCOUNT_SUSPENDED: 'Account suspended by AWS',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<MacieMemberStatus, string>;

/** The results of changes. DeleteMember removes the record; Macie has no status for that. */
export const MEMBER_TRANSITIONS = { ...MEMBER_STATUSES, DELETED: 'Record deleted' } as const;

export const MEMBER_TONES: Readonly<Record<MacieMemberStatus, Tone>> = {
  ENABLED: 'active',
  PAUSED: 'problem',
  INVITED: 'waiting',
  CREATED: 'waiting',
  REMOVED: 'done',
  RESIGNED: 'done',
  EMAIL_VERIFICATION_IN_PROGRESS: 'waiting',
  EMAIL_VERIFICATION_FAILED: 'problem',
  REGION_DISABLED: 'done',
  ACCOUNT_SUSPENDED: 'problem',
  UNRECOGNIZED: 'waiting',
};
