/** Inputs of the commands on Security Incident Response cases. */
import type { ResolverType } from '../transitions/security-case';
import type { EngagementType } from './security-case';
import type { CaseMetadataEntryRecord, InvestigationUsefulness } from './security-case-parts';
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
  readonly resolverType: ResolverType;
  readonly title: string;
  readonly description: string;
  readonly engagementType: EngagementType;
  readonly reportedIncidentStartDate: Date;
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
  readonly engagementType?: Optional<EngagementType>;
  readonly reportedIncidentStartDate?: Optional<Date>;
  readonly actualIncidentStartDate?: Optional<Date>;
  readonly watchers?: Optional<ListChanges<NewWatcher>>;
  readonly threatActorIpAddresses?: Optional<ListChanges<NewThreatActorIp>>;
  readonly impactedServices?: Optional<ListChanges<string>>;
  readonly impactedAwsRegions?: Optional<ListChanges<string>>;
  readonly impactedAccounts?: Optional<ListChanges<string>>;
  readonly metadata?: Optional<readonly CaseMetadataEntryRecord[]>;
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
  readonly usefulness: InvestigationUsefulness;
  readonly comment?: Optional<string>;
}
