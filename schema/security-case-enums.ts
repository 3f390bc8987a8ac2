/** Enums of Security Incident Response cases. */
import type {
  SecurityCaseClosureCode,
  SecurityCaseEngagementType,
  SecurityCasePendingAction,
} from '../src/domain/records/security-case';
import type {
  SecurityCaseAttachmentStatus,
  SecurityCaseInvestigationActionType,
  SecurityCaseInvestigationStatus,
  SecurityCaseInvestigationUsefulness,
} from '../src/domain/records/security-case-parts';
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../src/domain/transitions/security-case';
import { enumType, UNRECOGNIZED } from './shared/enum-type';

export const SecurityCaseStatusEnum = enumType<SecurityCaseStatus>(
  'SecurityCaseStatus',
  'The status of a case (caseStatus of Security Incident Response).',
  {
    SUBMITTED: 'The case was created.',
    ACKNOWLEDGED: 'AWS responders have acknowledged the case.',
    DETECTION_AND_ANALYSIS: 'The incident is under investigation.',
    CONTAINMENT_ERADICATION_AND_RECOVERY:
      'The incident is being contained and eradicated, and the affected systems are recovering.',
    POST_INCIDENT_ACTIVITIES: 'The incident is over and under review.',
    READY_TO_CLOSE: 'AWS responders consider the case ready to close.',
    CLOSED: 'The case is closed permanently.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseResolverTypeEnum = enumType<SecurityCaseResolverType>(
  'SecurityCaseResolverType',
  'The party that resolves a case (resolverType of Security Incident Response).',
  {
    AWS: 'AWS responders resolve the case and set its status.',
    SELF: 'The customer resolves the case and sets its status.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseEngagementTypeEnum = enumType<SecurityCaseEngagementType>(
  'SecurityCaseEngagementType',
  'The engagement type of a case (engagementType of Security Incident Response).',
  {
    SECURITY_INCIDENT: 'The case concerns an active security incident.',
    INVESTIGATION: 'The case concerns an investigation.',
    UNRECOGNIZED,
  },
);

export const SecurityCasePendingActionEnum = enumType<SecurityCasePendingAction>(
  'SecurityCasePendingAction',
  'The party that has to act on a case (pendingAction of Security Incident Response).',
  {
    CUSTOMER: 'AWS is waiting for the customer to act.',
    NONE: 'No action is pending.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseClosureCodeEnum = enumType<SecurityCaseClosureCode>(
  'SecurityCaseClosureCode',
  'The reason why a case was closed (closureCode of Security Incident Response).',
  {
    INVESTIGATION_COMPLETED: 'The investigation was completed.',
    NOT_RESOLVED: 'The incident was not resolved.',
    FALSE_POSITIVE: 'There was no incident.',
    DUPLICATE: 'Another case covers the incident.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseAttachmentStatusEnum = enumType<SecurityCaseAttachmentStatus>(
  'SecurityCaseAttachmentStatus',
  'The status of the AWS check of an attached file (attachmentStatus).',
  {
    VERIFIED: 'The file passed the check and can be downloaded.',
    FAILED: 'The file failed the check.',
    PENDING: 'The check of the file is in progress.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseInvestigationActionTypeEnum = enumType<SecurityCaseInvestigationActionType>(
  'SecurityCaseInvestigationActionType',
  'The type of an investigation step (actionType).',
  {
    EVIDENCE: 'The step gathers evidence.',
    INVESTIGATION: 'The step investigates the incident.',
    SUMMARIZATION: 'The step summarizes findings.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseInvestigationStatusEnum = enumType<SecurityCaseInvestigationStatus>(
  'SecurityCaseInvestigationStatus',
  'The execution status of an investigation (ExecutionStatus of Security Incident Response).',
  {
    PENDING: 'The investigation has not started.',
    IN_PROGRESS: 'The investigation is in progress.',
    WAITING: 'The investigation is waiting.',
    COMPLETED: 'The investigation is complete.',
    FAILED: 'The investigation failed.',
    CANCELLED: 'The investigation was canceled.',
    UNRECOGNIZED,
  },
);

export const SecurityCaseInvestigationUsefulnessEnum = enumType<SecurityCaseInvestigationUsefulness>(
  'SecurityCaseInvestigationUsefulness',
  'The usefulness of an investigation, rated by the customer.',
  { USEFUL: 'The investigation was useful.', NOT_USEFUL: 'The investigation was not useful.', UNRECOGNIZED },
);
