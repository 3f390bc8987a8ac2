/** AWS Security Incident Response (security-ir, API version 2018-05-10). */
import type { ServiceDefinition } from '../kernel/service';
import { ATTACHMENT_OPERATIONS } from './attachment-operations';
import { CASE_OPERATIONS } from './case-operations';
import { COMMENT_OPERATIONS } from './comment-operations';
import { ERROR_STATUSES, notActive, SECURITY_IR_ERRORS } from './errors';
import { INVESTIGATION_OPERATIONS } from './investigation-operations';
import { MEMBERSHIP_OPERATIONS } from './membership-operations';
import { putSecurityIr } from './put';
import { seedSecurityIr } from './seed';
import { everything } from './shapes';
import type { SecurityIrState } from './state';
import { STATUS_OPERATIONS } from './status-operations';
import { TAG_OPERATIONS } from './tag-operations';

export const SECURITY_IR: ServiceDefinition<SecurityIrState> = {
  name: 'security-ir',
  protocol: 'restJson1',
  errors: SECURITY_IR_ERRORS,
  errorStatuses: ERROR_STATUSES,
  operations: [
    ...CASE_OPERATIONS,
    ...STATUS_OPERATIONS,
    ...COMMENT_OPERATIONS,
    ...ATTACHMENT_OPERATIONS,
    ...INVESTIGATION_OPERATIONS,
    ...TAG_OPERATIONS,
    ...MEMBERSHIP_OPERATIONS,
  ],
  seed: seedSecurityIr,
  applyDueChanges: ({ cases }, now) => {
    cases.applyDueChanges(now);
  },
  admit: ({ kernel: { behaviors }, scope, operation }) => {
    if (behaviors.enablement(scope).securityIncidentResponseActive) return;
    const readsMembership = MEMBERSHIP_OPERATIONS.some(({ name }) => name === operation);
    if (readsMembership && behaviors.current.membershipsReadableWhenNotActive) return;
    throw notActive(scope.account);
  },
  put: putSecurityIr,
  dump: ({ cases, memberships }) => everything(cases.values(), memberships.values()),
};
