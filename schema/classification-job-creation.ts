/** The input and payload of createClassificationJob. */
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type {
  ClassificationJobType,
  ClassificationJobManagedDataIdentifierSelector,
} from '../src/domain/records/classification-job';
import type {
  NewBucketCriteria,
  NewBucketCriterion,
  NewClassificationJob,
  NewJobSchedule,
  NewObjectScopeTerm,
  NewObjectScoping,
  NewTagCondition,
} from '../src/domain/records/classification-job-creation';
import type {
  ClassificationJobBucketCriterionKey,
  ClassificationJobDayOfWeek,
  ClassificationJobComparator,
  ClassificationJobObjectTermKey,
  ClassificationJobBucketDefinitionRecord,
} from '../src/domain/records/classification-job-scope';
import { ClassificationJob } from './classification-job';
import {
  ClassificationJobTypeEnum,
  ClassificationJobManagedDataIdentifierSelectorEnum,
} from './classification-job-enums';
import {
  ClassificationJobBucketCriterionKeyEnum,
  ClassificationJobDayOfWeekEnum,
  ClassificationJobComparatorEnum,
  ClassificationJobObjectTermKeyEnum,
} from './classification-job-scope-enums';
import { CreationInput, MutationPayload } from './shared/mutation';
import { nullable } from './shared/nullable';
import { AwsAccountId } from './shared/scalars';
import { OneOf } from './shared/one-of';
import { TagInput } from './shared/tag';

@InputType({ description: 'A condition on a tag: a key, a value or both.' })
export class ClassificationJobTagConditionInput implements NewTagCondition {
  @Field(() => String, nullable('The tag key to match, up to 128 characters.'))
  readonly key?: string | null;

  @Field(() => String, nullable('The tag value to match, up to 256 characters.'))
  readonly value?: string | null;
}

@InputType({ description: 'A criterion on a property of a bucket.' })
export class ClassificationJobBucketSimpleCriterionInput {
  @Field(() => ClassificationJobBucketCriterionKeyEnum, { description: 'The bucket property to compare.' })
  readonly key!: ClassificationJobBucketCriterionKey;

  @Field(() => ClassificationJobComparatorEnum, { description: 'The comparator: EQ or NE.' })
  readonly comparator!: ClassificationJobComparator;

  @Field(() => [String], { description: 'The values to compare the property with; one of them must match.' })
  readonly values!: readonly string[];
}

@InputType({ description: 'A criterion on the tags of a bucket.' })
export class ClassificationJobBucketTagCriterionInput {
  @Field(() => ClassificationJobComparatorEnum, { description: 'The comparator: EQ or NE.' })
  readonly comparator!: ClassificationJobComparator;

  @Field(() => [ClassificationJobTagConditionInput], {
    description: 'The tag conditions; one of them must match.',
  })
  readonly tagValues!: readonly ClassificationJobTagConditionInput[];
}

@OneOf()
@InputType({ description: 'A criterion that selects buckets for a classification job.' })
export class ClassificationJobBucketCriterionInput implements NewBucketCriterion {
  @Field(
    () => ClassificationJobBucketSimpleCriterionInput,
    nullable('A criterion on a property of the bucket.'),
  )
  readonly simpleCriterion?: ClassificationJobBucketSimpleCriterionInput | null;

  @Field(() => ClassificationJobBucketTagCriterionInput, nullable('A criterion on the tags of the bucket.'))
  readonly tagCriterion?: ClassificationJobBucketTagCriterionInput | null;
}

@InputType({
  description: 'The criteria that select the buckets of a classification job at the start of each run.',
})
export class ClassificationJobBucketCriteriaInput implements NewBucketCriteria {
  @Field(
    () => [ClassificationJobBucketCriterionInput],
    nullable('The criteria for inclusion; the job includes the buckets that match all of them.'),
  )
  readonly includes?: readonly ClassificationJobBucketCriterionInput[] | null;

