/** The conversion of new cases and edits of cases to the requests of CreateCase and UpdateCase. */
import type {
  AwsRegion,
  CreateCaseRequest,
  ImpactedAwsRegion,
  ThreatActorIp,
  UpdateCaseRequest,
  Watcher,
} from '@aws-sdk/client-security-ir';
import type {
  ListChanges,
  NewSecurityCase,
  NewThreatActorIp,
  NewWatcher,
  SecurityCaseUpdate,
} from '../../domain/records/security-case-commands';
import { recognized } from './enum-map';
import { ENGAGEMENT_TYPES, RESOLVER_TYPES } from './security-case-enums';
import { toAwsTags } from './tags';

export function caseCreationRequest(newCase: NewSecurityCase, clientToken: string): CreateCaseRequest {
  return {
    clientToken,
    resolverType: RESOLVER_TYPES[recognized(newCase.resolverType)],
    title: newCase.title,
    description: newCase.description,
    engagementType: ENGAGEMENT_TYPES[recognized(newCase.engagementType)],
    reportedIncidentStartDate: newCase.reportedIncidentStartedAt,
    impactedAccounts: [...newCase.impactedAccounts],
    watchers: newCase.watchers.map(toAwsWatcher),
    threatActorIpAddresses: newCase.threatActorIpAddresses?.map(toAwsThreatActorIp),
    impactedServices: newCase.impactedServices?.map(String),
    impactedAwsRegions: newCase.impactedAwsRegions?.map(toAwsRegion),
    tags: newCase.tags == null ? undefined : toAwsTags(newCase.tags),
  };
}

export function caseUpdateRequest(caseId: string, update: SecurityCaseUpdate): UpdateCaseRequest {
  const { watchers, threatActorIpAddresses, impactedServices, impactedAwsRegions, impactedAccounts } = update;
  return {
    caseId,
    title: update.title ?? undefined,
    description: update.description ?? undefined,
    engagementType:
      update.engagementType == null ? undefined : ENGAGEMENT_TYPES[recognized(update.engagementType)],
    reportedIncidentStartDate: update.reportedIncidentStartedAt ?? undefined,
    actualIncidentStartDate: update.actualIncidentStartedAt ?? undefined,
    watchersToAdd: added(watchers, toAwsWatcher),
    watchersToDelete: removed(watchers, toAwsWatcher),
    threatActorIpAddressesToAdd: added(threatActorIpAddresses, toAwsThreatActorIp),
    threatActorIpAddressesToDelete: removed(threatActorIpAddresses, toAwsThreatActorIp),
    impactedServicesToAdd: added(impactedServices, String),
    impactedServicesToDelete: removed(impactedServices, String),
    impactedAwsRegionsToAdd: added(impactedAwsRegions, toAwsRegion),
    impactedAwsRegionsToDelete: removed(impactedAwsRegions, toAwsRegion),
    impactedAccountsToAdd: added(impactedAccounts, String),
    impactedAccountsToDelete: removed(impactedAccounts, String),
    caseMetadata: update.metadata?.map(({ key, value }) => ({ key, value })),
  };
}

type Changes<Item> = ListChanges<Item> | null | undefined;

function added<Item, AwsItem>(changes: Changes<Item>, toAws: (item: Item) => AwsItem): AwsItem[] | undefined {
  return changes?.add?.map(toAws);
}

function removed<Item, AwsItem>(
  changes: Changes<Item>,
  toAws: (item: Item) => AwsItem,
): AwsItem[] | undefined {
  return changes?.remove?.map(toAws);
}

function toAwsWatcher({ email, name, jobTitle }: NewWatcher): Watcher {
  return { email, name: name ?? undefined, jobTitle: jobTitle ?? undefined };
}

function toAwsThreatActorIp({ ipAddress, userAgent }: NewThreatActorIp): ThreatActorIp {
  return { ipAddress, userAgent: userAgent ?? undefined };
}

/** The input rules have validated the region. */
function toAwsRegion(region: string): ImpactedAwsRegion {
  return { region: region as AwsRegion };
}
