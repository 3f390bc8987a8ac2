/** The adapter of Security Incident Response cases: ListCases, GetCase, CreateCase, UpdateCase, UpdateCaseStatus, CloseCase, UpdateResolverType. */
import {
  CloseCaseCommand,
  CreateCaseCommand,
  GetCaseCommand,
  ListCasesCommand,
  UpdateCaseCommand,
  UpdateCaseStatusCommand,
  UpdateResolverTypeCommand,
  type GetCaseResponse,
  type ListCasesItem,
} from '@aws-sdk/client-security-ir';
import type { RefOf } from '../../domain/resources';
import type { AwsPage, PageRequest } from '../../domain/records/page';
import type { SecurityCaseDetail, SecurityCaseSummary } from '../../domain/records/security-case';
import type { NewSecurityCase, SecurityCaseUpdate } from '../../domain/records/security-case-commands';
import type { RequestableResolverType } from '../../domain/transitions/security-case-resolver-type';
import type {
  RequestableSelfManagedStatus,
  SecurityCaseResolverType,
  SecurityCaseStatus,
} from '../../domain/transitions/security-case';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { SECURITY_CASE_OPERATIONS as OPERATIONS } from './security-case-operations';
import { orUndefined } from './not-found';
import { pageOf } from './page-of';
import type { WithAsOf } from '../client/port';
import { caseCreationRequest, caseUpdateRequest } from './security-case-requests';
import {
  attachmentStatuses,
  closureCodes,
  engagementTypes,
  pendingActions,
  RESOLVER_TYPES,
  resolverTypes,
  SELF_MANAGED_STATUSES,
  statuses,
} from './security-case-enums';
import { unreadableFields } from './unreadable-fields';

/** The fields by members of ListCasesItem and GetCaseResponse. */
const FIELDS = {
  caseArn: 'arn',
  caseStatus: ['status', 'awsStatus'],
  resolverType: ['resolverType', 'awsResolverType'],
  engagementType: ['engagementType', 'awsEngagementType'],
  pendingAction: ['pendingAction', 'awsPendingAction'],
  closureCode: ['closureCode', 'awsClosureCode'],
  caseAttachments: 'attachments',
  caseMetadata: 'metadata',
  createdDate: 'createdAt',
  lastUpdatedDate: 'updatedAt',
  closedDate: 'closedAt',
  reportedIncidentStartDate: 'reportedIncidentStartedAt',
  actualIncidentStartDate: 'actualIncidentStartedAt',
};

/** The fields by members of CaseAttachmentAttributes. */
const ATTACHMENT_FIELDS = { attachmentStatus: ['status', 'awsStatus'], createdDate: 'createdAt' };

export type SecurityCaseRef = RefOf<'SecurityCase'>;

