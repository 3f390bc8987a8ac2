/** AWS Security Incident Response (security-ir, API version 2018-05-10). */
import type { ServiceDefinition } from '../kernel/service';
import { CASE_OPERATIONS } from './case-operations';
import { ERROR_STATUSES, notActive, SECURITY_IR_ERRORS } from './errors';
import { putSecurityIr } from './put';
import { seedSecurityIr } from './seed';
import { caseDetail } from './shapes';
import type { SecurityIrState } from './state';

export const SECURITY_IR: ServiceDefinition<SecurityIrState> = {
  name: 'security-ir',
  protocol: 'restJson1',
  targetPrefix: undefined,
  errors: SECURITY_IR_ERRORS,
  errorStatuses: ERROR_STATUSES,
  operations: CASE_OPERATIONS,
  seed: seedSecurityIr,
  settle: () => undefined,
  admit: ({ kernel, scope }) => {
    if (!kernel.behaviours.enablement(scope).securityIncidentResponseActive) throw notActive(scope.account);
  },
  put: putSecurityIr,
  dump: ({ cases }) => ({
    cases: Array.from(cases.values(), (stored) => ({ caseId: stored.caseId, ...caseDetail(stored) })),
  }),
};
