/** The change port of the status of Security Incident Response cases. */
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/adapters/security-case';
import type { SecurityCaseDetail } from '../domain/records/security-case';
import {
  securityCaseTransitions,
  type SecurityCaseStatus,
  type RequestableCaseStatus,
} from '../domain/transitions/security-case';
import { provenByStatus, type ChangePort } from './change';

export function securityCaseChangePort(
  adapter: SecurityCaseAdapter,
): ChangePort<SecurityCaseRef, SecurityCaseDetail, SecurityCaseStatus, RequestableCaseStatus> {
  return {
    read: (ref, call) => adapter.get(ref, call),
    status: ({ status }) => status,
    transitions: ({ resolverType, status }) => securityCaseTransitions(resolverType)[status],
    send: (ref, { to }, _key, call) =>
      to === 'CLOSED' ? adapter.close(ref, call) : adapter.updateStatus(ref, to, call),
    proves: provenByStatus(({ status }) => status),
    acceptanceProves: true,
  };
}
