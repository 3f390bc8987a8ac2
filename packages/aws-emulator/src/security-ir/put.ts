/** Control: puts a case with all that belongs to it, or a membership, into any raw state, known to the model or not. */
import { ControlError, readPutMembers, type PutRequest } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import { newCase } from './new-case';
import { newMembership } from './new-membership';
import { caseMembers, MEMBERSHIP_MEMBERS } from './put-members';
import type { SecurityIrState } from './state';

export function putSecurityIr(request: PutRequest, state: SecurityIrState, scope: Scope, now: number): void {
  switch (request.resource) {
    case 'case':
      putCase(request, state, scope, now);
      return;
    case 'membership':
      putMembership(request, state, scope, now);
      return;
    default:
      throw new ControlError(
        400,
        `security-ir has resources case and membership, not "${request.resource}".`,
      );
  }
}

function putMembership(
  { id, set }: PutRequest,
  { memberships }: SecurityIrState,
  scope: Scope,
  now: number,
): void {
  const members = readPutMembers(MEMBERSHIP_MEMBERS, set);
  const existing = memberships.get(id);
  if (existing !== undefined) {
    memberships.set(id, { ...existing, ...members });
    return;
  }
  const { membershipStatus } = members;
  if (membershipStatus === undefined) {
    throw new ControlError(404, `There is no membership ${id}; to create it, set membershipStatus.`);
  }
  memberships.set(id, newMembership(id, { ...members, membershipStatus }, scope, now));
}

function putCase(request: PutRequest, { cases }: SecurityIrState, scope: Scope, now: number): void {
  const { id } = request;
  const set = readPutMembers(caseMembers(scope, now), request.set);
  const existing = cases.get(id);
  if (existing !== undefined) {
    cases.put(id, { ...existing, ...set });
    return;
  }
  const { title, caseStatus, resolverType } = set;
  if (title === undefined || caseStatus === undefined || resolverType === undefined) {
    throw new ControlError(
      404,
      `There is no case ${id}; to create it, set title, caseStatus and resolverType.`,
    );
  }
  cases.put(id, newCase(id, { ...set, title, resolverType }, scope, now));
}
