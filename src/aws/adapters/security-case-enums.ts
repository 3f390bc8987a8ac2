/** The conversion of the enums of Security Incident Response between AWS and the schema. */
import type {
  ActionType,
  CaseAttachmentStatus as AwsAttachmentStatus,
  CaseStatus,
  ClosureCode as AwsClosureCode,
  EngagementType as AwsEngagementType,
  ExecutionStatus,
  PendingAction as AwsPendingAction,
  ResolverType as AwsResolverType,
  SelfManagedCaseStatus,
  UsefulnessRating,
} from '@aws-sdk/client-security-ir';
import type {
  SecurityCaseClosureCode,
  SecurityCaseEngagementType,
  SecurityCasePendingAction,
} from '../../domain/records/security-case';
import type {
  SecurityCaseAttachmentStatus,
  SecurityCaseInvestigationActionType,
  SecurityCaseInvestigationStatus,
  SecurityCaseInvestigationUsefulness,
} from '../../domain/records/security-case-parts';
import type {
  RequestableSelfManagedStatus,
  SecurityCaseResolverType,
  SecurityCaseStatus,
} from '../../domain/transitions/security-case';
import { enumMap } from './enum-map';

export const statuses = enumMap({
  Submitted: 'SUBMITTED',
  Acknowledged: 'ACKNOWLEDGED',
  'Detection and Analysis': 'DETECTION_AND_ANALYSIS',
  'Containment, Eradication and Recovery': 'CONTAINMENT_ERADICATION_AND_RECOVERY',
  'Post-incident Activities': 'POST_INCIDENT_ACTIVITIES',
  'Ready to Close': 'READY_TO_CLOSE',
  Closed: 'CLOSED',
} as const satisfies Record<CaseStatus, SecurityCaseStatus>);

/** The AWS values of the statuses that UpdateCaseStatus accepts, for requests. */
export const SELF_MANAGED_STATUSES = {
  DETECTION_AND_ANALYSIS: 'Detection and Analysis',
  CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, Eradication and Recovery',
  POST_INCIDENT_ACTIVITIES: 'Post-incident Activities',
} as const satisfies Record<RequestableSelfManagedStatus, SelfManagedCaseStatus>;

export const resolverTypes = enumMap({
  AWS: 'AWS',
  Self: 'SELF',
} as const satisfies Record<AwsResolverType, SecurityCaseResolverType>);

export const engagementTypes = enumMap({
  'Security Incident': 'SECURITY_INCIDENT',
  Investigation: 'INVESTIGATION',
} as const satisfies Record<AwsEngagementType, SecurityCaseEngagementType>);

export const pendingActions = enumMap({
  Customer: 'CUSTOMER',
  None: 'NONE',
} as const satisfies Record<AwsPendingAction, SecurityCasePendingAction>);

export const closureCodes = enumMap({
  'Investigation Completed': 'INVESTIGATION_COMPLETED',
  'Not Resolved': 'NOT_RESOLVED',
  'False Positive': 'FALSE_POSITIVE',
  Duplicate: 'DUPLICATE',
} as const satisfies Record<AwsClosureCode, SecurityCaseClosureCode>);

export const attachmentStatuses = enumMap({
  Verified: 'VERIFIED',
  Failed: 'FAILED',
  Pending: 'PENDING',
} as const satisfies Record<AwsAttachmentStatus, SecurityCaseAttachmentStatus>);

export const investigationActionTypes = enumMap({
  Evidence: 'EVIDENCE',
  Investigation: 'INVESTIGATION',
  Summarization: 'SUMMARIZATION',
} as const satisfies Record<ActionType, SecurityCaseInvestigationActionType>);

export const investigationStatuses = enumMap({
  Pending: 'PENDING',
  InProgress: 'IN_PROGRESS',
  Waiting: 'WAITING',
  Completed: 'COMPLETED',
  Failed: 'FAILED',
  Cancelled: 'CANCELLED',
} as const satisfies Record<ExecutionStatus, SecurityCaseInvestigationStatus>);

export const usefulnessRatings = enumMap({
  USEFUL: 'USEFUL',
  NOT_USEFUL: 'NOT_USEFUL',
} as const satisfies Record<UsefulnessRating, SecurityCaseInvestigationUsefulness>);

/** The AWS values of resolver types, for requests. */
export const RESOLVER_TYPES = {
  AWS: 'AWS',
  SELF: 'Self',
} as const satisfies Record<Exclude<SecurityCaseResolverType, 'UNRECOGNIZED'>, AwsResolverType>;

/** The AWS values of engagement types, for requests. */
export const ENGAGEMENT_TYPES = {
  SECURITY_INCIDENT: 'Security Incident',
  INVESTIGATION: 'Investigation',
} as const satisfies Record<Exclude<SecurityCaseEngagementType, 'UNRECOGNIZED'>, AwsEngagementType>;