  @Field(
    () => [ClassificationJobBucketCriterionInput],
    nullable('The criteria for exclusion; the job excludes the buckets that match all of them.'),
  )
  readonly excludes?: readonly ClassificationJobBucketCriterionInput[] | null;
}

@InputType({ description: 'The buckets of one account.' })
export class ClassificationJobBucketDefinitionInput implements ClassificationJobBucketDefinitionRecord {
  @Field(() => AwsAccountId, { description: 'The id of the account that owns the buckets.' })
  readonly accountId!: string;

  @Field(() => [String], { description: 'The names of the buckets.' })
  readonly buckets!: readonly string[];
}

@OneOf()
@InputType({ description: 'The buckets that a classification job analyzes: a fixed list or criteria.' })
export class ClassificationJobBucketsInput {
  @Field(
    () => [ClassificationJobBucketDefinitionInput],
    nullable('A fixed list of buckets, the same for every run.'),
  )
  readonly bucketDefinitions?: readonly ClassificationJobBucketDefinitionInput[] | null;

  @Field(
    () => ClassificationJobBucketCriteriaInput,
    nullable('The criteria that select the buckets at the start of each run.'),
  )
  readonly bucketCriteria?: ClassificationJobBucketCriteriaInput | null;
}

@InputType({ description: 'A condition on a property of an object.' })
export class ClassificationJobObjectSimpleTermInput {
  @Field(() => ClassificationJobObjectTermKeyEnum, { description: 'The object property to compare.' })
  readonly key!: ClassificationJobObjectTermKey;

  @Field(() => ClassificationJobComparatorEnum, {
    description:
      'The comparator: EQ or NE for extensions, STARTS_WITH for keys, EQ, NE, GT, GTE, LT or LTE for dates and sizes.',
  })
  readonly comparator!: ClassificationJobComparator;

  @Field(() => [String], {
    description: 'The values to compare the property with; exactly one for dates and sizes.',
  })
  readonly values!: readonly string[];
}

@InputType({ description: 'A condition on the tags of an object.' })
export class ClassificationJobObjectTagTermInput {
  @Field(() => ClassificationJobComparatorEnum, { description: 'The comparator: EQ or NE.' })
  readonly comparator!: ClassificationJobComparator;

  @Field(() => [ClassificationJobTagConditionInput], {
    description: 'The tag conditions; one of them must match.',
  })
  readonly tagValues!: readonly ClassificationJobTagConditionInput[];
}

@OneOf()
@InputType({ description: 'A condition that selects objects for a classification job.' })
export class ClassificationJobObjectTermInput implements NewObjectScopeTerm {
  @Field(() => ClassificationJobObjectSimpleTermInput, nullable('A condition on a property of the object.'))
  readonly simpleScopeTerm?: ClassificationJobObjectSimpleTermInput | null;

  @Field(() => ClassificationJobObjectTagTermInput, nullable('A condition on the tags of the object.'))
  readonly tagScopeTerm?: ClassificationJobObjectTagTermInput | null;
}

@InputType({ description: 'The conditions that select the objects that a classification job analyzes.' })
export class ClassificationJobObjectScopingInput implements NewObjectScoping {
  @Field(
    () => [ClassificationJobObjectTermInput],
    nullable('The conditions for inclusion; the job analyzes the objects that match all of them.'),
  )
  readonly includes?: readonly ClassificationJobObjectTermInput[] | null;

  @Field(
    () => [ClassificationJobObjectTermInput],
    nullable('The conditions for exclusion; the job skips the objects that match all of them.'),
  )
  readonly excludes?: readonly ClassificationJobObjectTermInput[] | null;
}

@InputType({ description: 'A weekly schedule.' })
export class ClassificationJobWeeklyScheduleInput {
  @Field(() => ClassificationJobDayOfWeekEnum, { description: 'The day of the week on which the job runs.' })
  readonly dayOfWeek!: ClassificationJobDayOfWeek;
}

