/** The change port of Macie members. */
import { MACIE_MEMBER_OPERATIONS } from '../aws/adapters/macie-member-operations';
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/adapters/macie-member';
import type { MacieMemberRecord } from '../domain/records/macie-member';
import {
  macieMemberTransitions,
  type MacieMemberStatus,
  type MemberDestination,
} from '../domain/transitions/macie-member';
import { provenByStatus, type ChangePort } from './change';
import { requireReadable } from './require-readable';

export function macieMemberChangePort(
  adapter: MacieMemberAdapter,
): ChangePort<MacieMemberRef, MacieMemberRecord, MacieMemberStatus, MemberDestination> {
  const status = ({ status }: MacieMemberRecord) => status;
  const hasStatus = provenByStatus(status);
  return {
    read: (ref, call) => requireReadable(MACIE_MEMBER_OPERATIONS.GetMember, adapter.get(ref, call), 'status'),
    status,
    transitions: ({ status }) => macieMemberTransitions[status],
    send: async (ref, { to }, _key, call) => {
      if (to === 'REMOVED') await adapter.disassociate(ref, call);
      else if (to === 'DELETED') await adapter.delete(ref, call);
      else await adapter.update(ref, to, call);
      return undefined;
    },
    proves: (member, transition) =>
      transition.to === 'DELETED' ? member === undefined : hasStatus(member, transition),
    acceptanceMeansApplied: true,
  };
}
