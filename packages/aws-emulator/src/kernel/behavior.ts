/**
 * Settings of the control endpoints: behavior that AWS does not document, services that are not enabled, and roles.
 */
import type { Scope } from './scope';

export interface Behavior {
  /** Rejects Submitted -> Containment and -> Post-incident, which only a newer page of UpdateCaseStatus has. */
  readonly strictCaseTransitions: boolean;
  /** Returns success for a request for the current status of the resource, where no rule allows it. */
  readonly acceptSameStatus: boolean;
  /** Accepts changes of closed cases, and comments on them. */
  readonly closedCaseAcceptsUpdates: boolean;
  /** The status of a case after UpdateResolverType handed it to AWS. */
  readonly caseStatusAfterHandover: 'Submitted' | 'Detection and Analysis' | 'unchanged';
  /** What ListMembers takes for current members. */
  readonly associatedRelationshipStatuses: readonly string[];
  /** The status of an account after CreateMember. */
  readonly createdMemberStatus: 'Created' | 'Enabled';
  /** CancelMailboxExportJob has no effect from this EstimatedProgress on. */
  readonly exportCancelLimitPercent: number;
  /** The lifetime of a nextToken. */
  readonly nextTokenLifeSeconds: number;
  /** The error of the operations on a member account that is not a member. */
  readonly nonMemberError: 'ResourceNotFoundException' | 'ValidationException';
  /** The statuses of members that DisassociateMember accepts. */
  readonly disassociableRelationshipStatuses: readonly string[];
  /** The HTTP status of the AccessDeniedException of an account without Macie. */
  readonly macieNotEnabledStatus: 401 | 403;
  /** The error of a status change that the status of a job, member or case does not allow. */
  readonly rejectedStatusChangeError: 'ConflictException' | 'ValidationException';
  /** The target of a tagScopeTerm in the output of DescribeClassificationJob. */
  readonly tagScopeTermTarget: 'unchanged' | 'empty';
  /** Do not round approximateNumberOfObjectsToProcess, which is a double. */
  readonly fractionalStatistics: boolean;
  /** The nextToken of the last page: no member, or an empty string. */
  readonly lastPageToken: 'absent' | 'empty';
  /** Accept an upload to a presigned URL, and its preflight, only with the headers that AWS's samples send. */
  readonly exactUploadHeaders: boolean;
  /** Let pages of other origins use presigned URLs. */
  readonly presignedUrlCors: boolean;
  /** Text behind the digits of a new caseId, whose pattern is `\d{10,32}.*`. */
  readonly caseIdSuffix: string;
  /** What the total of ListCases, ListComments and ListCaseEdits counts. */
  readonly listTotals: 'all' | 'page';
  /** Let DescribeMailboxExportJob find jobs that are too old for the list. */
  readonly describesOldExportJobs: boolean;
  /** Let ListMemberships and GetMembership work without an active membership. */
  readonly membershipsReadableWhenNotActive: boolean;
  /** How long a read of one resource returns the output from before a change of the account and region. */
  readonly staleReadSeconds: number;
  /** How long every call waits before it is carried out. */
  readonly latencyMs: number;
}

export const DEFAULT_BEHAVIOR: Behavior = {
  strictCaseTransitions: true,
  acceptSameStatus: false,
  closedCaseAcceptsUpdates: false,
  caseStatusAfterHandover: 'Submitted',
  associatedRelationshipStatuses: ['Enabled', 'Paused', 'RegionDisabled', 'AccountSuspended'],
  createdMemberStatus: 'Created',
  exportCancelLimitPercent: 95,
  nextTokenLifeSeconds: 86_400,
  nonMemberError: 'ResourceNotFoundException',
  disassociableRelationshipStatuses: ['Enabled', 'Paused', 'Invited'],
  macieNotEnabledStatus: 403,
  rejectedStatusChangeError: 'ConflictException',
  tagScopeTermTarget: 'unchanged',
  fractionalStatistics: false,
  lastPageToken: 'absent',
  exactUploadHeaders: true,
  presignedUrlCors: true,
  caseIdSuffix: '',
  listTotals: 'all',
  describesOldExportJobs: true,
  membershipsReadableWhenNotActive: false,
  staleReadSeconds: 0,
  latencyMs: 0,
};

/** The services that are enabled for an account in a region. */
export interface Enablement {
  readonly macieEnabled: boolean;
  readonly securityIncidentResponseActive: boolean;
}

const ALL_ENABLED: Enablement = { macieEnabled: true, securityIncidentResponseActive: true };

/** The accounts and regions of an enablement rule. A missing account or region matches all. */
export type EnablementArea = Partial<Scope>;

export interface EnablementRule {
  readonly area: EnablementArea;
  readonly set: Partial<Enablement>;
}

/** The conditions under which AssumeRole accepts a role. */
export interface RoleRule {
  readonly roleArn: string;
  readonly externalId?: string | undefined;
  /** True if nobody can assume the role. */
  readonly deny?: boolean | undefined;
}

/** The current settings. A later enablement rule overrides an earlier one. */
export class Behaviors {
  current: Behavior = DEFAULT_BEHAVIOR;
  readonly #rules: EnablementRule[] = [];
  readonly #roles = new Map<string, RoleRule>();

  get rules(): readonly EnablementRule[] {
    return this.#rules;
  }

  addRule(rule: EnablementRule): void {
    this.#rules.push(rule);
  }

  get roles(): readonly RoleRule[] {
    return [...this.#roles.values()];
  }

  role(roleArn: string): RoleRule | undefined {
    return this.#roles.get(roleArn);
  }

  /** Replaces the rule of the role. A rule without conditions removes it. */
  setRole(rule: RoleRule): void {
    this.#roles.delete(rule.roleArn);
    if (rule.externalId !== undefined || rule.deny === true) this.#roles.set(rule.roleArn, rule);
  }

  enablement({ account, region }: Scope): Enablement {
    if (this.#rules.length === 0) return ALL_ENABLED;
    const matching = this.#rules.filter(
      ({ area }) => (area.account ?? account) === account && (area.region ?? region) === region,
    );
    return Object.assign({}, ALL_ENABLED, ...matching.map((rule) => rule.set)) as Enablement;
  }
}
