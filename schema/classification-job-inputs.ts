/** Filters, order and status change inputs of classification jobs. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  ClassificationJobConditions,
  ClassificationJobOrderField,
  ClassificationJobType,
} from '../src/domain/records/classification-job';
import type { Ordering } from '../src/domain/records/order';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import {
  ClassificationJobOrderFieldEnum,
  ClassificationJobStatusEnum,
  ClassificationJobTypeEnum,
} from './classification-job-enums';
import { ConnectionArgs } from './shared/connection';
import { AwsAccountId } from './shared/scalars';
import { DateTimeFilter, StringFilter } from './shared/filters';
import { OrderInput } from './shared/order';
import { StatusChangeInput } from './shared/status-change';

@InputType()
abstract class JobConditions implements ClassificationJobConditions {
  @Field(() => [ClassificationJobStatusEnum], {
    nullable: true,
    description: 'The status is one of these values (jobStatus).',
  })
  readonly statuses?: readonly ClassificationJobStatus[] | null;

  @Field(() => [ClassificationJobTypeEnum], {
    nullable: true,
    description: 'The type is one of these values.',
  })
  readonly jobTypes?: readonly ClassificationJobType[] | null;

  @Field(() => [AwsAccountId], {
    nullable: true,
    description:
      'The job names one of these accounts in bucketDefinitions, or by ACCOUNT_ID in bucketCriteria; the gateway evaluates the condition while it reads.',
  })
  readonly accountIds?: readonly string[] | null;

  @Field(() => StringFilter, { nullable: true, description: 'Conditions on the name.' })
  readonly name?: StringFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Conditions on the creation time.' })
  readonly createdAt?: DateTimeFilter | null;
}

@InputType({
  description:
    'Conditions that exclude the classification jobs that match any of them; Macie evaluates the conditions that it supports (excludes of filterCriteria), and the gateway the others while it reads.',
})
export class ClassificationJobExclusion extends JobConditions {}

@InputType({
  description:
    'Conditions that select the classification jobs that match all of them; Macie evaluates the conditions that it supports (includes of filterCriteria), and the gateway evaluates accountIds, ignoreCase and UNRECOGNIZED while it reads. An empty filter selects every job.',
})
export class ClassificationJobFilter extends JobConditions {
  @Field(() => ClassificationJobExclusion, {
    nullable: true,
    description: 'Excludes the jobs that match any of these conditions.',
  })
  readonly not?: ClassificationJobExclusion | null;
}

@InputType({ description: 'The sort order of classification jobs; Macie sorts them (sortCriteria).' })
export class ClassificationJobOrder extends OrderInput implements Ordering<ClassificationJobOrderField> {
  @Field(() => ClassificationJobOrderFieldEnum, { description: 'The field to sort by.' })
  readonly field!: ClassificationJobOrderField;
}

@ArgsType()
export class ClassificationJobsArgs extends ConnectionArgs {
  @Field(() => ClassificationJobFilter, {
    nullable: true,
    description: 'Selects the jobs to return; defaults to all jobs.',
  })
  readonly filter?: ClassificationJobFilter | null;

  @Field(() => ClassificationJobOrder, {
    nullable: true,
    description:
      'The sort order of the jobs across all targets; without it, the jobs come target by target in the order of Macie.',
  })
  readonly orderBy?: ClassificationJobOrder | null;
}

@InputType()
abstract class ClassificationJobChangeInput extends StatusChangeInput {
  @Field(() => ClassificationJobStatusEnum, {
    nullable: true,
    description: 'The status that the job must have; otherwise, the gateway refuses the change.',
  })
  readonly expectedStatus?: ClassificationJobStatus | null;
}

@InputType({ description: 'The classification job to pause.' })
export class PauseClassificationJobInput extends ClassificationJobChangeInput {}

@InputType({ description: 'The classification job to resume.' })
export class ResumeClassificationJobInput extends ClassificationJobChangeInput {}

@InputType({ description: 'The classification job to cancel.' })
export class CancelClassificationJobInput extends ClassificationJobChangeInput {}
