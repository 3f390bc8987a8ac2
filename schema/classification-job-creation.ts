/** What a new classification job is made of. */
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type {
  ClassificationJobType,
  ManagedDataIdentifierSelector,
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
  BucketCriterionKey,
  DayOfWeek,
  JobComparator,
  ObjectScopeKey,
  S3BucketDefinitionRecord,
} from '../src/domain/records/classification-job-scope';
import { ClassificationJob } from './classification-job';
import { ClassificationJobTypeEnum, ManagedDataIdentifierSelectorEnum } from './classification-job-enums';
import {
  BucketCriterionKeyEnum,
  DayOfWeekEnum,
  JobComparatorEnum,
  ObjectScopeKeyEnum,
} from './classification-job-scope-enums';
import { CreationInput, MutationPayload } from './shared/mutation';
import { nullable } from './shared/nullable';
import { OneOf } from './shared/one-of';
import { TagInput } from './shared/tag';

@InputType({ description: 'What a tag must have: a key, a value or both.' })
export class TagConditionInput implements NewTagCondition {
  @Field(() => String, nullable('The key that the tag must have, up to 128 characters.'))
  readonly key?: string | null;

  @Field(() => String, nullable('The value that the tag must have, up to 256 characters.'))
  readonly value?: string | null;
}

@InputType({ description: 'A criterion on a property of a bucket.' })
export class SimpleBucketCriterionInput {
  @Field(() => BucketCriterionKeyEnum, { description: 'The property.' })
  readonly key!: BucketCriterionKey;

  @Field(() => JobComparatorEnum, { description: 'EQ or NE.' })
  readonly comparator!: JobComparator;

  @Field(() => [String], { description: 'What the property is compared with; one value must match.' })
  readonly values!: readonly string[];
}

@InputType({ description: 'A criterion on the tags of a bucket.' })
export class BucketTagCriterionInput {
  @Field(() => JobComparatorEnum, { description: 'EQ or NE.' })
  readonly comparator!: JobComparator;

  @Field(() => [TagConditionInput], { description: 'The tags, of which one must match.' })
  readonly tagValues!: readonly TagConditionInput[];
}

@OneOf()
@InputType({ description: 'A criterion by which a classification job picks buckets.' })
export class BucketCriterionInput implements NewBucketCriterion {
  @Field(() => SimpleBucketCriterionInput, nullable('On a property of the bucket.'))
  readonly simpleCriterion?: SimpleBucketCriterionInput | null;

  @Field(() => BucketTagCriterionInput, nullable('On the tags of the bucket.'))
  readonly tagCriterion?: BucketTagCriterionInput | null;
}

@InputType({ description: 'Which buckets a classification job picks, anew at every run.' })
export class S3BucketCriteriaInput implements NewBucketCriteria {
  @Field(() => [BucketCriterionInput], nullable('What a bucket must meet to be picked: all of these.'))
  readonly includes?: readonly BucketCriterionInput[] | null;

  @Field(() => [BucketCriterionInput], nullable('What leaves a bucket out: all of these together.'))
  readonly excludes?: readonly BucketCriterionInput[] | null;
}

@InputType({ description: 'Buckets of one account.' })
export class S3BucketDefinitionInput implements S3BucketDefinitionRecord {
  @Field(() => String, { description: 'The account that owns the buckets: twelve digits.' })
  readonly accountId!: string;

  @Field(() => [String], { description: 'The names of the buckets.' })
  readonly buckets!: readonly string[];
}

@OneOf()
@InputType({ description: 'Which buckets a classification job looks at: a fixed list, or criteria.' })
export class ClassificationJobBucketsInput {
  @Field(() => [S3BucketDefinitionInput], nullable('These buckets, at every run.'))
  readonly bucketDefinitions?: readonly S3BucketDefinitionInput[] | null;

  @Field(() => S3BucketCriteriaInput, nullable('The buckets that meet the criteria when a run starts.'))
  readonly bucketCriteria?: S3BucketCriteriaInput | null;
}

@InputType({ description: 'A term on a property of an object.' })
export class SimpleScopeTermInput {
  @Field(() => ObjectScopeKeyEnum, { description: 'The property.' })
  readonly key!: ObjectScopeKey;

  @Field(() => JobComparatorEnum, {
    description:
      'EQ or NE for extensions, STARTS_WITH for keys, EQ, NE, GT, GTE, LT or LTE for dates and sizes.',
  })
  readonly comparator!: JobComparator;

  @Field(() => [String], {
    description: 'What the property is compared with; a single value for dates and sizes.',
  })
  readonly values!: readonly string[];
}

@InputType({ description: 'A term on the tags of an object.' })
export class TagScopeTermInput {
  @Field(() => JobComparatorEnum, { description: 'EQ or NE.' })
  readonly comparator!: JobComparator;

