/** Enums of Security Incident Response cases, with what each value means. */
import type { ClosureCode, EngagementType, PendingAction } from '../src/records/security-case';
import type { ResolverType, SecurityCaseStatus } from '../src/transitions/security-case';
import { enumType, UNRECOGNIZED } from './shared/enum-type';

export const SecurityCaseStatusEnum = enumType<SecurityCaseStatus>(
  'SecurityCaseStatus',
  'The status of a case (caseStatus of Security Incident Response).',
  {
    SUBMITTED: 'The case was created.',
    ACKNOWLEDGED: 'AWS responders have taken note of the case.',
    DETECTION_AND_ANALYSIS: 'The incident is being investigated.',
    CONTAINMENT_ERADICATION_AND_RECOVERY: 'The incident is being contained and its effects removed.',
    POST_INCIDENT_ACTIVITIES: 'The incident is over and is being reviewed.',
    READY_TO_CLOSE: 'AWS responders consider the case ready to be closed.',
    CLOSED: 'The case is closed for good.',
    UNRECOGNIZED,
  },
);

export const ResolverTypeEnum = enumType<ResolverType>('ResolverType', 'Who resolves a case.', {
  AWS: 'Responders of AWS, who also set its status.',
  SELF: 'The customer.',
  UNRECOGNIZED,
});

export const EngagementTypeEnum = enumType<EngagementType>('EngagementType', 'What a case is about.', {
  SECURITY_INCIDENT: 'An active security incident.',
  INVESTIGATION: 'An investigation.',
  UNRECOGNIZED,
});

export const PendingActionEnum = enumType<PendingAction>('PendingAction', 'Whom a case waits for.', {
  CUSTOMER: 'AWS waits for the customer.',
  NONE: 'Nobody is waited for.',
  UNRECOGNIZED,
});

export const ClosureCodeEnum = enumType<ClosureCode>('ClosureCode', 'Why a case was closed.', {
  INVESTIGATION_COMPLETED: 'The investigation was completed.',
  NOT_RESOLVED: 'The incident was not resolved.',
  FALSE_POSITIVE: 'There was no incident.',
  DUPLICATE: 'Another case covers the incident.',
  UNRECOGNIZED,
});
