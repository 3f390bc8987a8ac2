/** Inputs and outputs of the eight case operations. */
import type { CaseAttachmentAttributes } from './attachments';
import type { CaseMetadataEntry, ImpactedAwsRegion, ThreatActorIp, Watcher } from './case-details';
import type {
  CaseStatus,
  ClosureCode,
  EngagementType,
  PendingAction,
  ResolverType,
  SelfManagedCaseStatus,
} from './enums';

/** One row of ListCases. Only GetCase returns the description, accounts, watchers and other details. */
export interface ListCasesItem {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Time of the last change. */
  lastUpdatedDate?: Date | undefined;
  /** Title, 1 to 300 characters. Sensitive. */
  title?: string | undefined;
  /** ARN of the case. */
  caseArn?: string | undefined;
  /** The requested engagement. */
  engagementType?: EngagementType | undefined;
  /** Status of the case. */
  caseStatus?: CaseStatus | undefined;
  /** Time of creation. */
  createdDate?: Date | undefined;
  /** Time of closure. */
  closedDate?: Date | undefined;
  /** The resolver of the case: AWS or its owner. */
  resolverType?: ResolverType | undefined;
  /** The party whose action is pending. */
  pendingAction?: PendingAction | undefined;
}

/** One entry in the history of a case. */
export interface CaseEditItem {
  /** Time of the change. */
  eventTimestamp?: Date | undefined;
  /** The principal that made the change. */
  principal?: string | undefined;
  /** The action, 1 to 100 characters. */
  action?: string | undefined;
  /** The description of the change, 10 to 4096 characters. */
  message?: string | undefined;
}

/** Input of CreateCase. */
export interface CreateCaseRequest {
  /** The resolver of the case: AWS or its owner. */
  resolverType: ResolverType | undefined;
  /** Title, 1 to 300 characters. Sensitive. */
  title: string | undefined;
  /** Description, 1 to 8000 characters. Sensitive. */
  description: string | undefined;
  /** The requested engagement. */
  engagementType: EngagementType | undefined;
  /** The reported start of the incident. */
  reportedIncidentStartDate: Date | undefined;
  /** 12-digit account ids, at most 200. */
  impactedAccounts: string[] | undefined;
  /** At most 30. */
  watchers: Watcher[] | undefined;
  /** Idempotency token, 1 to 255 characters. Default: a new UUID per `send`. */
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
  /** The requested engagement. */
  engagementType?: EngagementType | undefined;
  /** The reported start of the incident. */
  reportedIncidentStartDate?: Date | undefined;
  /** The actual start of the incident. */
  actualIncidentStartDate?: Date | undefined;
  /** At most 50. */
  impactedAwsRegions?: ImpactedAwsRegion[] | undefined;
  /** At most 200. Addresses are sensitive. */
  threatActorIpAddresses?: ThreatActorIp[] | undefined;
  /** The party whose action is pending. */
  pendingAction?: PendingAction | undefined;
  /** 12-digit account ids, at most 200. */
  impactedAccounts?: string[] | undefined;
  /** At most 30. */
  watchers?: Watcher[] | undefined;
  /** Time of creation. */
  createdDate?: Date | undefined;
  /** Time of the last change. */
  lastUpdatedDate?: Date | undefined;
  /** The reason for the closure. */
  closureCode?: ClosureCode | undefined;
  /** The resolver of the case: AWS or its owner. */
  resolverType?: ResolverType | undefined;
  /** Service names of 2 to 50 characters, at most 600. */
  impactedServices?: string[] | undefined;
  /** At most 50. */
  caseAttachments?: CaseAttachmentAttributes[] | undefined;
  /** Time of closure. */
  closedDate?: Date | undefined;
  /** 1 to 30 entries. */
  caseMetadata?: CaseMetadataEntry[] | undefined;
}

/** Input of ListCases. */
export interface ListCasesRequest {
  /** The token of the previous page. Omit it for the first page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListCases. */
export interface ListCasesResponse {
  /** The token for the next page. Absent on the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: ListCasesItem[] | undefined;
  /** Number of results. AWS does not document whether it counts this page or all pages. */
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
  /** The reported start of the incident. */
  reportedIncidentStartDate?: Date | undefined;
  /** The actual start of the incident. */
  actualIncidentStartDate?: Date | undefined;
  /** The requested engagement. */
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
  /** Time of closure. */
  closedDate?: Date | undefined;
}

/** Input of UpdateResolverType. */
export interface UpdateResolverTypeRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** The resolver of the case: AWS or its owner. */
  resolverType: ResolverType | undefined;
}

/** Output of UpdateResolverType. */
export interface UpdateResolverTypeResponse {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** Status of the case. */
  caseStatus?: CaseStatus | undefined;
  /** The resolver of the case: AWS or its owner. */
  resolverType?: ResolverType | undefined;
}

/** Input of ListCaseEdits. */
export interface ListCaseEditsRequest {
  /** Id of the case, 10 to 32 characters. */
  caseId: string | undefined;
  /** The token of the previous page. Omit it for the first page. */
  nextToken?: string | undefined;
  /** Page size, 1 to 25. */
  maxResults?: number | undefined;
}

/** Output of ListCaseEdits. */
export interface ListCaseEditsResponse {
  /** The token for the next page. Absent on the last page. */
  nextToken?: string | undefined;
  /** The rows of this page. */
  items?: CaseEditItem[] | undefined;
  /** Number of results. AWS does not document whether it counts this page or all pages. */
  total?: number | undefined;
}
