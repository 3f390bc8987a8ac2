/** The state of Security Incident Response for one account and region. Times are in milliseconds since the epoch. */
import type { Collection } from '../kernel/collection';

export interface SecurityIrState {
  /** By caseId. */
  readonly cases: Collection<SecurityCase>;
  /** By membershipId. */
  readonly memberships: Map<string, Membership>;
  /** Uploaded bytes by attachmentId; other attachments have made-up ones. */
  readonly uploads: Map<string, Buffer>;
  /** Earlier responses by operation, case and clientToken. */
  readonly responsesByToken: Map<string, string>;
}

/** A case. Enum members are strings, because `put` accepts values that the model does not define. */
export interface SecurityCase {
  readonly caseId: string;
  readonly caseArn: string;
  title: string;
  description: string;
  caseStatus: string;
  resolverType: string;
  engagementType: string;
  pendingAction: string;
  closureCode: string | undefined;
  readonly createdDate: number;
  lastUpdatedDate: number;
  closedDate: number | undefined;
  reportedIncidentStartDate: number;
  actualIncidentStartDate: number | undefined;
  impactedAccounts: readonly string[];
  impactedAwsRegions: readonly ImpactedAwsRegion[];
  impactedServices: readonly string[];
  threatActorIpAddresses: readonly ThreatActorIp[];
  watchers: readonly Watcher[];
  caseMetadata: readonly CaseMetadataEntry[];
  readonly caseAttachments: CaseAttachment[];
  /** Oldest comment first. Edits and investigations have the same order. */
  readonly comments: Comment[];
  readonly edits: CaseEdit[];
  readonly investigations: InvestigationAction[];
  tags: Readonly<Record<string, string>>;
}

export interface ImpactedAwsRegion {
  readonly region: string;
}

export interface ThreatActorIp {
  readonly ipAddress: string;
  readonly userAgent?: string | undefined;
}

export interface Watcher {
  readonly email: string;
  readonly name?: string | undefined;
  readonly jobTitle?: string | undefined;
}

export interface CaseMetadataEntry {
  readonly key: string;
  readonly value: string;
}

export interface CaseAttachment {
  readonly attachmentId: string;
  readonly fileName: string;
  attachmentStatus: string;
  /** An account id, or `AWS Responder`. */
  readonly creator: string;
  readonly createdDate: number;
  /** The time at which a Pending upload becomes Verified; undefined if it does not. */
  verifiesAt?: number | undefined;
}

export interface Comment {
  /** Six digits, unique within the case. */
  readonly commentId: string;
  readonly createdDate: number;
  lastUpdatedDate: number;
  /** An account id, or `AWS Responder`. */
  readonly creator: string;
  lastUpdatedBy: string;
  body: string;
}

/** One change, as ListCaseEdits returns it. */
export interface CaseEdit {
  readonly eventTimestamp: number;
  readonly principal: string;
  readonly action: string;
  readonly message: string;
}

export interface InvestigationAction {
  readonly investigationId: string;
  readonly actionType: string;
  readonly title: string;
  readonly content: string;
  readonly status: string;
  readonly lastUpdated: number;
  feedback?: InvestigationFeedback | undefined;
}

export interface InvestigationFeedback {
  readonly usefulness: string;
  readonly comment?: string | undefined;
  readonly submittedAt: number;
}

/** A membership. Enum members are plain strings: control may store values that the model lacks. */
export interface Membership {
  readonly membershipId: string;
  readonly membershipArn: string;
  readonly accountId: string;
  readonly region: string;
  readonly membershipName: string;
  readonly membershipStatus: string;
  readonly membershipActivationTimestamp: number;
  /** The time at which a canceled membership ends. */
  readonly membershipDeactivationTimestamp: number | undefined;
  readonly customerType: string;
  readonly numberOfAccountsCovered: number;
  readonly incidentResponseTeam: readonly IncidentResponder[];
  readonly optInFeatures: readonly OptInFeature[];
  readonly membershipAccountsConfigurations: MembershipAccountsConfigurations | undefined;
  tags: Readonly<Record<string, string>>;
}

export interface IncidentResponder {
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly communicationPreferences?: readonly string[] | undefined;
}

export interface OptInFeature {
  readonly featureName: string;
  readonly isEnabled: boolean;
}

export interface MembershipAccountsConfigurations {
  readonly coverEntireOrganization?: boolean | undefined;
  readonly organizationalUnits?: readonly string[] | undefined;
}

/** Who writes comments and changes cases on AWS's side. */
export const AWS_RESPONDER = 'AWS Responder';
