/** A case as it begins. */
import { defined } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import { SUBMITTED } from './rules';
import type { SecurityCase } from './state';

type CaseMembers = Omit<SecurityCase, 'caseId' | 'caseArn'>;

/** What is known of a new case. */
export type NewCaseMembers = Pick<CaseMembers, 'title' | 'resolverType'> & {
  readonly [Member in keyof CaseMembers]?: CaseMembers[Member] | undefined;
};

/** Created at `now`, Submitted, and about its own account and region, unless it is known otherwise. */
export function newCase(caseId: string, known: NewCaseMembers, scope: Scope, now: number): SecurityCase {
  return {
    caseId,
    caseArn: caseArn(caseId, scope),
    description: known.title,
    caseStatus: SUBMITTED,
    engagementType: 'Security Incident',
    pendingAction: 'None',
    closureCode: undefined,
    createdDate: now,
    lastUpdatedDate: now,
    closedDate: undefined,
    reportedIncidentStartDate: now,
    actualIncidentStartDate: undefined,
    impactedAccounts: [scope.account],
    impactedAwsRegions: [{ region: scope.region }],
    impactedServices: [],
    threatActorIpAddresses: [],
    watchers: [],
    caseMetadata: [],
    caseAttachments: [],
    comments: [],
    edits: [],
    investigations: [],
    tags: {},
    ...defined(known),
    title: known.title,
    resolverType: known.resolverType,
  };
}

export function caseArn(caseId: string, { account, region }: Scope): string {
  return `arn:aws:security-ir:${region}:${account}:case/${caseId}`;
}
