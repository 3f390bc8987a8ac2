/** Inputs of the commands on Security Incident Response cases. */
import type { SecurityCaseResolverType } from '../transitions/security-case';
import type { SecurityCaseEngagementType } from './security-case';
import type {
  SecurityCaseMetadataEntryRecord,
  SecurityCaseInvestigationUsefulness,
} from './security-case-parts';
import type { TagRecord } from './tag';

type Optional<Value> = Value | null | undefined;

export interface NewWatcher {
  readonly email: string;
  readonly name?: Optional<string>;
  readonly jobTitle?: Optional<string>;
}

export interface NewThreatActorIp {
  readonly ipAddress: string;
  readonly userAgent?: Optional<string>;
}

/** The input of CreateCase. */
export interface NewSecurityCase {
  readonly resolverType: SecurityCaseResolverType;
  readonly title: string;
  readonly description: string;
  readonly engagementType: SecurityCaseEngagementType;
  readonly reportedIncidentStartedAt: Date;
  readonly impactedAccounts: readonly string[];
  readonly watchers: readonly NewWatcher[];
  readonly threatActorIpAddresses?: Optional<readonly NewThreatActorIp[]>;
  readonly impactedServices?: Optional<readonly string[]>;
  readonly impactedAwsRegions?: Optional<readonly string[]>;
  readonly tags?: Optional<readonly TagRecord[]>;
}

/** The entries to add to, and to remove from, a list of a case. */
export interface ListChanges<Item> {
  readonly add?: Optional<readonly Item[]>;
  readonly remove?: Optional<readonly Item[]>;
}

/** The input of UpdateCase; omitted members do not change. */
export interface SecurityCaseUpdate {
  readonly title?: Optional<string>;
  readonly description?: Optional<string>;
  readonly engagementType?: Optional<SecurityCaseEngagementType>;
  readonly reportedIncidentStartedAt?: Optional<Date>;
  readonly actualIncidentStartedAt?: Optional<Date>;
  readonly watchers?: Optional<ListChanges<NewWatcher>>;
  readonly threatActorIpAddresses?: Optional<ListChanges<NewThreatActorIp>>;
  readonly impactedServices?: Optional<ListChanges<string>>;
  readonly impactedAwsRegions?: Optional<ListChanges<string>>;
  readonly impactedAccounts?: Optional<ListChanges<string>>;
  readonly metadata?: Optional<readonly SecurityCaseMetadataEntryRecord[]>;
}

/** The input of GetCaseAttachmentUploadUrl. */
export interface NewCaseAttachment {
  readonly fileName: string;
  /** The size of the file, in bytes. */
  readonly contentLength: number;
}

/** The input of SendFeedback. */
export interface NewInvestigationFeedback {
  readonly investigationId: string;
  readonly usefulness: SecurityCaseInvestigationUsefulness;
  readonly comment?: Optional<string>;
}
