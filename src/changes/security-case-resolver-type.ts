/** The change port of the resolver type of Security Incident Response cases. */
import { SECURITY_CASE_OPERATIONS } from '../aws/adapters/security-case-operations';
import type { SecurityCaseAdapter, SecurityCaseRef } from '../aws/adapters/security-case';
import type { SecurityCaseDetail } from '../domain/records/security-case';
import type { SecurityCaseResolverType } from '../domain/transitions/security-case';
import {
  resolverTransitions,
  type RequestableResolverType,
} from '../domain/transitions/security-case-resolver-type';
import { provenByStatus, type ChangePort } from './change';
import { requireReadable } from './require-readable';

/** In this port, the status is the resolver type. */
export function securityCaseResolverTypeChangePort(
  adapter: SecurityCaseAdapter,
): ChangePort<SecurityCaseRef, SecurityCaseDetail, SecurityCaseResolverType, RequestableResolverType> {
  const status = ({ resolverType }: SecurityCaseDetail) => resolverType ?? 'UNRECOGNIZED';
  return {
    read: (ref, call) =>
      requireReadable(SECURITY_CASE_OPERATIONS.GetCase, adapter.get(ref, call), 'status', 'resolverType'),
    status,
    transitions: (securityCase) => resolverTransitions(securityCase.resolverType, securityCase.status),
    send: (ref, { to }, _key, call) => adapter.updateResolverType(ref, to, call),
    proves: provenByStatus(status),
    acceptanceMeansApplied: true,
  };
}
