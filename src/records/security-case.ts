/** Security Incident Response cases as AWS describes them. */
import type { ResolverType, SecurityCaseStatus } from '../transitions/security-case';

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

/** What GetCase adds. */
export interface SecurityCaseDetail extends SecurityCaseSummary {
  readonly description: string | undefined;
  readonly closureCode: ClosureCode | undefined;
  readonly reportedIncidentStartDate: Date | undefined;
  readonly actualIncidentStartDate: Date | undefined;
  readonly impactedAccounts: readonly string[] | undefined;
  readonly impactedServices: readonly string[] | undefined;
  readonly impactedAwsRegions: readonly string[] | undefined;
}
