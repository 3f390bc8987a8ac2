/** The adapter of Macie classification jobs: ListClassificationJobs, DescribeClassificationJob, CreateClassificationJob, UpdateClassificationJob. */
import {
  CreateClassificationJobCommand,
  DescribeClassificationJobCommand,
  ListClassificationJobsCommand,
  UpdateClassificationJobCommand,
  type DescribeClassificationJobResponse,
  type JobStatus,
  type JobSummary,
  type JobType,
  type LastRunErrorStatusCode as AwsLastRunErrorStatusCode,
  type ManagedDataIdentifierSelector as AwsSelector,
} from '@aws-sdk/client-macie2';
import type { RefOf } from '../../domain/resources';
import type {
  ClassificationJobDetail,
  ClassificationJobQuery,
  ClassificationJobSummary,
  ClassificationJobType,
  ClassificationJobLastRunErrorStatusCode,
  ClassificationJobManagedDataIdentifierSelector,
} from '../../domain/records/classification-job';
import type { NewClassificationJob } from '../../domain/records/classification-job-creation';
import type { AwsPage, PageRequest } from '../../domain/records/page';
import type {
  ClassificationJobStatus,
  RequestableJobStatus,
} from '../../domain/transitions/classification-job';
import { listCriteria } from './classification-job-criteria';
import { toBucketCriteria, toBucketDefinition, toSchedule, toScoping } from './classification-job-scope';
import type { CallContext } from '../client/call-context';
import type { AwsClients } from '../client/clients';
import { CLASSIFICATION_JOB_OPERATIONS as OPERATIONS } from './classification-job-operations';
import { enumMap } from './enum-map';
import { creationRequest } from './classification-job-creation';
import { orUndefined } from './not-found';
import { pageOf } from './page-of';
import type { WithAsOf } from '../client/port';
import { toTags } from './tags';
import { unreadableFields } from './unreadable-fields';

const statuses = enumMap({
  RUNNING: 'RUNNING',
  IDLE: 'IDLE',
  PAUSED: 'PAUSED',
  USER_PAUSED: 'USER_PAUSED',
  COMPLETE: 'COMPLETE',
  CANCELLED: 'CANCELLED',
} as const satisfies Record<JobStatus, ClassificationJobStatus>);

const jobTypes = enumMap({
  ONE_TIME: 'ONE_TIME',
  SCHEDULED: 'SCHEDULED',
} as const satisfies Record<JobType, ClassificationJobType>);

const errorCodes = enumMap({
  NONE: 'NONE',
  ERROR: 'ERROR',
} as const satisfies Record<AwsLastRunErrorStatusCode, ClassificationJobLastRunErrorStatusCode>);

const selectors = enumMap({
  ALL: 'ALL',
  EXCLUDE: 'EXCLUDE',
  INCLUDE: 'INCLUDE',
  NONE: 'NONE',
  RECOMMENDED: 'RECOMMENDED',
} as const satisfies Record<AwsSelector, ClassificationJobManagedDataIdentifierSelector>);

/** The fields by members of JobSummary and DescribeClassificationJobResponse. */
const FIELDS = {
  jobArn: 'arn',
  lastRunTime: 'lastRunAt',
  jobStatus: ['status', 'awsStatus'],
  jobType: ['jobType', 'awsJobType'],
  managedDataIdentifierSelector: ['managedDataIdentifierSelector', 'awsManagedDataIdentifierSelector'],
  s3JobDefinition: ['bucketDefinitions', 'bucketCriteria', 'scoping'],
};

/** The fields by members of UserPausedDetails. */
const PAUSED_FIELDS = {
  jobPausedAt: 'pausedAt',
  jobExpiresAt: 'expiresAt',
  jobImminentExpirationHealthEventArn: 'imminentExpirationHealthEventArn',
};

export type ClassificationJobRef = RefOf<'ClassificationJob'>;

export class ClassificationJobAdapter {
  constructor(private readonly clients: AwsClients) {}

  /** ListClassificationJobs. Throws BadUserInputError for a filter that AWS does not support. */
  async list(
    target: string,
    query: ClassificationJobQuery,
    page: PageRequest,
    call: CallContext,
  ): Promise<AwsPage<ClassificationJobSummary>> {
    const input = { ...listCriteria(query), nextToken: page.token, maxResults: page.size };
    const output = await this.clients
      .port('macie2', target)
      .read(OPERATIONS.ListClassificationJobs, new ListClassificationJobsCommand(input), call);
    const rows = (output.items ?? []).map((item) => toSummary(target, item.jobId ?? '', item));
    return pageOf(output, rows, output.nextToken);
  }

