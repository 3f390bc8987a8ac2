/** Macie classification jobs. */
import { GraphQLISODateTime, Field, Float, Int, ObjectType } from 'type-graphql';
import type {
  ClassificationJobDetail,
  ClassificationJobStatisticsRecord,
  ClassificationJobSummary,
  ClassificationJobType,
  LastRunErrorStatusCode,
  LastRunErrorStatusRecord,
  ManagedDataIdentifierSelector,
  UserPausedDetailsRecord,
} from '../src/domain/records/classification-job';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import {
  ClassificationJobStatusEnum,
  ClassificationJobTypeEnum,
  LastRunErrorStatusCodeEnum,
  ManagedDataIdentifierSelectorEnum,
} from './classification-job-enums';
import {
  JobScheduleFrequency,
  ObjectScoping,
  S3BucketCriteria,
  S3BucketDefinition,
} from './classification-job-scope';
import { Needs } from './shared/access';
import { connectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { Node } from './shared/node';
import { ClassificationJobId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';
import { Tag } from './shared/tag';

@ObjectType({ description: 'Whether the last run of a classification job met errors.' })
export class LastRunErrorStatus implements LastRunErrorStatusRecord {
  @Field(() => LastRunErrorStatusCodeEnum, { nullable: true, description: 'The kind of error, if any.' })
  readonly code: LastRunErrorStatusCode | undefined;
}

@ObjectType({ description: 'When a paused classification job expires.' })
export class UserPausedDetails implements UserPausedDetailsRecord {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the job was paused.' })
  readonly jobPausedAt: Date | undefined;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the job, or its paused run, expires unless it is resumed.',
  })
  readonly jobExpiresAt: Date | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The ARN of the AWS Health event that warns of the expiry; there is none in the first 23 days.',
  })
  readonly jobImminentExpirationHealthEventArn: string | undefined;
}

@ObjectType({ description: 'Figures of the current or last run of a classification job.' })
export class ClassificationJobStatistics implements ClassificationJobStatisticsRecord {
  @Field(() => Float, {
    nullable: true,
    description: 'About how many objects the current run still has to process.',
  })
  readonly approximateNumberOfObjectsToProcess: number | undefined;

  @Field(() => Float, { nullable: true, description: 'How many times the job has run.' })
  readonly numberOfRuns: number | undefined;
}

type DetailOnly = Omit<ClassificationJobDetail, keyof ClassificationJobSummary>;

@Needs('macie:read')
@ObjectType({
  implements: Node,
  description: 'A job of Amazon Macie that looks for sensitive data in S3 (ListClassificationJobs).',
})
export class ClassificationJob extends Node implements ClassificationJobSummary, Partial<DetailOnly> {
  readonly kind!: 'ClassificationJob';

  @Field(() => String, { description: 'The name of the target that the job was read from.' })
  readonly target!: string;

  @Field(() => ClassificationJobId, { description: 'The id that Macie gave the job.' })
  readonly jobId!: string;

  @Field(() => String, { nullable: true, description: 'The name of the job.' })
  readonly name: string | undefined;

  @Field(() => ClassificationJobStatusEnum, { description: 'The status of the job.' })
  readonly status!: ClassificationJobStatus;

  @Field(() => String, { nullable: true, description: "The status in AWS's own spelling." })
  readonly awsStatus: string | undefined;

  @Field(() => ClassificationJobTypeEnum, {
    nullable: true,
    description: 'Whether the job runs once or on a schedule.',
  })
  readonly jobType: ClassificationJobType | undefined;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the job was created.' })
  readonly createdAt: Date | undefined;

  @Field(() => LastRunErrorStatus, { nullable: true, description: 'Whether the last run met errors.' })
  readonly lastRunErrorStatus: LastRunErrorStatus | undefined;

  @Field(() => UserPausedDetails, {
    nullable: true,
    description: 'When the paused job expires; null unless its status is USER_PAUSED.',
  })
  readonly userPausedDetails: UserPausedDetails | undefined;

  @Field(() => [S3BucketDefinition], {
    nullable: true,
    description: 'The buckets that the job looks at; null when it picks them by criteria.',
  })
  readonly bucketDefinitions: readonly S3BucketDefinition[] | undefined;

  @Field(() => S3BucketCriteria, {
    nullable: true,
    description: 'How the job picks its buckets; null when they are a fixed list.',
  })
  readonly bucketCriteria: S3BucketCriteria | undefined;

  @DetailField(() => String, 'The ARN of the job (DescribeClassificationJob).')
  readonly arn?: string | undefined;

  @DetailField(() => String, 'The description of the job (DescribeClassificationJob).')
  readonly description?: string | undefined;

  @DetailField(() => String, 'The idempotency token that created the job (DescribeClassificationJob).')
  readonly clientToken?: string | undefined;

  @DetailField(
    () => Boolean,
    'Whether a scheduled job was to analyse all existing objects when it was created (DescribeClassificationJob).',
  )
  readonly initialRun?: boolean | undefined;

  @DetailField(
    () => GraphQLISODateTime,
    'When the job, or the latest run of a scheduled job, started (DescribeClassificationJob).',
  )
  readonly lastRunTime?: Date | undefined;

  @DetailField(
    () => Int,
    'How many percent of the eligible objects are analysed (DescribeClassificationJob).',
  )
  readonly samplingPercentage?: number | undefined;

  @DetailField(
    () => ManagedDataIdentifierSelectorEnum,
    'Which managed data identifiers the job uses (DescribeClassificationJob).',
  )
  readonly managedDataIdentifierSelector?: ManagedDataIdentifierSelector | undefined;

  @DetailField(
    () => [String],
    'The managed data identifiers that the selector includes or excludes (DescribeClassificationJob).',
  )
  readonly managedDataIdentifierIds?: readonly string[] | undefined;

  @DetailField(() => [String], 'The custom data identifiers that the job uses (DescribeClassificationJob).')
  readonly customDataIdentifierIds?: readonly string[] | undefined;

  @DetailField(() => [String], 'The allow lists that the job uses (DescribeClassificationJob).')
  readonly allowListIds?: readonly string[] | undefined;

  @DetailField(
    () => ClassificationJobStatistics,
    'Figures of the current or last run (DescribeClassificationJob).',
  )
  readonly statistics?: ClassificationJobStatistics | undefined;

  @DetailField(
    () => ObjectScoping,
    'Which objects of its buckets the job looks at; null when it looks at all (DescribeClassificationJob).',
  )
  readonly scoping?: ObjectScoping | undefined;

  @DetailField(
    () => JobScheduleFrequency,
    'When a scheduled job runs; null when it runs once (DescribeClassificationJob).',
  )
  readonly scheduleFrequency?: JobScheduleFrequency | undefined;

  @DetailField(() => [Tag], 'The tags of the job, in the order of their keys (DescribeClassificationJob).')
  readonly tags?: readonly Tag[] | undefined;
}

export const ClassificationJobConnection = connectionOf(ClassificationJob);

@ObjectType({ description: 'What became of a mutation of a classification job.' })
export class ClassificationJobPayload extends StatusChangePayload {
  @Field(() => ClassificationJob, {
    nullable: true,
    description:
      'The job as last read from AWS in the mutation; null when AWS does not have it, or no longer.',
  })
  readonly classificationJob: ClassificationJob | undefined;
}
