/** The operations on mailbox export jobs. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { HOUR } from '../kernel/clock';
import { operation, type Output } from '../kernel/operation';
import { descending, paginate } from '../kernel/paginate';
import { mailboxOwner } from './entity-operations';
import { entityNotFound } from './errors';
import { activeOrganization, type WorkMailCall } from './organization-operations';
import { cancelExport, exportPath, isListed } from './rules';
import { entityId, exportJobDescription, exportJobSummary } from './shapes';
import type { MailboxExportJob, Organization } from './state';
import {
  CANCEL_EXPORT_JOB_INPUT,
  EXPORT_JOB_INPUT,
  LIST_EXPORT_JOBS_INPUT,
  START_EXPORT_JOB_INPUT,
} from './validation';

const DEFAULT_PAGE_SIZE = 100;

function listMailboxExportJobs(input: z.infer<typeof LIST_EXPORT_JOBS_INPUT>, call: WorkMailCall): Output {
  const { exportJobs } = activeOrganization(call, input.OrganizationId);
  const orderKey = (job: MailboxExportJob): (string | number)[] => [job.startTime, job.jobId];
  const latestFirst = exportJobs.sorted('latest first', 'until-replaced', (a, b) =>
    descending(orderKey(a), orderKey(b)),
  );
  const page = paginate(call, {
    rows: latestFirst,
    count: countListed(latestFirst, call.now),
    orderKey,
    compare: descending,
    boundTo: [input.OrganizationId],
    nextToken: input.NextToken,
    pageSize: input.MaxResults ?? DEFAULT_PAGE_SIZE,
  });
  return { Jobs: page.rows.map((job) => exportJobSummary(job, call.now)), NextToken: page.nextToken };
}

/** The number of jobs, latest first, that are recent enough for the list. */
function countListed(latestFirst: readonly MailboxExportJob[], now: number): number {
  let low = 0;
  let high = latestFirst.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const job = latestFirst[middle];
    if (job !== undefined && isListed(job, now)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function describeMailboxExportJob(input: z.infer<typeof EXPORT_JOB_INPUT>, call: WorkMailCall): Output {
  const job = jobOf(activeOrganization(call, input.OrganizationId), input.JobId);
  const { describesOldExportJobs } = call.kernel.behaviors.current;
  if (!describesOldExportJobs && !isListed(job, call.now)) {
    throw entityNotFound(`The mailbox export job ${input.JobId}`);
  }
  return exportJobDescription(job, call.now);
}

function cancelMailboxExportJob(input: z.infer<typeof CANCEL_EXPORT_JOB_INPUT>, call: WorkMailCall): Output {
  const organization = activeOrganization(call, input.OrganizationId);
  const job = jobOf(organization, input.JobId);
  const { exportCancelLimitPercent } = call.kernel.behaviors.current;
  if (cancelExport(job, exportCancelLimitPercent, call.now)) organization.exportJobs.changed(job.jobId);
  return {};
}

const EXPORT_MS = 4 * HOUR;

function startMailboxExportJob(input: z.infer<typeof START_EXPORT_JOB_INPUT>, call: WorkMailCall): Output {
  const organization = activeOrganization(call, input.OrganizationId);
  const started = organization.startedByToken.get(input.ClientToken);
  if (started !== undefined) return { JobId: started };
  const jobId = randomUUID();
  organization.exportJobs.put(jobId, {
    jobId,
    entityId: entityId(mailboxOwner(organization, input.EntityId)),
    description: input.Description,
    roleArn: input.RoleArn,
    kmsKeyArn: input.KmsKeyArn,
    s3BucketName: input.S3BucketName,
    s3Prefix: input.S3Prefix,
    s3Path: exportPath(input.S3Prefix, jobId),
    state: 'RUNNING',
    errorInfo: undefined,
    startTime: call.now,
    endTime: undefined,
    progress: { percent: 0, asOf: call.now, endsAt: call.now + EXPORT_MS, failure: undefined },
  });
  organization.startedByToken.set(input.ClientToken, jobId);
  return { JobId: jobId };
}

function jobOf(organization: Organization, jobId: string): MailboxExportJob {
  const job = organization.exportJobs.get(jobId);
  if (job === undefined) throw entityNotFound(`The mailbox export job ${jobId}`);
  return job;
}

export const EXPORT_JOB_OPERATIONS = [
  operation('ListMailboxExportJobs', undefined, LIST_EXPORT_JOBS_INPUT, listMailboxExportJobs),
  operation('DescribeMailboxExportJob', undefined, EXPORT_JOB_INPUT, describeMailboxExportJob),
  operation('CancelMailboxExportJob', undefined, CANCEL_EXPORT_JOB_INPUT, cancelMailboxExportJob),
  operation('StartMailboxExportJob', undefined, START_EXPORT_JOB_INPUT, startMailboxExportJob),
];
