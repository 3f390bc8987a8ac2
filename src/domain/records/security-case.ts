/** Records of Security Incident Response cases, and the types of their filters. */
import type { ResolverType, SecurityCaseStatus } from '../transitions/security-case';
import type { DateTimeConditions, StringConditions } from './conditions';
import type {
  CaseAttachmentRecord,
  CaseMetadataEntryRecord,
  ThreatActorIpRecord,
  WatcherRecord,
} from './security-case-parts';

export type EngagementType = 'SECURITY_INCIDENT' | 'INVESTIGATION' | 'UNRECOGNIZED';

export type PendingAction = 'CUSTOMER' | 'NONE' | 'UNRECOGNIZED';

export type ClosureCode =
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
  readonly resolverType: ResolverType | undefined;
  readonly engagementType: EngagementType | undefined;
  readonly pendingAction: PendingAction | undefined;
  readonly createdDate: Date | undefined;
  readonly lastUpdatedDate: Date | undefined;
  readonly closedDate: Date | undefined;
}

/** The output of GetCase. */
export interface SecurityCaseDetail extends SecurityCaseSummary {
  readonly description: string | undefined;
  readonly closureCode: ClosureCode | undefined;
  readonly reportedIncidentStartDate: Date | undefined;
  readonly actualIncidentStartDate: Date | undefined;
  readonly impactedAccounts: readonly string[] | undefined;
  readonly impactedServices: readonly string[] | undefined;
  readonly impactedAwsRegions: readonly string[] | undefined;
  readonly watchers: readonly WatcherRecord[] | undefined;
  readonly threatActorIpAddresses: readonly ThreatActorIpRecord[] | undefined;
  readonly attachments: readonly CaseAttachmentRecord[] | undefined;
  readonly metadata: readonly CaseMetadataEntryRecord[] | undefined;
}

export interface SecurityCaseConditions {
  readonly statuses?: readonly SecurityCaseStatus[] | null | undefined;
  readonly resolverTypes?: readonly ResolverType[] | null | undefined;
  readonly pendingActions?: readonly PendingAction[] | null | undefined;
  readonly engagementTypes?: readonly EngagementType[] | null | undefined;
  readonly title?: StringConditions | null | undefined;
  readonly createdDate?: DateTimeConditions | null | undefined;
  readonly lastUpdatedDate?: DateTimeConditions | null | undefined;
}

export interface SecurityCaseQuery {
  readonly filter?:
    | (SecurityCaseConditions & { readonly not?: SecurityCaseConditions | null | undefined })
    | null
    | undefined;
}
