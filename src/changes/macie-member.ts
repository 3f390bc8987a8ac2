/** Status changes of Macie members. */
import type { MacieMemberAdapter, MacieMemberRef } from '../aws/macie-member';
import type { MacieMemberRecord } from '../records/macie-member';
import {
  macieMemberTransitions,
  type MacieMemberStatus,
  type RequestableMemberStatus,
} from '../transitions/macie-member';
import { provenByStatus, type ChangePort } from './change';

export function macieMemberChangePort(
  adapter: MacieMemberAdapter,
): ChangePort<MacieMemberRef, MacieMemberRecord, MacieMemberStatus, RequestableMemberStatus> {
  return {
    read: (ref, signal) => adapter.get(ref, signal),
    status: ({ relationshipStatus }) => relationshipStatus,
    transitions: ({ relationshipStatus }) => macieMemberTransitions[relationshipStatus],
    send: (ref, { to }) => adapter.update(ref, to),
    proves: provenByStatus(({ relationshipStatus }) => relationshipStatus),
    acceptanceProves: true,
  };
}
