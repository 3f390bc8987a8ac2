/** New cases and their default values. */
import { defined } from '../kernel/control-input';
import type { Scope } from '../kernel/scope';
import { SUBMITTED } from './rules';
import type { SecurityCase } from './state';

type CaseMembers = Omit<SecurityCase, 'caseId' | 'caseArn'>;

/** The given members of a new case. */
export type NewCaseMembers = Pick<CaseMembers, 'title' | 'resolverType'> & {
  readonly [Member in keyof CaseMembers]?: CaseMembers[Member] | undefined;
};

/**
 * By default, a case is created at `now`, has the status Submitted, and impacts the account and region of its
 * scope.
 */
export function newCase(caseId: string, members: NewCaseMembers, scope: Scope, now: number): SecurityCase {
  return {
    caseId,
    caseArn: caseArn(caseId, scope),
    description: members.title,
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
    ...defined(members),
    title: members.title,
    resolverType: members.resolverType,
  };
}

export function caseArn(caseId: string, { account, region }: Scope): string {
  return `arn:aws:security-ir:${region}:${account}:case/${caseId}`;
}