export class SecurityCaseAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListCases. */
  async list(target: string, page: PageRequest, call: CallContext): Promise<AwsPage<SecurityCaseSummary>> {
    const input = { nextToken: page.token, maxResults: page.size };
    const output = await this.clients
      .port('security-ir', target)
      .read(OPERATIONS.ListCases, new ListCasesCommand(input), call);
    const rows = (output.items ?? []).map((item) => toSummary(target, item.caseId ?? '', item));
    return pageOf(output, rows, output.nextToken);
  }

  /** GetCase; undefined when the case does not exist. */
  async get(ref: SecurityCaseRef, call: CallContext): Promise<SecurityCaseDetail | undefined> {
    const { target, caseId } = ref;
    const output = await orUndefined(
      this.clients.port('security-ir', target).read(OPERATIONS.GetCase, new GetCaseCommand({ caseId }), call),
    );
    return output && toDetail(target, caseId, output);
  }

  /** UpdateCaseStatus, for the statuses of a self-managed case. Returns the new status if the response states it. */
  async updateStatus(
    { target, caseId }: SecurityCaseRef,
    status: RequestableSelfManagedStatus,
    call: CallContext,
  ): Promise<SecurityCaseStatus | undefined> {
    const input = { caseId, caseStatus: SELF_MANAGED_STATUSES[status] };
    const { caseStatus } = await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.UpdateCaseStatus, new UpdateCaseStatusCommand(input), call);
    return statuses.fromAws(caseStatus);
  }

  /** CloseCase. Returns the new status if the response states it. */
  async close(
    { target, caseId }: SecurityCaseRef,
    call: CallContext,
  ): Promise<SecurityCaseStatus | undefined> {
    const { caseStatus } = await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.CloseCase, new CloseCaseCommand({ caseId }), call);
    return statuses.fromAws(caseStatus);
  }

  /** CreateCase. Throws AwsError. */
  async create(
    target: string,
    newCase: NewSecurityCase,
    clientToken: string,
    call: CallContext,
  ): Promise<SecurityCaseRef> {
    const input = caseCreationRequest(newCase, clientToken);
    const output = await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.CreateCase, new CreateCaseCommand(input), call);
    return { kind: 'SecurityCase', target, caseId: output.caseId ?? '' };
  }

  /** UpdateCase. Throws AwsError. */
  async update(
    { target, caseId }: SecurityCaseRef,
    update: SecurityCaseUpdate,
    call: CallContext,
  ): Promise<void> {
    const input = caseUpdateRequest(caseId, update);
    await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.UpdateCase, new UpdateCaseCommand(input), call);
  }

  /** UpdateResolverType, which cannot be undone. Returns the new resolver type if the response states it. */
  async updateResolverType(
    { target, caseId }: SecurityCaseRef,
    resolverType: RequestableResolverType,
    call: CallContext,
  ): Promise<SecurityCaseResolverType | undefined> {
    const input = { caseId, resolverType: RESOLVER_TYPES[resolverType] };
    const output = await this.clients
      .port('security-ir', target)
      .write(OPERATIONS.UpdateResolverType, new UpdateResolverTypeCommand(input), call);
    return resolverTypes.fromAws(output.resolverType);
  }
}

/** The common members of the outputs of ListCases and GetCase. */
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
    awsResolverType: item.resolverType,
    engagementType: engagementTypes.fromAws(item.engagementType),
    awsEngagementType: item.engagementType,
    pendingAction: pendingActions.fromAws(item.pendingAction),
    awsPendingAction: item.pendingAction,
    createdAt: item.createdDate,
    updatedAt: item.lastUpdatedDate,
    closedAt: item.closedDate,
    ...unreadableFields(FIELDS, item),
  };
}

function toDetail(target: string, caseId: string, detail: GetCaseResponse & WithAsOf): SecurityCaseDetail {
  return {
    ...toSummary(target, caseId, detail),
    asOf: detail.asOf,
    description: detail.description,
    closureCode: closureCodes.fromAws(detail.closureCode),
    awsClosureCode: detail.closureCode,
    reportedIncidentStartedAt: detail.reportedIncidentStartDate,
    actualIncidentStartedAt: detail.actualIncidentStartDate,
    impactedAccounts: detail.impactedAccounts,
    impactedServices: detail.impactedServices,
    impactedAwsRegions: detail.impactedAwsRegions?.flatMap(({ region }) => region ?? []),
    watchers: detail.watchers?.map((watcher) => ({
      email: watcher.email,
      name: watcher.name,
      jobTitle: watcher.jobTitle,
      ...unreadableFields({}, watcher),
    })),
    threatActorIpAddresses: detail.threatActorIpAddresses?.map((actor) => ({
      ipAddress: actor.ipAddress,
      userAgent: actor.userAgent,
      ...unreadableFields({}, actor),
    })),
    attachments: detail.caseAttachments?.map((attachment) => ({
      kind: 'SecurityCaseAttachment',
      target,
      caseId,
      attachmentId: attachment.attachmentId ?? '',
      fileName: attachment.fileName,
      status: attachmentStatuses.fromAws(attachment.attachmentStatus),
      awsStatus: attachment.attachmentStatus,
      creator: attachment.creator,
      createdAt: attachment.createdDate,
      ...unreadableFields(ATTACHMENT_FIELDS, attachment),
    })),
    metadata: detail.caseMetadata?.map((entry) => ({
      key: entry.key ?? '',
      value: entry.value ?? '',
      ...unreadableFields({}, entry),
    })),
  };
}
