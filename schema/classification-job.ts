/** The types of Macie classification jobs. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type {
  ClassificationJobDetail,
  ClassificationJobStatisticsRecord,
  ClassificationJobSummary,
  ClassificationJobType,
  ClassificationJobLastRunErrorStatusCode,
  ClassificationJobLastRunErrorStatusRecord,
  ClassificationJobManagedDataIdentifierSelector,
  ClassificationJobUserPausedDetailsRecord,
} from '../src/domain/records/classification-job';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import {
  ClassificationJobStatusEnum,
  ClassificationJobTypeEnum,
  ClassificationJobLastRunErrorStatusCodeEnum,
  ClassificationJobManagedDataIdentifierSelectorEnum,
} from './classification-job-enums';
import {
  ClassificationJobScheduleFrequency,
  ClassificationJobObjectScoping,
  ClassificationJobBucketCriteria,
  ClassificationJobBucketDefinition,
} from './classification-job-scope';
import { Needs } from './shared/access';
import { resourceConnectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { Node } from './shared/node';
import { Resource } from './shared/resource';
import { ClassificationJobId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';
import { Tag } from './shared/tag';

@ObjectType({ description: 'The error status of the last run of a classification job.' })
export class ClassificationJobLastRunErrorStatus implements ClassificationJobLastRunErrorStatusRecord {
  @Field(() => ClassificationJobLastRunErrorStatusCodeEnum, {
    nullable: true,
    description: 'The code of the error status.',
  })
  readonly code: ClassificationJobLastRunErrorStatusCode | undefined;

  @Field(() => String, { nullable: true, description: 'The code as AWS spells it.' })
  readonly awsCode: string | undefined;
}

@ObjectType({
  description: 'The pause time and the expiration time of a classification job that a user paused.',
})
export class ClassificationJobUserPausedDetails implements ClassificationJobUserPausedDetailsRecord {
  @Field(() => DateTime, { nullable: true, description: 'The time when the job was paused (jobPausedAt).' })
  readonly pausedAt: Date | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time when the job, or its paused run, expires unless it is resumed (jobExpiresAt).',
  })
  readonly expiresAt: Date | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The ARN of the AWS Health event that announces the expiration; null in the first 23 days (jobImminentExpirationHealthEventArn).',
  })
  readonly imminentExpirationHealthEventArn: string | undefined;
}

@ObjectType({ description: 'Processing statistics of a classification job.' })
export class ClassificationJobStatistics implements ClassificationJobStatisticsRecord {
  @Field(() => Float, {
    nullable: true,
    description: 'The approximate number of objects that the current run still has to process.',
  })
  readonly approximateNumberOfObjectsToProcess: number | undefined;

  @Field(() => Float, { nullable: true, description: 'The number of times that the job has run.' })
  readonly numberOfRuns: number | undefined;
}

type DetailOnly = Omit<ClassificationJobDetail, keyof ClassificationJobSummary>;

@Needs('macie:read')
@ObjectType({
  implements: [Node, Resource],
  description: 'An Amazon Macie job that discovers sensitive data in S3 objects (ListClassificationJobs).',
})
export class ClassificationJob extends Resource implements ClassificationJobSummary, Partial<DetailOnly> {
  readonly kind!: 'ClassificationJob';

  readonly target!: string;

  @Field(() => ClassificationJobId, { description: 'The Macie id of the job.' })
  readonly jobId!: string;

  @Field(() => String, { nullable: true, description: 'The name of the job.' })
  readonly name: string | undefined;

  @Field(() => ClassificationJobStatusEnum, { description: 'The status of the job (jobStatus).' })
  readonly status!: ClassificationJobStatus;

  @Field(() => String, { nullable: true, description: 'The status as AWS spells it (jobStatus).' })
  override readonly awsStatus: string | undefined;

  @Field(() => ClassificationJobTypeEnum, {
    nullable: true,
    description: 'The type of the job: one-time or scheduled.',
  })
  readonly jobType: ClassificationJobType | undefined;

  @Field(() => String, { nullable: true, description: 'The type as AWS spells it (jobType).' })
  readonly awsJobType: string | undefined;

  @Field(() => DateTime, { nullable: true, description: 'The time when the job was created.' })
  readonly createdAt: Date | undefined;

  @Field(() => ClassificationJobLastRunErrorStatus, {
    nullable: true,
    description: 'The error status of the last run.',
  })
  readonly lastRunErrorStatus: ClassificationJobLastRunErrorStatus | undefined;

  @Field(() => ClassificationJobUserPausedDetails, {
    nullable: true,
    description: 'The pause time and the expiration time; null unless the status is USER_PAUSED.',
  })
  readonly userPausedDetails: ClassificationJobUserPausedDetails | undefined;

  @Field(() => [ClassificationJobBucketDefinition], {
    nullable: true,
    description: 'The buckets that the job analyzes; null when criteria select them.',
  })
  readonly bucketDefinitions: readonly ClassificationJobBucketDefinition[] | undefined;

  @Field(() => ClassificationJobBucketCriteria, {
    nullable: true,
    description: 'The criteria that select the buckets of the job; null when they are a fixed list.',
  })
  readonly bucketCriteria: ClassificationJobBucketCriteria | undefined;

  @DetailField(() => String, 'The ARN of the job (jobArn of DescribeClassificationJob).')
  override readonly arn?: string | undefined;

  @DetailField(() => String, 'The description of the job (DescribeClassificationJob).')
  readonly description?: string | undefined;

  @DetailField(
    () => String,
    'The client token of the request that created the job (DescribeClassificationJob).',
  )
  readonly clientToken?: string | undefined;

  @DetailField(
    () => Boolean,
    'True when a scheduled job analyzes all existing objects immediately after it is created (DescribeClassificationJob).',
  )
  readonly initialRun?: boolean | undefined;

  @DetailField(
    () => DateTime,
    'The time when the job, or the latest run of a scheduled job, started (lastRunTime of DescribeClassificationJob).',
  )
  readonly lastRunAt?: Date | undefined;

  @DetailField(
    () => Int,
    'The sampling depth: the percentage of eligible objects that the job analyzes (DescribeClassificationJob).',
  )
  readonly samplingPercentage?: number | undefined;

  @DetailField(
    () => ClassificationJobManagedDataIdentifierSelectorEnum,
    'The selection of managed data identifiers that the job uses (DescribeClassificationJob).',
  )
  readonly managedDataIdentifierSelector?: ClassificationJobManagedDataIdentifierSelector | undefined;

  @DetailField(
    () => String,
    'The selection of managed data identifiers as AWS spells it (DescribeClassificationJob).',
  )
  readonly awsManagedDataIdentifierSelector?: string | undefined;

  @DetailField(
    () => [String],
    'The ids of the managed data identifiers that the selector includes or excludes (DescribeClassificationJob).',
  )
  readonly managedDataIdentifierIds?: readonly string[] | undefined;

  @DetailField(
    () => [String],
    'The ids of the custom data identifiers that the job uses (DescribeClassificationJob).',
  )
  readonly customDataIdentifierIds?: readonly string[] | undefined;

  @DetailField(() => [String], 'The ids of the allow lists that the job uses (DescribeClassificationJob).')
  readonly allowListIds?: readonly string[] | undefined;

  @DetailField(
    () => ClassificationJobStatistics,
    'The processing statistics of the job (DescribeClassificationJob).',
  )
  readonly statistics?: ClassificationJobStatistics | undefined;

  @DetailField(
    () => ClassificationJobObjectScoping,
    'The conditions that select the objects to analyze; null when the job analyzes all objects (DescribeClassificationJob).',
  )
  readonly scoping?: ClassificationJobObjectScoping | undefined;

  @DetailField(
    () => ClassificationJobScheduleFrequency,
    'The schedule of the job; null for a one-time job (DescribeClassificationJob).',
  )
  readonly scheduleFrequency?: ClassificationJobScheduleFrequency | undefined;

  @DetailField(() => [Tag], 'The tags of the job, sorted by key (DescribeClassificationJob).')
  readonly tags?: readonly Tag[] | undefined;
}

export const ClassificationJobConnection = resourceConnectionOf(ClassificationJob);

@ObjectType({ description: 'The result of a status change of a classification job.' })
export class ClassificationJobPayload extends StatusChangePayload {
  @Field(() => ClassificationJob, {
    nullable: true,
    description: 'The job as the mutation last read it from AWS; null when AWS does not have it.',
  })
  readonly classificationJob: ClassificationJob | undefined;
}
