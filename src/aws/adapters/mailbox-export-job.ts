/** The adapter of WorkMail mailbox export jobs: ListOrganizations and the operations to list, describe, start and cancel jobs. */
import {
  CancelMailboxExportJobCommand,
  DescribeMailboxExportJobCommand,
  ListMailboxExportJobsCommand,
  ListOrganizationsCommand,
  StartMailboxExportJobCommand,
  type DescribeMailboxExportJobResponse,
  type MailboxExportJob,
  type MailboxExportJobState as AwsState,
} from '@aws-sdk/client-workmail';
import type { RefOf } from '../../domain/resources';
import type {
  MailboxExportJobDetail,
  MailboxExportJobSummary,
  NewMailboxExportJob,
} from '../../domain/records/mailbox-export-job';
import type { AwsPage, PageRequest } from '../../domain/records/page';
import type { MailboxExportJobStatus } from '../../domain/transitions/mailbox-export-job';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { MAILBOX_EXPORT_JOB_OPERATIONS as OPERATIONS } from './mailbox-export-job-operations';
import { enumMap } from './enum-map';
import { orUndefined } from './not-found';
import { canHaveExportJobs, inOrganization } from './organization-state';
import { pageOf } from './page-of';
import type { WithAsOf } from '../client/port';
import { unreadableFields } from './unreadable-fields';

/** The fields by members of MailboxExportJob and DescribeMailboxExportJobResponse. */
const FIELDS = { State: ['status', 'awsStatus'], StartTime: 'startedAt', EndTime: 'endedAt' };

const statuses = enumMap({
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<AwsState, MailboxExportJobStatus>);

export type MailboxExportJobRef = RefOf<'MailboxExportJob'>;

export interface OrganizationWithState {
  readonly organizationId: string;
  /** As AWS writes it; undefined when it was not read. */
  readonly state?: string | undefined;
}

export class MailboxExportJobAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListOrganizations: the organizations that can have export jobs. */
  async listOrganizations(
    target: string,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<OrganizationWithState>> {
    const input = { NextToken: page.token, MaxResults: page.size };
    const output = await this.clients
      .port('workmail', target)
      .read(OPERATIONS.ListOrganizations, new ListOrganizationsCommand(input), call);
    const rows = (output.OrganizationSummaries ?? [])
      .filter(({ State }) => canHaveExportJobs(State))
      .map(({ OrganizationId = '', State }) => ({ organizationId: OrganizationId, state: State }));
    return pageOf(output, rows, output.NextToken);
  }

  /** ListMailboxExportJobs, which returns the jobs started in the last seven days; undefined when the organization does not exist. Throws OrganizationStateError. */
  async list(
    target: string,
    organization: OrganizationWithState,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<MailboxExportJobSummary> | undefined> {
    const { organizationId } = organization;
    const input = { OrganizationId: organizationId, NextToken: page.token, MaxResults: page.size };
    const response = this.clients
      .port('workmail', target)
      .read(OPERATIONS.ListMailboxExportJobs, new ListMailboxExportJobsCommand(input), call);
    const output = await orUndefined(inOrganization(organization, response));
    if (output === undefined) return undefined;
    const rows = (output.Jobs ?? []).map((job) => toSummary(target, organizationId, job.JobId ?? '', job));
    return pageOf(output, rows, output.NextToken);
  }

  /** DescribeMailboxExportJob; undefined when the job or the organization does not exist. */
  async get(ref: MailboxExportJobRef, call: CallContext): Promise<MailboxExportJobDetail | undefined> {
    const input = { OrganizationId: ref.organizationId, JobId: ref.jobId };
    const response = this.clients
      .port('workmail', ref.target)
      .read(OPERATIONS.DescribeMailboxExportJob, new DescribeMailboxExportJobCommand(input), call);
    const output = await orUndefined(inOrganization(ref, response));
    return output && toDetail(ref, output);
  }

  /** StartMailboxExportJob. Throws AwsError. */
  async start(
    target: string,
    job: NewMailboxExportJob,
    clientToken: string,
    call: CallContext,
  ): Promise<MailboxExportJobRef> {
    const { organizationId } = job;
    const response = this.clients.port('workmail', target).write(
      OPERATIONS.StartMailboxExportJob,
      new StartMailboxExportJobCommand({
        ClientToken: clientToken,
        OrganizationId: organizationId,
        EntityId: job.entityId,
        Description: job.description ?? undefined,
        RoleArn: job.roleArn,
        KmsKeyArn: job.kmsKeyArn,
        S3BucketName: job.s3BucketName,
        S3Prefix: job.s3Prefix,
      }),
      call,
    );
    const output = await inOrganization({ organizationId }, response);
    return { kind: 'MailboxExportJob', target, organizationId, jobId: output.JobId ?? '' };
  }

  /** CancelMailboxExportJob, which returns the same response whether or not the job was still running. */
  async cancel(
    { target, organizationId, jobId }: MailboxExportJobRef,
    clientToken: string,
    call: CallContext,
  ): Promise<void> {
    const input = { OrganizationId: organizationId, JobId: jobId, ClientToken: clientToken };
    const response = this.clients
      .port('workmail', target)
      .write(OPERATIONS.CancelMailboxExportJob, new CancelMailboxExportJobCommand(input), call);
    await inOrganization({ organizationId }, response);
  }
}

function toSummary(
  target: string,
  organizationId: string,
  jobId: string,
  job: MailboxExportJob,
): MailboxExportJobSummary {
  return {
    kind: 'MailboxExportJob',
    target,
    organizationId,
    jobId,
    entityId: job.EntityId,
    description: job.Description,
    s3BucketName: job.S3BucketName,
    s3Path: job.S3Path,
    estimatedProgress: job.EstimatedProgress,
    status: statuses.fromAws(job.State) ?? 'UNRECOGNIZED',
    awsStatus: job.State,
    startedAt: job.StartTime,
    endedAt: job.EndTime,
    ...unreadableFields(FIELDS, job),
  };
}

function toDetail(
  { target, organizationId, jobId }: MailboxExportJobRef,
  job: DescribeMailboxExportJobResponse & WithAsOf,
): MailboxExportJobDetail {
  return {
    ...toSummary(target, organizationId, jobId, job),
    asOf: job.asOf,
    roleArn: job.RoleArn,
    kmsKeyArn: job.KmsKeyArn,
    s3Prefix: job.S3Prefix,
    errorInfo: job.ErrorInfo,
  };
}
