/** Which changes of a case Security Incident Response accepts. */
import type { Behavior } from '../kernel/behavior';
import type { SecurityCase } from './state';

/** The status of every case after CreateCase, for both resolver types. */
export const SUBMITTED = 'Submitted';
const DETECTION = 'Detection and Analysis';
const CONTAINMENT = 'Containment, Eradication and Recovery';
const POST_INCIDENT = 'Post-incident Activities';
const CLOSED = 'Closed';

/** SelfManagedCaseStatus, the input of UpdateCaseStatus. */
export const SELF_MANAGED_STATUSES = [SUBMITTED, DETECTION, CONTAINMENT, POST_INCIDENT] as const;

/** The status changes of self-managed cases by UpdateCaseStatus. No case returns to Submitted. */
const NEXT_STATUSES: Readonly<Record<string, readonly string[]>> = {
  [SUBMITTED]: [DETECTION],
  [DETECTION]: [CONTAINMENT, POST_INCIDENT],
  [CONTAINMENT]: [DETECTION, POST_INCIDENT],
  [POST_INCIDENT]: [CONTAINMENT, DETECTION],
};

/** Status changes that only a newer page of UpdateCaseStatus has. */
const NEWER_NEXT_STATUSES: Readonly<Record<string, readonly string[]>> = {
  [SUBMITTED]: [CONTAINMENT, POST_INCIDENT],
};

/** AWS responders set the status of cases that AWS resolves. */
export function acceptsStatus(
  { resolverType, caseStatus }: SecurityCase,
  requested: string,
  strict: boolean,
): boolean {
  if (resolverType !== 'Self') return false;
  if (NEXT_STATUSES[caseStatus]?.includes(requested) === true) return true;
  return !strict && NEWER_NEXT_STATUSES[caseStatus]?.includes(requested) === true;
}

/** A closed case can be neither reopened nor closed again. */
export function isClosed({ caseStatus }: SecurityCase): boolean {
  return caseStatus === CLOSED;
}

/** CloseCase takes no closure code, so the emulator sets one. */
export function closeCase(securityCase: SecurityCase, now: number): void {
  securityCase.caseStatus = CLOSED;
  securityCase.closureCode = 'Investigation Completed';
  securityCase.pendingAction = 'None';
  securityCase.closedDate = now;
}

/** UpdateResolverType is one-way: a self-managed case can be handed to AWS. */
export function acceptsResolver(securityCase: SecurityCase, requested: string): boolean {
  return securityCase.resolverType === 'Self' && requested === 'AWS';
}

/** Not even this opens a closed case again. */
export function handOver(securityCase: SecurityCase, statusAfter: Behavior['caseStatusAfterHandover']): void {
  securityCase.resolverType = 'AWS';
  if (statusAfter !== 'unchanged' && !isClosed(securityCase)) securityCase.caseStatus = statusAfter;
}
