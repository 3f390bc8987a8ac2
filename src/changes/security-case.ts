/** Status changes of Security Incident Response cases. */
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/security-case';
import type { SecurityCaseDetail } from '../records/security-case';
import {
  securityCaseTransitions,
  type SecurityCaseStatus,
  type RequestableCaseStatus,
} from '../transitions/security-case';
import { provenByStatus, type ChangePort } from './change';

export function securityCaseChangePort(
  adapter: SecurityCaseAdapter,
): ChangePort<SecurityCaseRef, SecurityCaseDetail, SecurityCaseStatus, RequestableCaseStatus> {
  return {
    read: (ref, signal) => adapter.get(ref, signal),
    status: ({ status }) => status,
    transitions: ({ resolverType, status }) => securityCaseTransitions(resolverType)[status],
    send: (ref, { to }) => (to === 'CLOSED' ? adapter.close(ref) : adapter.updateStatus(ref, to)),
    proves: provenByStatus(({ status }) => status),
    acceptanceProves: true,
  };
}
