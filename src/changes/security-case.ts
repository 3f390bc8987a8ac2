/** The change port of the status of Security Incident Response cases. */
import { SECURITY_CASE_OPERATIONS } from '../aws/adapters/security-case-operations';
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/adapters/security-case';
import type { SecurityCaseDetail } from '../domain/records/security-case';
import {
  securityCaseTransitions,
  type SecurityCaseStatus,
  type RequestableCaseStatus,
} from '../domain/transitions/security-case';
import { provenByStatus, type ChangePort } from './change';
import { requireReadable } from './require-readable';

export function securityCaseChangePort(
  adapter: SecurityCaseAdapter,
): ChangePort<SecurityCaseRef, SecurityCaseDetail, SecurityCaseStatus, RequestableCaseStatus> {
  return {
    read: (ref, call) =>
      requireReadable(SECURITY_CASE_OPERATIONS.GetCase, adapter.get(ref, call), 'status', 'resolverType'),
    status: ({ status }) => status,
    transitions: ({ resolverType, status }) => securityCaseTransitions(resolverType)[status],
    send: (ref, { to }, _key, call) =>
      to === 'CLOSED' ? adapter.close(ref, call) : adapter.updateStatus(ref, to, call),
    proves: provenByStatus(({ status }) => status),
    acceptanceMeansApplied: true,
  };
}
