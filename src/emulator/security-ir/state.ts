/** What the emulator stores of Security Incident Response for one account and region. Times are milliseconds. */
import type { Collection } from '../kernel/collection';

export interface SecurityIrState {
  /** By caseId. */
  readonly cases: Collection<SecurityCase>;
}

/** A case. Enum members are plain strings: control may store values that the model lacks. */
export interface SecurityCase {
  readonly caseId: string;
  readonly caseArn: string;
  readonly title: string;
  readonly description: string;
  caseStatus: string;
  resolverType: string;
  readonly engagementType: string;
  pendingAction: string;
  closureCode: string | undefined;
  readonly createdDate: number;
  lastUpdatedDate: number;
  closedDate: number | undefined;
  readonly reportedIncidentStartDate: number;
  readonly actualIncidentStartDate: number | undefined;
  readonly impactedAccounts: readonly string[];
  readonly impactedAwsRegions: readonly { readonly region: string }[];
  readonly impactedServices: readonly string[];
  readonly threatActorIpAddresses: readonly ThreatActorIp[];
  readonly watchers: readonly Watcher[];
  readonly caseAttachments: readonly CaseAttachment[];
  readonly caseMetadata: readonly { readonly key: string; readonly value: string }[];
}

export interface ThreatActorIp {
  readonly ipAddress: string;
  readonly userAgent?: string;
}

export interface Watcher {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
}

export interface CaseAttachment {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly attachmentStatus: string;
  readonly creator: string;
  readonly createdDate: number;
}