  /** DescribeClassificationJob; undefined when the job does not exist. */
  async get(ref: ClassificationJobRef, call: CallContext): Promise<ClassificationJobDetail | undefined> {
    const { target, jobId } = ref;
    const output = await orUndefined(
      this.clients
        .port('macie2', target)
        .read(OPERATIONS.DescribeClassificationJob, new DescribeClassificationJobCommand({ jobId }), call),
    );
    return output && toDetail(target, jobId, output);
  }

  /** CreateClassificationJob. Throws AwsError. */
  async create(
    target: string,
    job: NewClassificationJob,
    clientToken: string,
    call: CallContext,
  ): Promise<ClassificationJobRef> {
    const input = creationRequest(job, clientToken);
    const output = await this.clients
      .port('macie2', target)
      .write(OPERATIONS.CreateClassificationJob, new CreateClassificationJobCommand(input), call);
    return { kind: 'ClassificationJob', target, jobId: output.jobId ?? '' };
  }

  /** UpdateClassificationJob. */
  async update(
    { target, jobId }: ClassificationJobRef,
    jobStatus: RequestableJobStatus,
    call: CallContext,
  ): Promise<void> {
    await this.clients
      .port('macie2', target)
      .write(
        OPERATIONS.UpdateClassificationJob,
        new UpdateClassificationJobCommand({ jobId, jobStatus }),
        call,
      );
  }
}

function toSummary(target: string, jobId: string, job: JobSummary): ClassificationJobSummary {
  const { lastRunErrorStatus, userPausedDetails, bucketDefinitions, bucketCriteria } = job;
  return {
    kind: 'ClassificationJob',
    target,
    jobId,
    name: job.name,
    status: statuses.fromAws(job.jobStatus) ?? 'UNRECOGNIZED',
    awsStatus: job.jobStatus,
    jobType: jobTypes.fromAws(job.jobType),
    awsJobType: job.jobType,
    createdAt: job.createdAt,
    lastRunErrorStatus: lastRunErrorStatus && {
      code: errorCodes.fromAws(lastRunErrorStatus.code),
      awsCode: lastRunErrorStatus.code,
      ...unreadableFields({ code: ['code', 'awsCode'] }, lastRunErrorStatus),
    },
    userPausedDetails: userPausedDetails && {
      pausedAt: userPausedDetails.jobPausedAt,
      expiresAt: userPausedDetails.jobExpiresAt,
      imminentExpirationHealthEventArn: userPausedDetails.jobImminentExpirationHealthEventArn,
      ...unreadableFields(PAUSED_FIELDS, userPausedDetails),
    },
    bucketDefinitions: bucketDefinitions?.map(toBucketDefinition),
    bucketCriteria: bucketCriteria && toBucketCriteria(bucketCriteria),
    ...unreadableFields(FIELDS, job),
  };
}

function toDetail(
  target: string,
  jobId: string,
  job: DescribeClassificationJobResponse & WithAsOf,
): ClassificationJobDetail {
  const { statistics, s3JobDefinition, scheduleFrequency } = job;
  const { bucketDefinitions, bucketCriteria, scoping } = s3JobDefinition ?? {};
  return {
    ...toSummary(target, jobId, { ...job, bucketDefinitions, bucketCriteria }),
    asOf: job.asOf,
    arn: job.jobArn,
    description: job.description,
    clientToken: job.clientToken,
    initialRun: job.initialRun,
    lastRunAt: job.lastRunTime,
    samplingPercentage: job.samplingPercentage,
    managedDataIdentifierSelector: selectors.fromAws(job.managedDataIdentifierSelector),
    awsManagedDataIdentifierSelector: job.managedDataIdentifierSelector,
    managedDataIdentifierIds: job.managedDataIdentifierIds,
    customDataIdentifierIds: job.customDataIdentifierIds,
    allowListIds: job.allowListIds,
    statistics: statistics && {
      approximateNumberOfObjectsToProcess: statistics.approximateNumberOfObjectsToProcess,
      numberOfRuns: statistics.numberOfRuns,
      ...unreadableFields({}, statistics),
    },
    scoping: scoping && toScoping(scoping),
    scheduleFrequency: scheduleFrequency && toSchedule(scheduleFrequency),
    tags: toTags(job.tags),
    ...unreadableFields(FIELDS, job, s3JobDefinition),
  };
}
