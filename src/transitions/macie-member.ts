/** Status changes of a Macie member account, all requested with UpdateMemberSession. */
import type { Transition, TransitionTable } from './table';

export type MacieMemberStatus =
  | 'ENABLED'
  | 'PAUSED'
  | 'INVITED'
  | 'CREATED'
  | 'REMOVED'
  | 'RESIGNED'
  | 'EMAIL_VERIFICATION_IN_PROGRESS'
  | 'EMAIL_VERIFICATION_FAILED'
  | 'REGION_DISABLED'
  | 'ACCOUNT_SUSPENDED'
  | 'UNRECOGNIZED';

/** What UpdateMemberSession can be asked for. */
export type RequestableMemberStatus = 'ENABLED' | 'PAUSED';

type MemberTransition = Transition<MacieMemberStatus, RequestableMemberStatus>;

const suspend: MemberTransition = {
  action: 'SUSPEND',
  to: 'PAUSED',
  mutation: 'suspendMacieMember',
  consequences: ['CANCELS_ALL_JOBS_OF_ACCOUNT', 'FINDINGS_KEPT_90_DAYS'],
};

const enable: MemberTransition = {
  action: 'ENABLE',
  to: 'ENABLED',
  mutation: 'enableMacieMember',
  consequences: [],
};

export const macieMemberTransitions = {
  ENABLED: [suspend],
  PAUSED: [enable],
  INVITED: [],
  CREATED: [],
  REMOVED: [],
  RESIGNED: [],
  EMAIL_VERIFICATION_IN_PROGRESS: [],
  EMAIL_VERIFICATION_FAILED: [],
  REGION_DISABLED: [],
  ACCOUNT_SUSPENDED: [],
  UNRECOGNIZED: [],
} as const satisfies TransitionTable<MacieMemberStatus, RequestableMemberStatus>;

const CURRENT: ReadonlySet<MacieMemberStatus> = new Set([
  'ENABLED',
  'PAUSED',
  'REGION_DISABLED',
  'ACCOUNT_SUSPENDED',
]);

/** True for members at present; accounts of any other status are on their way in or out. */
export function isCurrentMember(status: MacieMemberStatus): boolean {
  return CURRENT.has(status);
}
