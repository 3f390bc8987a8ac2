/** Records of Security Incident Response cases, and the types of their filters. */
import type { SecurityCaseResolverType, SecurityCaseStatus } from '../transitions/security-case';
import type { DateTimeConditions, StringConditions } from './conditions';
import type { Ordering } from './order';
import type {
  SecurityCaseAttachmentRecord,
  SecurityCaseMetadataEntryRecord,
  SecurityCaseThreatActorIpRecord,
  SecurityCaseWatcherRecord,
} from './security-case-parts';

export type SecurityCaseEngagementType = 'SECURITY_INCIDENT' | 'INVESTIGATION' | 'UNRECOGNIZED';

export type SecurityCasePendingAction = 'CUSTOMER' | 'NONE' | 'UNRECOGNIZED';

export type SecurityCaseClosureCode =
  'INVESTIGATION_COMPLETED' | 'NOT_RESOLVED' | 'FALSE_POSITIVE' | 'DUPLICATE' | 'UNRECOGNIZED';

/** An item of ListCases. */
export interface SecurityCaseSummary {
  readonly kind: 'SecurityCase';
  readonly target: string;
  readonly caseId: string;
  readonly arn: string | undefined;
  readonly title: string | undefined;
  readonly status: SecurityCaseStatus;
  readonly awsStatus: string | undefined;
  readonly resolverType: SecurityCaseResolverType | undefined;
  readonly awsResolverType: string | undefined;
  readonly engagementType: SecurityCaseEngagementType | undefined;
  readonly awsEngagementType: string | undefined;
  readonly pendingAction: SecurityCasePendingAction | undefined;
  readonly awsPendingAction: string | undefined;
  readonly createdAt: Date | undefined;
  readonly updatedAt: Date | undefined;
  readonly closedAt: Date | undefined;
}

/** The output of GetCase. */
export interface SecurityCaseDetail extends SecurityCaseSummary {
  /** The time of the AWS call. */
  readonly asOf: Date;
  readonly description: string | undefined;
  readonly closureCode: SecurityCaseClosureCode | undefined;
  readonly awsClosureCode: string | undefined;
  readonly reportedIncidentStartedAt: Date | undefined;
  readonly actualIncidentStartedAt: Date | undefined;
  readonly impactedAccounts: readonly string[] | undefined;
  readonly impactedServices: readonly string[] | undefined;
  readonly impactedAwsRegions: readonly string[] | undefined;
  readonly watchers: readonly SecurityCaseWatcherRecord[] | undefined;
  readonly threatActorIpAddresses: readonly SecurityCaseThreatActorIpRecord[] | undefined;
  readonly attachments: readonly SecurityCaseAttachmentRecord[] | undefined;
  readonly metadata: readonly SecurityCaseMetadataEntryRecord[] | undefined;
}

export interface SecurityCaseConditions {
  readonly statuses?: readonly SecurityCaseStatus[] | null | undefined;
  readonly resolverTypes?: readonly SecurityCaseResolverType[] | null | undefined;
  readonly pendingActions?: readonly SecurityCasePendingAction[] | null | undefined;
  readonly engagementTypes?: readonly SecurityCaseEngagementType[] | null | undefined;
  /** The case impacts one of these accounts. */
  readonly accountIds?: readonly string[] | null | undefined;
  readonly title?: StringConditions | null | undefined;
  readonly createdAt?: DateTimeConditions | null | undefined;
  readonly updatedAt?: DateTimeConditions | null | undefined;
}

export interface SecurityCaseQuery {
  readonly filter?:
    | (SecurityCaseConditions & { readonly not?: SecurityCaseConditions | null | undefined })
    | null
    | undefined;
  readonly orderBy?: Ordering<SecurityCaseOrderField> | null | undefined;
}

export type SecurityCaseOrderField = 'CREATED_AT' | 'UPDATED_AT' | 'STATUS' | 'TITLE';
