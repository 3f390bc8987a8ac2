/** How Security Incident Response's operations show what is stored: exactly the members of the model's structures. */
import { SECOND } from '../kernel/clock';
import type { Output } from '../kernel/operation';
import type { SecurityCase } from './state';

/** ListCasesItem. */
export function caseSummary(securityCase: SecurityCase): Output {
  return {
    caseId: securityCase.caseId,
    lastUpdatedDate: epoch(securityCase.lastUpdatedDate),
    title: securityCase.title,
    caseArn: securityCase.caseArn,
    engagementType: securityCase.engagementType,
    caseStatus: securityCase.caseStatus,
    createdDate: epoch(securityCase.createdDate),
    closedDate: epochIfAny(securityCase.closedDate),
    resolverType: securityCase.resolverType,
    pendingAction: securityCase.pendingAction,
  };
}

/** The output of GetCase, which has no caseId. */
export function caseDetail(securityCase: SecurityCase): Output {
  return {
    title: securityCase.title,
    caseArn: securityCase.caseArn,
    description: securityCase.description,
    caseStatus: securityCase.caseStatus,
    engagementType: securityCase.engagementType,
    reportedIncidentStartDate: epoch(securityCase.reportedIncidentStartDate),
    actualIncidentStartDate: epochIfAny(securityCase.actualIncidentStartDate),
    impactedAwsRegions: securityCase.impactedAwsRegions,
    threatActorIpAddresses: securityCase.threatActorIpAddresses,
    pendingAction: securityCase.pendingAction,
    impactedAccounts: securityCase.impactedAccounts,
    watchers: securityCase.watchers,
    createdDate: epoch(securityCase.createdDate),
    lastUpdatedDate: epoch(securityCase.lastUpdatedDate),
    closureCode: securityCase.closureCode,
    resolverType: securityCase.resolverType,
    impactedServices: securityCase.impactedServices,
    caseAttachments: securityCase.caseAttachments.map((attachment) => ({
      ...attachment,
      createdDate: epoch(attachment.createdDate),
    })),
    closedDate: epochIfAny(securityCase.closedDate),
    caseMetadata: securityCase.caseMetadata.length === 0 ? undefined : securityCase.caseMetadata,
  };
}

/** Seconds since the epoch. */
export function epoch(time: number): number {
  return time / SECOND;
}

function epochIfAny(time: number | undefined): number | undefined {
  return time === undefined ? undefined : epoch(time);
}
