/** Enums of Security Incident Response cases, with what each value means. */
import type { ClosureCode, EngagementType, PendingAction } from '../src/domain/records/security-case';
import type {
  CaseAttachmentStatus,
  InvestigationActionType,
  InvestigationStatus,
  InvestigationUsefulness,
} from '../src/domain/records/security-case-parts';
import type { ResolverType, SecurityCaseStatus } from '../src/domain/transitions/security-case';
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

export const CaseAttachmentStatusEnum = enumType<CaseAttachmentStatus>(
  'CaseAttachmentStatus',
  'Whether AWS has checked an attached file.',
  {
    VERIFIED: 'The file was checked and can be downloaded.',
    FAILED: 'The file did not pass the check.',
    PENDING: 'The file is still being checked.',
    UNRECOGNIZED,
  },
);

export const InvestigationActionTypeEnum = enumType<InvestigationActionType>(
  'InvestigationActionType',
  'What kind of step an investigation is.',
  {
    EVIDENCE: 'Evidence was gathered.',
    INVESTIGATION: 'Something was looked into.',
    SUMMARIZATION: 'Findings were summed up.',
    UNRECOGNIZED,
  },
);

export const InvestigationStatusEnum = enumType<InvestigationStatus>(
  'InvestigationStatus',
  'How far an investigation is (ExecutionStatus of Security Incident Response).',
  {
    PENDING: 'It has not begun.',
    IN_PROGRESS: 'It is under way.',
    WAITING: 'It waits for something.',
    COMPLETED: 'It has come to its end.',
    FAILED: 'It failed.',
    CANCELLED: 'It was cancelled.',
    UNRECOGNIZED,
  },
);

export const InvestigationUsefulnessEnum = enumType<InvestigationUsefulness>(
  'InvestigationUsefulness',
  'Whether an investigation helped.',
  { USEFUL: 'It helped.', NOT_USEFUL: 'It did not help.', UNRECOGNIZED },
);
