/** Cases: what the eight case operations take and give. */
import type { CaseAttachmentAttributes } from './attachments';
import type { CaseMetadataEntry, ImpactedAwsRegion, ThreatActorIp, Watcher } from './case-details';
import type {
  CaseStatus,
  ClosureCode,
  EngagementType,
  PendingAction,
  ResolverType,
  SelfManagedCaseStatus,
} from '../enums';

/** One row of ListCases. Description, accounts, watchers and the like come only from GetCase. */
export interface ListCasesItem {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** When it last changed. */
  lastUpdatedDate?: Date | undefined;
  /** Title, 1 to 300 characters. Sensitive. */
  title?: string | undefined;
  /** ARN of the case. */
  caseArn?: string | undefined;
  /** What is asked for. */
  engagementType?: EngagementType | undefined;
  /** Status of the case. */
  caseStatus?: CaseStatus | undefined;
  /** When it was created. */
  createdDate?: Date | undefined;
  /** When it was closed. */
  closedDate?: Date | undefined;
  /** Who works on the case. */
  resolverType?: ResolverType | undefined;
  /** Whose turn it is. */
  pendingAction?: PendingAction | undefined;
}

/** One entry in the history of a case. */
export interface CaseEditItem {
  /** When it happened. */
  eventTimestamp?: Date | undefined;
  /** Who did it. */
  principal?: string | undefined;
  /** What was done, 1 to 100 characters. */
  action?: string | undefined;
  /** The change in words, 10 to 4096 characters. */
  message?: string | undefined;
}

/** Input of CreateCase. */
export interface CreateCaseRequest {
  /** Who works on the case. */
  resolverType: ResolverType | undefined;
  /** Title, 1 to 300 characters. Sensitive. */
  title: string | undefined;
  /** Description, 1 to 8000 characters. Sensitive. */
  description: string | undefined;
  /** What is asked for. */
  engagementType: EngagementType | undefined;
  /** When the incident began, as reported. */
  reportedIncidentStartDate: Date | undefined;
  /** 12-digit account ids, at most 200. */
  impactedAccounts: string[] | undefined;
  /** At most 30. */
  watchers: Watcher[] | undefined;
  /** Idempotency token, 1 to 255 characters. A fresh UUID per `send` when absent. */
  clientToken?: string | undefined;
  /** At most 200. Addresses are sensitive. */
  threatActorIpAddresses?: ThreatActorIp[] | undefined;
  /** Service names of 2 to 50 characters, at most 600. */
  impactedServices?: string[] | undefined;
  /** At most 50. */
  impactedAwsRegions?: ImpactedAwsRegion[] | undefined;
  /** At most 200; keys of 1 to 128, values of 0 to 256 characters. */
  tags?: Record<string, string> | undefined;
}

/** Output of CreateCase. */
export interface CreateCaseResponse {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
}

/** Input of GetCase. */
export interface GetCaseRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
}

/** Output of GetCase. */
export interface GetCaseResponse {
  /** Title, 1 to 300 characters. Sensitive. */
  title?: string | undefined;
  /** ARN of the case. */
  caseArn?: string | undefined;
  /** Description, 1 to 8000 characters. Sensitive. */
  description?: string | undefined;
  /** Status of the case. */
  caseStatus?: CaseStatus | undefined;
  /** What is asked for. */
  engagementType?: EngagementType | undefined;
  /** When the incident began, as reported. */
  reportedIncidentStartDate?: Date | undefined;
  /** When the incident began, as established. */
  actualIncidentStartDate?: Date | undefined;
  /** At most 50. */
  impactedAwsRegions?: ImpactedAwsRegion[] | undefined;
  /** At most 200. Addresses are sensitive. */
  threatActorIpAddresses?: ThreatActorIp[] | undefined;
  /** Whose turn it is. */
  pendingAction?: PendingAction | undefined;
  /** 12-digit account ids, at most 200. */
  impactedAccounts?: string[] | undefined;
  /** At most 30. */
  watchers?: Watcher[] | undefined;
  /** When it was created. */
  createdDate?: Date | undefined;
  /** When it last changed. */
  lastUpdatedDate?: Date | undefined;
  /** Why the case was closed. */
  closureCode?: ClosureCode | undefined;
  /** Who works on the case. */
  resolverType?: ResolverType | undefined;
  /** Service names of 2 to 50 characters, at most 600. */
  impactedServices?: string[] | undefined;
  /** At most 50. */
  caseAttachments?: CaseAttachmentAttributes[] | undefined;
  /** When it was closed. */
  closedDate?: Date | undefined;
  /** 1 to 30 entries. */
  caseMetadata?: CaseMetadataEntry[] | undefined;
}

