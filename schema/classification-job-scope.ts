/** The types of the scope and the schedule of a classification job. */
import { Field, Int, ObjectType } from 'type-graphql';
import type {
  BucketCriterionKey,
  BucketCriterionRecord,
  BucketTagCriterionRecord,
  DayOfWeek,
  JobComparator,
  JobScheduleFrequencyRecord,
  ObjectScopeKey,
  ObjectScopeTermRecord,
  ObjectScopingRecord,
  S3BucketCriteriaRecord,
  S3BucketDefinitionRecord,
  ScheduleInterval,
  SimpleBucketCriterionRecord,
  SimpleScopeTermRecord,
  TagConditionRecord,
  TagScopeTermRecord,
  TagTarget,
} from '../src/domain/records/classification-job-scope';
import {
  BucketCriterionKeyEnum,
  DayOfWeekEnum,
  JobComparatorEnum,
  ObjectScopeKeyEnum,
  ScheduleIntervalEnum,
  TagTargetEnum,
} from './classification-job-scope-enums';
import { nullable } from './shared/nullable';
import { AwsAccountId } from './shared/scalars';

@ObjectType({ description: 'The buckets of one account that a classification job analyzes.' })
export class S3BucketDefinition implements S3BucketDefinitionRecord {
  @Field(() => AwsAccountId, { description: 'The id of the account that owns the buckets.' })
  readonly accountId!: string;

  @Field(() => [String], { description: 'The names of the buckets.' })
  readonly buckets!: readonly string[];
}

@ObjectType({ description: 'A condition on a tag: a key, a value or both.' })
export class TagCondition implements TagConditionRecord {
  @Field(() => String, nullable('The tag key to match; null matches any key.'))
  readonly key: string | undefined;

  @Field(() => String, nullable('The tag value to match; null matches any value.'))
  readonly value: string | undefined;
}

@ObjectType({ description: 'A criterion on a property of a bucket.' })
export class SimpleBucketCriterion implements SimpleBucketCriterionRecord {
  @Field(() => BucketCriterionKeyEnum, nullable('The bucket property to compare.'))
  readonly key: BucketCriterionKey | undefined;

  @Field(() => JobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => [String], nullable('The values to compare the property with.'))
  readonly values: readonly string[] | undefined;
}

@ObjectType({ description: 'A criterion on the tags of a bucket.' })
export class BucketTagCriterion implements BucketTagCriterionRecord {
  @Field(() => JobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => [TagCondition], nullable('The tag conditions; one of them must match.'))
  readonly tagValues: readonly TagCondition[] | undefined;
}

@ObjectType({
  description: 'A criterion that selects buckets for a classification job; exactly one of its fields is set.',
})
export class BucketCriterion implements BucketCriterionRecord {
  @Field(() => SimpleBucketCriterion, nullable('A criterion on a property of the bucket.'))
  readonly simpleCriterion: SimpleBucketCriterion | undefined;

  @Field(() => BucketTagCriterion, nullable('A criterion on the tags of the bucket.'))
  readonly tagCriterion: BucketTagCriterion | undefined;
}

@ObjectType({
  description: 'The criteria that select the buckets of a classification job at the start of each run.',
})
export class S3BucketCriteria implements S3BucketCriteriaRecord {
  @Field(
    () => [BucketCriterion],
    nullable('The criteria for inclusion; the job includes the buckets that match all of them.'),
  )
  readonly includes: readonly BucketCriterion[] | undefined;

  @Field(
    () => [BucketCriterion],
    nullable('The criteria for exclusion; the job excludes the buckets that match all of them.'),
  )
  readonly excludes: readonly BucketCriterion[] | undefined;
}

@ObjectType({ description: 'A condition on a property of an object.' })
export class SimpleScopeTerm implements SimpleScopeTermRecord {
  @Field(() => ObjectScopeKeyEnum, nullable('The object property to compare.'))
  readonly key: ObjectScopeKey | undefined;

  @Field(() => JobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => [String], nullable('The values to compare the property with.'))
  readonly values: readonly string[] | undefined;
}

@ObjectType({ description: 'A condition on the tags of an object.' })
export class TagScopeTerm implements TagScopeTermRecord {
  @Field(() => JobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => String, nullable('The compared property as AWS spells it: TAG.'))
  readonly key: string | undefined;

  @Field(() => [TagCondition], nullable('The tag conditions; one of them must match.'))
  readonly tagValues: readonly TagCondition[] | undefined;

  @Field(() => TagTargetEnum, nullable('The type of resource whose tags the condition compares.'))
  readonly target: TagTarget | undefined;
}

@ObjectType({
  description: 'A condition that selects objects for a classification job; exactly one of its fields is set.',
})
export class ObjectScopeTerm implements ObjectScopeTermRecord {
  @Field(() => SimpleScopeTerm, nullable('A condition on a property of the object.'))
  readonly simpleScopeTerm: SimpleScopeTerm | undefined;

  @Field(() => TagScopeTerm, nullable('A condition on the tags of the object.'))
  readonly tagScopeTerm: TagScopeTerm | undefined;
}

@ObjectType({ description: 'The conditions that select the objects that a classification job analyzes.' })
export class ObjectScoping implements ObjectScopingRecord {
  @Field(
    () => [ObjectScopeTerm],
    nullable('The conditions for inclusion; the job analyzes the objects that match all of them.'),
  )
  readonly includes: readonly ObjectScopeTerm[] | undefined;

  @Field(
    () => [ObjectScopeTerm],
    nullable('The conditions for exclusion; the job skips the objects that match all of them.'),
  )
  readonly excludes: readonly ObjectScopeTerm[] | undefined;
}

@ObjectType({ description: 'The schedule of a classification job.' })
export class JobScheduleFrequency implements JobScheduleFrequencyRecord {
  @Field(() => ScheduleIntervalEnum, { description: 'The interval at which the job runs.' })
  readonly interval!: ScheduleInterval;

  @Field(
    () => DayOfWeekEnum,
    nullable('The day of the week on which the job runs; null unless the interval is WEEKLY.'),
  )
  readonly dayOfWeek: DayOfWeek | undefined;

  @Field(
    () => Int,
    nullable('The day of the month on which the job runs, 1 to 31; null unless the interval is MONTHLY.'),
  )
  readonly dayOfMonth: number | undefined;
}