@InputType({ description: 'A monthly schedule.' })
export class ClassificationJobMonthlyScheduleInput {
  @Field(() => Int, {
    description:
      'The day of the month on which the job runs, 1 to 31; the job does not run in months without that day.',
  })
  readonly dayOfMonth!: number;
}

@OneOf()
@InputType({ description: 'The schedule of a classification job.' })
export class ClassificationJobScheduleFrequencyInput implements NewJobSchedule {
  @Field(() => Boolean, nullable('A daily schedule; the only valid value is true (dailySchedule).'))
  readonly daily?: boolean | null;

  @Field(() => ClassificationJobWeeklyScheduleInput, nullable('A weekly schedule (weeklySchedule).'))
  readonly weekly?: ClassificationJobWeeklyScheduleInput | null;

  @Field(() => ClassificationJobMonthlyScheduleInput, nullable('A monthly schedule (monthlySchedule).'))
  readonly monthly?: ClassificationJobMonthlyScheduleInput | null;
}

@InputType({ description: 'The settings of a new classification job, which cannot be changed later.' })
export class CreateClassificationJobInput extends CreationInput implements NewClassificationJob {
  @Field(() => String, { description: 'The name of the job, up to 500 characters.' })
  readonly name!: string;

  @Field(() => String, nullable('The description of the job, up to 200 characters.'))
  readonly description?: string | null;

  @Field(() => ClassificationJobTypeEnum, { description: 'The type of the job: one-time or scheduled.' })
  readonly jobType!: ClassificationJobType;

  @Field(
    () => Boolean,
    nullable(
      'True to analyze all existing objects immediately after the job is created; only for SCHEDULED jobs.',
    ),
  )
  readonly initialRun?: boolean | null;

  @Field(
    () => ClassificationJobScheduleFrequencyInput,
    nullable('The schedule of the job; required for SCHEDULED jobs, invalid for ONE_TIME jobs.'),
  )
  readonly scheduleFrequency?: ClassificationJobScheduleFrequencyInput | null;

  @Field(() => ClassificationJobBucketsInput, {
    description:
      'The buckets that the job analyzes (bucketDefinitions or bucketCriteria of s3JobDefinition).',
  })
  readonly buckets!: ClassificationJobBucketsInput;

  @Field(
    () => ClassificationJobObjectScopingInput,
    nullable(
      'The conditions that select the objects to analyze; defaults to all objects (scoping of s3JobDefinition).',
    ),
  )
  readonly scoping?: ClassificationJobObjectScopingInput | null;

  @Field(() => Int, nullable('The sampling depth: the percentage of eligible objects to analyze, 1 to 100.'))
  readonly samplingPercentage?: number | null;

  @Field(
    () => ClassificationJobManagedDataIdentifierSelectorEnum,
    nullable('The selection of managed data identifiers; defaults to RECOMMENDED.'),
  )
  readonly managedDataIdentifierSelector?: ClassificationJobManagedDataIdentifierSelector | null;

  @Field(
    () => [String],
    nullable(
      'The ids of the managed data identifiers to exclude or include; required for the selectors EXCLUDE and INCLUDE, invalid for the others.',
    ),
  )
  readonly managedDataIdentifierIds?: readonly string[] | null;

  @Field(
    () => [String],
    nullable('The ids of the custom data identifiers to use; the selector NONE requires at least one.'),
  )
  readonly customDataIdentifierIds?: readonly string[] | null;

  @Field(() => [String], nullable('The ids of the allow lists to use.'))
  readonly allowListIds?: readonly string[] | null;

  @Field(() => [TagInput], nullable('The tags of the job, up to 50.'))
  readonly tags?: readonly TagInput[] | null;
}

@ObjectType({ implements: MutationPayload, description: 'The result of createClassificationJob.' })
export class CreateClassificationJobPayload extends MutationPayload {
  @Field(() => ClassificationJob, {
    nullable: true,
    description:
      'The new job, read from AWS; null unless the outcome is APPLIED (DescribeClassificationJob).',
  })
  readonly classificationJob: ClassificationJob | undefined;
}
