/** Security Incident Response cases: ListCases, GetCase, UpdateCaseStatus, CloseCase. */
import {
  CloseCaseCommand,
  GetCaseCommand,
  ListCasesCommand,
  UpdateCaseStatusCommand,
  type CaseStatus,
  type ClosureCode as AwsClosureCode,
  type EngagementType as AwsEngagementType,
  type GetCaseResponse,
  type ListCasesItem,
  type PendingAction as AwsPendingAction,
  type ResolverType as AwsResolverType,
  type SelfManagedCaseStatus,
} from '@aws-sdk/client-security-ir';
import type { RefOf } from '../ids';
import type { AwsPage, PageRequest } from '../records/page';
import type {
  ClosureCode,
  EngagementType,
  PendingAction,
  SecurityCaseDetail,
  SecurityCaseSummary,
} from '../records/security-case';
import type {
  RequestableSelfManagedStatus,
  ResolverType,
  SecurityCaseStatus,
} from '../transitions/security-case';
import type { AwsClients } from './clients';
import { enumMap } from './enum-map';
import { orUndefined } from './not-found';

const statuses = enumMap({
  Submitted: 'SUBMITTED',
  Acknowledged: 'ACKNOWLEDGED',
  'Detection and Analysis': 'DETECTION_AND_ANALYSIS',
  'Containment, Eradication and Recovery': 'CONTAINMENT_ERADICATION_AND_RECOVERY',
  'Post-incident Activities': 'POST_INCIDENT_ACTIVITIES',
  'Ready to Close': 'READY_TO_CLOSE',
  Closed: 'CLOSED',
} as const satisfies Record<CaseStatus, SecurityCaseStatus>);

const SELF_MANAGED_STATUSES = {
  DETECTION_AND_ANALYSIS: 'Detection and Analysis',
  CONTAINMENT_ERADICATION_AND_RECOVERY: 'Containment, Eradication and Recovery',
  POST_INCIDENT_ACTIVITIES: 'Post-incident Activities',
} as const satisfies Record<RequestableSelfManagedStatus, SelfManagedCaseStatus>;

const resolverTypes = enumMap({
  AWS: 'AWS',
  Self: 'SELF',
} as const satisfies Record<AwsResolverType, ResolverType>);

const engagementTypes = enumMap({
  'Security Incident': 'SECURITY_INCIDENT',
  Investigation: 'INVESTIGATION',
} as const satisfies Record<AwsEngagementType, EngagementType>);

const pendingActions = enumMap({
  Customer: 'CUSTOMER',
  None: 'NONE',
} as const satisfies Record<AwsPendingAction, PendingAction>);

const closureCodes = enumMap({
  'Investigation Completed': 'INVESTIGATION_COMPLETED',
  'Not Resolved': 'NOT_RESOLVED',
  'False Positive': 'FALSE_POSITIVE',
  Duplicate: 'DUPLICATE',
} as const satisfies Record<AwsClosureCode, ClosureCode>);

export type SecurityCaseRef = RefOf<'SecurityCase'>;

export class SecurityCaseAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListCases. */
  async list(target: string, page: PageRequest, signal: AbortSignal): Promise<AwsPage<SecurityCaseSummary>> {
    const input = { nextToken: page.token, maxResults: page.size };
    const output = await this.clients
      .securityIr(target)
      .read('ListCases', signal, (client, options) => client.send(new ListCasesCommand(input), options));
    const rows = (output.items ?? []).map((item) => toSummary(target, item.caseId ?? '', item));
    return { rows, nextToken: output.nextToken };
  }

  /** GetCase; undefined when there is no such case. */
  async get(ref: SecurityCaseRef, signal: AbortSignal): Promise<SecurityCaseDetail | undefined> {
    const { target, caseId } = ref;
    const output = await orUndefined(
      this.clients
        .securityIr(target)
        .read('GetCase', signal, (client, options) => client.send(new GetCaseCommand({ caseId }), options)),
    );
    return output && toDetail(target, caseId, output);
  }

  /** UpdateCaseStatus, for the statuses of a self-managed case. */
  async updateStatus(
    { target, caseId }: SecurityCaseRef,
    status: RequestableSelfManagedStatus,
  ): Promise<void> {
    const input = { caseId, caseStatus: SELF_MANAGED_STATUSES[status] };
    await this.clients
      .securityIr(target)
      .write('UpdateCaseStatus', (client, options) =>
        client.send(new UpdateCaseStatusCommand(input), options),
      );
  }

  /** CloseCase. */
  async close({ target, caseId }: SecurityCaseRef): Promise<void> {
    await this.clients
      .securityIr(target)
      .write('CloseCase', (client, options) => client.send(new CloseCaseCommand({ caseId }), options));
  }
}

/** ListCases and GetCase share these members. */
type CommonMembers = Omit<ListCasesItem, 'caseId'>;

function toSummary(target: string, caseId: string, item: CommonMembers): SecurityCaseSummary {
  return {
    kind: 'SecurityCase',
    target,
    caseId,
    arn: item.caseArn,
    title: item.title,
    status: statuses.fromAws(item.caseStatus) ?? 'UNRECOGNIZED',
    awsStatus: item.caseStatus,
    resolverType: resolverTypes.fromAws(item.resolverType),
    engagementType: engagementTypes.fromAws(item.engagementType),
    pendingAction: pendingActions.fromAws(item.pendingAction),
    createdDate: item.createdDate,
    lastUpdatedDate: item.lastUpdatedDate,
    closedDate: item.closedDate,
  };
}

function toDetail(target: string, caseId: string, detail: GetCaseResponse): SecurityCaseDetail {
  return {
    ...toSummary(target, caseId, detail),
    description: detail.description,
    closureCode: closureCodes.fromAws(detail.closureCode),
    reportedIncidentStartDate: detail.reportedIncidentStartDate,
    actualIncidentStartDate: detail.actualIncidentStartDate,
    impactedAccounts: detail.impactedAccounts,
    impactedServices: detail.impactedServices,
    impactedAwsRegions: detail.impactedAwsRegions?.flatMap(({ region }) => region ?? []),
  };
}
