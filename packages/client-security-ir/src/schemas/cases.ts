/** Schemas of models/cases.ts, and of the operations on them. */
import { CaseAttachmentAttributes$ } from './attachments';
import { CaseMetadataEntry$, ImpactedAwsRegion$, ThreatActorIp$, Watcher$ } from './case-details';
import {
  NUMBER,
  STRING,
  STRING_MAP,
  TIMESTAMP,
  idempotencyToken,
  label,
  list,
  operation,
  sensitiveString,
  structure,
} from './shapes';

export const ListCasesItem$ = structure('ListCasesItem', {
  caseId: STRING,
  lastUpdatedDate: TIMESTAMP,
  title: sensitiveString('CaseTitle'),
  caseArn: STRING,
  engagementType: STRING,
  caseStatus: STRING,
  createdDate: TIMESTAMP,
  closedDate: TIMESTAMP,
  resolverType: STRING,
  pendingAction: STRING,
});

export const CaseEditItem$ = structure('CaseEditItem', {
  eventTimestamp: TIMESTAMP,
  principal: STRING,
  action: STRING,
  message: STRING,
});

export const CreateCaseRequest$ = structure('CreateCaseRequest', {
  resolverType: STRING,
  title: sensitiveString('CaseTitle'),
  description: sensitiveString('CaseDescription'),
  engagementType: STRING,
  reportedIncidentStartDate: TIMESTAMP,
  impactedAccounts: list('ImpactedAccounts', STRING),
  watchers: list('Watchers', Watcher$),
  clientToken: idempotencyToken,
  threatActorIpAddresses: list('ThreatActorIpList', ThreatActorIp$),
  impactedServices: list('ImpactedServicesList', STRING),
  impactedAwsRegions: list('ImpactedAwsRegionList', ImpactedAwsRegion$),
  tags: STRING_MAP,
});

export const CreateCaseResponse$ = structure('CreateCaseResponse', { caseId: STRING });

export const GetCaseRequest$ = structure('GetCaseRequest', { caseId: label });

export const GetCaseResponse$ = structure('GetCaseResponse', {
  title: sensitiveString('CaseTitle'),
  caseArn: STRING,
  description: sensitiveString('CaseDescription'),
  caseStatus: STRING,
  engagementType: STRING,
  reportedIncidentStartDate: TIMESTAMP,
  actualIncidentStartDate: TIMESTAMP,
  impactedAwsRegions: list('ImpactedAwsRegionList', ImpactedAwsRegion$),
  threatActorIpAddresses: list('ThreatActorIpList', ThreatActorIp$),
  pendingAction: STRING,
  impactedAccounts: list('ImpactedAccounts', STRING),
  watchers: list('Watchers', Watcher$),
  createdDate: TIMESTAMP,
  lastUpdatedDate: TIMESTAMP,
  closureCode: STRING,
  resolverType: STRING,
  impactedServices: list('ImpactedServicesList', STRING),
  caseAttachments: list('CaseAttachmentsList', CaseAttachmentAttributes$),
  closedDate: TIMESTAMP,
  caseMetadata: list('CaseMetadata', CaseMetadataEntry$),
});

export const ListCasesRequest$ = structure('ListCasesRequest', { nextToken: STRING, maxResults: NUMBER });

export const ListCasesResponse$ = structure('ListCasesResponse', {
  nextToken: STRING,
  items: list('ListCasesItems', ListCasesItem$),
  total: NUMBER,
});

export const UpdateCaseRequest$ = structure('UpdateCaseRequest', {
  caseId: label,
  title: sensitiveString('CaseTitle'),
  description: sensitiveString('CaseDescription'),
  reportedIncidentStartDate: TIMESTAMP,
  actualIncidentStartDate: TIMESTAMP,
  engagementType: STRING,
  watchersToAdd: list('Watchers', Watcher$),
  watchersToDelete: list('Watchers', Watcher$),
  threatActorIpAddressesToAdd: list('ThreatActorIpList', ThreatActorIp$),
  threatActorIpAddressesToDelete: list('ThreatActorIpList', ThreatActorIp$),
  impactedServicesToAdd: list('ImpactedServicesList', STRING),
  impactedServicesToDelete: list('ImpactedServicesList', STRING),
  impactedAwsRegionsToAdd: list('ImpactedAwsRegionList', ImpactedAwsRegion$),
  impactedAwsRegionsToDelete: list('ImpactedAwsRegionList', ImpactedAwsRegion$),
  impactedAccountsToAdd: list('ImpactedAccounts', STRING),
  impactedAccountsToDelete: list('ImpactedAccounts', STRING),
  caseMetadata: list('CaseMetadata', CaseMetadataEntry$),
});

export const UpdateCaseResponse$ = structure('UpdateCaseResponse', {});

export const UpdateCaseStatusRequest$ = structure('UpdateCaseStatusRequest', {
  caseId: label,
  caseStatus: STRING,
});

export const UpdateCaseStatusResponse$ = structure('UpdateCaseStatusResponse', { caseStatus: STRING });

export const CloseCaseRequest$ = structure('CloseCaseRequest', { caseId: label });

export const CloseCaseResponse$ = structure('CloseCaseResponse', {
  caseStatus: STRING,
  closedDate: TIMESTAMP,
});

export const UpdateResolverTypeRequest$ = structure('UpdateResolverTypeRequest', {
  caseId: label,
  resolverType: STRING,
});

export const UpdateResolverTypeResponse$ = structure('UpdateResolverTypeResponse', {
  caseId: STRING,
  caseStatus: STRING,
  resolverType: STRING,
});

export const ListCaseEditsRequest$ = structure('ListCaseEditsRequest', {
  caseId: label,
  nextToken: STRING,
  maxResults: NUMBER,
});

export const ListCaseEditsResponse$ = structure('ListCaseEditsResponse', {
  nextToken: STRING,
  items: list('CaseEditItems', CaseEditItem$),
  total: NUMBER,
});

export const CreateCase$ = operation(
  'CreateCase',
  ['POST', '/v1/create-case', 201],
  CreateCaseRequest$,
  CreateCaseResponse$,
);

export const GetCase$ = operation(
  'GetCase',
  ['GET', '/v1/cases/{caseId}/get-case', 200],
  GetCaseRequest$,
  GetCaseResponse$,
);

export const ListCases$ = operation(
  'ListCases',
  ['POST', '/v1/list-cases', 200],
  ListCasesRequest$,
  ListCasesResponse$,
);

export const UpdateCase$ = operation(
  'UpdateCase',
  ['POST', '/v1/cases/{caseId}/update-case', 200],
  UpdateCaseRequest$,
  UpdateCaseResponse$,
);

export const UpdateCaseStatus$ = operation(
  'UpdateCaseStatus',
  ['POST', '/v1/cases/{caseId}/update-case-status', 201],
  UpdateCaseStatusRequest$,
  UpdateCaseStatusResponse$,
);

export const CloseCase$ = operation(
  'CloseCase',
  ['POST', '/v1/cases/{caseId}/close-case', 200],
  CloseCaseRequest$,
  CloseCaseResponse$,
);

export const UpdateResolverType$ = operation(
  'UpdateResolverType',
  ['POST', '/v1/cases/{caseId}/update-resolver-type', 200],
  UpdateResolverTypeRequest$,
  UpdateResolverTypeResponse$,
);

export const ListCaseEdits$ = operation(
  'ListCaseEdits',
  ['POST', '/v1/cases/{caseId}/list-case-edits', 200],
  ListCaseEditsRequest$,
  ListCaseEditsResponse$,
);
