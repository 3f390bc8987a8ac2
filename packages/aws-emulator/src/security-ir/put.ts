/** Control: puts a case, with all that belongs to it, into any raw state, known to the model or not. */
import { ControlError, readPutMembers, type PutRequest } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import { newCase } from './new-case';
import { caseMembers } from './put-members';
import type { SecurityIrState } from './state';

export function putSecurityIr(
  request: PutRequest,
  { cases }: SecurityIrState,
  scope: Scope,
  now: number,
): void {
  const { resource, id } = request;
  if (resource !== 'case') {
    throw new ControlError(400, `security-ir has resource case, not "${resource}".`);
  }
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
