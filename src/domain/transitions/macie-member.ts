/** Status changes of a Macie member account: UpdateMemberSession, DisassociateMember, DeleteMember. */
import type { ActionTable, Transition, TransitionTable } from './table';

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

/** The statuses that UpdateMemberSession accepts. */
export type RequestableMemberStatus = 'ENABLED' | 'PAUSED';

/** DisassociateMember results in REMOVED. DELETED is not a Macie status: it means that DeleteMember removed the record. */
export type MemberDestination = RequestableMemberStatus | 'REMOVED' | 'DELETED';

type MemberTransition = Transition<MacieMemberStatus, MemberDestination>;

export const MACIE_MEMBER_ACTIONS = {
  SUSPEND: { to: 'PAUSED', mutation: 'suspendMacieMember', operation: 'UpdateMemberSession' },
  ENABLE: { to: 'ENABLED', mutation: 'enableMacieMember', operation: 'UpdateMemberSession' },
  DISASSOCIATE: { to: 'REMOVED', mutation: 'disassociateMacieMember', operation: 'DisassociateMember' },
  DELETE: { to: 'DELETED', mutation: 'deleteMacieMember', operation: 'DeleteMember' },
} as const satisfies ActionTable<MemberDestination>;

const suspend: MemberTransition = {
  action: 'SUSPEND',
  ...MACIE_MEMBER_ACTIONS.SUSPEND,
  consequences: ['CANCELS_ALL_JOBS_OF_ACCOUNT', 'FINDINGS_KEPT_90_DAYS'],
};

const enable: MemberTransition = {
  action: 'ENABLE',
  ...MACIE_MEMBER_ACTIONS.ENABLE,
  consequences: [],
};

const disassociate: MemberTransition = {
  action: 'DISASSOCIATE',
  ...MACIE_MEMBER_ACTIONS.DISASSOCIATE,
  consequences: ['LEAVES_ADMINISTRATOR'],
};

const deleteRecord: MemberTransition = {
  action: 'DELETE',
  ...MACIE_MEMBER_ACTIONS.DELETE,
  consequences: ['RECORD_IS_DELETED'],
};

export const macieMemberTransitions = {
  ENABLED: [suspend, disassociate],
  PAUSED: [enable, disassociate],
  INVITED: [disassociate, deleteRecord],
  CREATED: [deleteRecord],
  REMOVED: [deleteRecord],
  RESIGNED: [deleteRecord],
  EMAIL_VERIFICATION_IN_PROGRESS: [deleteRecord],
  EMAIL_VERIFICATION_FAILED: [deleteRecord],
  REGION_DISABLED: [],
  ACCOUNT_SUSPENDED: [],
  UNRECOGNIZED: [],
} as const satisfies TransitionTable<MacieMemberStatus, MemberDestination>;

const CURRENT: ReadonlySet<MacieMemberStatus> = new Set([
  'ENABLED',
  'PAUSED',
  'REGION_DISABLED',
  'ACCOUNT_SUSPENDED',
]);

/** True for current members; accounts with any other status are not yet, or no longer, members. */
export function isCurrentMember(status: MacieMemberStatus): boolean {
  return CURRENT.has(status);
}