  @Field(() => [TagConditionInput], { description: 'The tags, of which one must match.' })
  readonly tagValues!: readonly TagConditionInput[];
}

@OneOf()
@InputType({ description: 'A term by which a classification job takes or leaves objects.' })
export class ObjectScopeTermInput implements NewObjectScopeTerm {
  @Field(() => SimpleScopeTermInput, nullable('On a property of the object.'))
  readonly simpleScopeTerm?: SimpleScopeTermInput | null;

  @Field(() => TagScopeTermInput, nullable('On the tags of the object.'))
  readonly tagScopeTerm?: TagScopeTermInput | null;
}

@InputType({ description: 'Which objects of its buckets a classification job looks at.' })
export class ObjectScopingInput implements NewObjectScoping {
  @Field(() => [ObjectScopeTermInput], nullable('What an object must meet to be looked at: all of these.'))
  readonly includes?: readonly ObjectScopeTermInput[] | null;

  @Field(() => [ObjectScopeTermInput], nullable('What leaves an object out: all of these together.'))
  readonly excludes?: readonly ObjectScopeTermInput[] | null;
}

@InputType({ description: 'A schedule by the week.' })
export class WeeklyScheduleInput {
  @Field(() => DayOfWeekEnum, { description: 'On which day the job runs.' })
  readonly dayOfWeek!: DayOfWeek;
}

@InputType({ description: 'A schedule by the month.' })
export class MonthlyScheduleInput {
  @Field(() => Int, {
    description: 'On which day the job runs, 1 to 31; months without that day are left out.',
  })
  readonly dayOfMonth!: number;
}

@OneOf()
@InputType({ description: 'When a scheduled classification job runs.' })
export class JobScheduleFrequencyInput implements NewJobSchedule {
  @Field(() => Boolean, nullable('Every day; true is its only value.'))
  readonly daily?: boolean | null;

  @Field(() => WeeklyScheduleInput, nullable('Every week.'))
  readonly weekly?: WeeklyScheduleInput | null;

  @Field(() => MonthlyScheduleInput, nullable('Every month.'))
  readonly monthly?: MonthlyScheduleInput | null;
}

@InputType({ description: 'A new classification job, whose settings cannot be changed later.' })
export class CreateClassificationJobInput extends CreationInput implements NewClassificationJob {
  @Field(() => String, { description: 'The name, up to 500 characters.' })
  readonly name!: string;

  @Field(() => String, nullable('The description, up to 200 characters.'))
  readonly description?: string | null;

  @Field(() => ClassificationJobTypeEnum, { description: 'Whether the job runs once or on a schedule.' })
  readonly jobType!: ClassificationJobType;

  @Field(
    () => Boolean,
    nullable('Whether a scheduled job analyses all existing objects at once; not for a job that runs once.'),
  )
  readonly initialRun?: boolean | null;

  @Field(
    () => JobScheduleFrequencyInput,
    nullable('When a scheduled job runs; not for a job that runs once.'),
  )
  readonly scheduleFrequency?: JobScheduleFrequencyInput | null;

  @Field(() => ClassificationJobBucketsInput, { description: 'Which buckets the job looks at.' })
  readonly buckets!: ClassificationJobBucketsInput;

  @Field(() => ObjectScopingInput, nullable('Which objects of the buckets it looks at; all when left out.'))
  readonly scoping?: ObjectScopingInput | null;

  @Field(() => Int, nullable('How many percent of the eligible objects to analyse, 1 to 100.'))
  readonly samplingPercentage?: number | null;

  @Field(
    () => ManagedDataIdentifierSelectorEnum,
    nullable('Which managed data identifiers to use; RECOMMENDED when left out.'),
  )
  readonly managedDataIdentifierSelector?: ManagedDataIdentifierSelector | null;

  @Field(() => [String], nullable('The managed data identifiers that EXCLUDE or INCLUDE means.'))
  readonly managedDataIdentifierIds?: readonly string[] | null;

  @Field(() => [String], nullable('The custom data identifiers to use; at least one with NONE.'))
  readonly customDataIdentifierIds?: readonly string[] | null;

  @Field(() => [String], nullable('The allow lists to use.'))
  readonly allowListIds?: readonly string[] | null;

  @Field(() => [TagInput], nullable('The tags of the job, up to 50.'))
  readonly tags?: readonly TagInput[] | null;
}

@ObjectType({ description: 'What became of creating a classification job.' })
export class CreateClassificationJobPayload extends MutationPayload {
  @Field(() => ClassificationJob, {
    nullable: true,
    description:
      'The new job as read from AWS; null unless the outcome is APPLIED (DescribeClassificationJob).',
  })
  readonly classificationJob: ClassificationJob | undefined;
}