/** Input of ListCases. */
export interface ListCasesRequest {
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListCases. */
export interface ListCasesResponse {
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: ListCasesItem[] | undefined;
  /** Number of results. AWS does not say whether it counts this page or all pages. */
  total?: number | undefined;
}

/** Input of UpdateCase. */
export interface UpdateCaseRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Title, 1 to 300 characters. Sensitive. */
  title?: string | undefined;
  /** Description, 1 to 8000 characters. Sensitive. */
  description?: string | undefined;
  /** When the incident began, as reported. */
  reportedIncidentStartDate?: Date | undefined;
  /** When the incident began, as established. */
  actualIncidentStartDate?: Date | undefined;
  /** What is asked for. */
  engagementType?: EngagementType | undefined;
  /** At most 30. */
  watchersToAdd?: Watcher[] | undefined;
  /** At most 30. */
  watchersToDelete?: Watcher[] | undefined;
  /** At most 200. */
  threatActorIpAddressesToAdd?: ThreatActorIp[] | undefined;
  /** At most 200. */
  threatActorIpAddressesToDelete?: ThreatActorIp[] | undefined;
  /** At most 600. */
  impactedServicesToAdd?: string[] | undefined;
  /** At most 600. */
  impactedServicesToDelete?: string[] | undefined;
  /** At most 50. */
  impactedAwsRegionsToAdd?: ImpactedAwsRegion[] | undefined;
  /** At most 50. */
  impactedAwsRegionsToDelete?: ImpactedAwsRegion[] | undefined;
  /** At most 200. */
  impactedAccountsToAdd?: string[] | undefined;
  /** At most 200. */
  impactedAccountsToDelete?: string[] | undefined;
  /** 1 to 30 entries. */
  caseMetadata?: CaseMetadataEntry[] | undefined;
}

/** Output of UpdateCase: nothing. */
export type UpdateCaseResponse = object;

/** Input of UpdateCaseStatus. */
export interface UpdateCaseStatusRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Status of the case. */
  caseStatus: SelfManagedCaseStatus | undefined;
}

/** Output of UpdateCaseStatus. */
export interface UpdateCaseStatusResponse {
  /** Status of the case. */
  caseStatus?: SelfManagedCaseStatus | undefined;
}

/** Input of CloseCase. */
export interface CloseCaseRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
}

/** Output of CloseCase. */
export interface CloseCaseResponse {
  /** Status of the case. */
  caseStatus?: CaseStatus | undefined;
  /** When it was closed. */
  closedDate?: Date | undefined;
}

/** Input of UpdateResolverType. */
export interface UpdateResolverTypeRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Who works on the case. */
  resolverType: ResolverType | undefined;
}

/** Output of UpdateResolverType. */
export interface UpdateResolverTypeResponse {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Status of the case. */
  caseStatus?: CaseStatus | undefined;
  /** Who works on the case. */
  resolverType?: ResolverType | undefined;
}

/** Input of ListCaseEdits. */
export interface ListCaseEditsRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListCaseEdits. */
export interface ListCaseEditsResponse {
  /** Where to go on; absent on the first request and after the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: CaseEditItem[] | undefined;
  /** Number of results. AWS does not say whether it counts this page or all pages. */
  total?: number | undefined;
}
