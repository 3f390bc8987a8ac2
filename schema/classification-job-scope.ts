/** The types of the scope and the schedule of a classification job. */
import { Field, Int, ObjectType } from 'type-graphql';
import type {
  ClassificationJobBucketCriterionKey,
  ClassificationJobBucketCriterionRecord,
  ClassificationJobBucketTagCriterionRecord,
  ClassificationJobDayOfWeek,
  ClassificationJobComparator,
  ClassificationJobScheduleFrequencyRecord,
  ClassificationJobObjectTermKey,
  ClassificationJobObjectTermRecord,
  ClassificationJobObjectScopingRecord,
  ClassificationJobBucketCriteriaRecord,
  ClassificationJobBucketDefinitionRecord,
  ClassificationJobScheduleInterval,
  ClassificationJobBucketSimpleCriterionRecord,
  ClassificationJobObjectSimpleTermRecord,
  ClassificationJobTagConditionRecord,
  ClassificationJobObjectTagTermRecord,
  ClassificationJobTagTarget,
} from '../src/domain/records/classification-job-scope';
import {
  ClassificationJobBucketCriterionKeyEnum,
  ClassificationJobDayOfWeekEnum,
  ClassificationJobComparatorEnum,
  ClassificationJobObjectTermKeyEnum,
  ClassificationJobScheduleIntervalEnum,
  ClassificationJobTagTargetEnum,
} from './classification-job-scope-enums';
import { nullable } from './shared/nullable';
import { AwsAccountId } from './shared/scalars';

@ObjectType({ description: 'The buckets of one account that a classification job analyzes.' })
export class ClassificationJobBucketDefinition implements ClassificationJobBucketDefinitionRecord {
  @Field(() => AwsAccountId, { description: 'The id of the account that owns the buckets.' })
  readonly accountId!: string;

  @Field(() => [String], { description: 'The names of the buckets.' })
  readonly buckets!: readonly string[];
}

@ObjectType({ description: 'A condition on a tag: a key, a value or both.' })
export class ClassificationJobTagCondition implements ClassificationJobTagConditionRecord {
  @Field(() => String, nullable('The tag key to match; null matches any key.'))
  readonly key: string | undefined;

  @Field(() => String, nullable('The tag value to match; null matches any value.'))
  readonly value: string | undefined;
}

@ObjectType({ description: 'A criterion on a property of a bucket.' })
export class ClassificationJobBucketSimpleCriterion implements ClassificationJobBucketSimpleCriterionRecord {
  @Field(() => ClassificationJobBucketCriterionKeyEnum, nullable('The bucket property to compare.'))
  readonly key: ClassificationJobBucketCriterionKey | undefined;

  @Field(() => String, nullable('The bucket property as AWS spells it.'))
  readonly awsKey: string | undefined;

  @Field(() => ClassificationJobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: ClassificationJobComparator | undefined;

  @Field(() => String, nullable('The comparator as AWS spells it.'))
  readonly awsComparator: string | undefined;

  @Field(() => [String], nullable('The values to compare the property with.'))
  readonly values: readonly string[] | undefined;
}

@ObjectType({ description: 'A criterion on the tags of a bucket.' })
export class ClassificationJobBucketTagCriterion implements ClassificationJobBucketTagCriterionRecord {
  @Field(() => ClassificationJobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: ClassificationJobComparator | undefined;

  @Field(() => String, nullable('The comparator as AWS spells it.'))
  readonly awsComparator: string | undefined;

  @Field(() => [ClassificationJobTagCondition], nullable('The tag conditions; one of them must match.'))
  readonly tagValues: readonly ClassificationJobTagCondition[] | undefined;
}

@ObjectType({
  description: 'A criterion that selects buckets for a classification job; exactly one of its fields is set.',
})
export class ClassificationJobBucketCriterion implements ClassificationJobBucketCriterionRecord {
  @Field(() => ClassificationJobBucketSimpleCriterion, nullable('A criterion on a property of the bucket.'))
  readonly simpleCriterion: ClassificationJobBucketSimpleCriterion | undefined;

  @Field(() => ClassificationJobBucketTagCriterion, nullable('A criterion on the tags of the bucket.'))
  readonly tagCriterion: ClassificationJobBucketTagCriterion | undefined;
}

@ObjectType({
  description: 'The criteria that select the buckets of a classification job at the start of each run.',
})
export class ClassificationJobBucketCriteria implements ClassificationJobBucketCriteriaRecord {
  @Field(
    () => [ClassificationJobBucketCriterion],
    nullable('The criteria for inclusion; the job includes the buckets that match all of them.'),
  )
  readonly includes: readonly ClassificationJobBucketCriterion[] | undefined;

  @Field(
    () => [ClassificationJobBucketCriterion],
    nullable('The criteria for exclusion; the job excludes the buckets that match all of them.'),
  )
  readonly excludes: readonly ClassificationJobBucketCriterion[] | undefined;
}

@ObjectType({ description: 'A condition on a property of an object.' })
export class ClassificationJobObjectSimpleTerm implements ClassificationJobObjectSimpleTermRecord {
  @Field(() => ClassificationJobObjectTermKeyEnum, nullable('The object property to compare.'))
  readonly key: ClassificationJobObjectTermKey | undefined;

  @Field(() => String, nullable('The object property as AWS spells it.'))
  readonly awsKey: string | undefined;

  @Field(() => ClassificationJobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: ClassificationJobComparator | undefined;

  @Field(() => String, nullable('The comparator as AWS spells it.'))
  readonly awsComparator: string | undefined;

  @Field(() => [String], nullable('The values to compare the property with.'))
  readonly values: readonly string[] | undefined;
}

@ObjectType({ description: 'A condition on the tags of an object.' })
export class ClassificationJobObjectTagTerm implements ClassificationJobObjectTagTermRecord {
  @Field(() => ClassificationJobComparatorEnum, nullable('The comparator of the condition.'))
  readonly comparator: ClassificationJobComparator | undefined;

  @Field(() => String, nullable('The comparator as AWS spells it.'))
  readonly awsComparator: string | undefined;

  @Field(() => String, nullable('The compared property as AWS spells it: TAG.'))
  readonly key: string | undefined;

  @Field(() => [ClassificationJobTagCondition], nullable('The tag conditions; one of them must match.'))
  readonly tagValues: readonly ClassificationJobTagCondition[] | undefined;

  @Field(
    () => ClassificationJobTagTargetEnum,
    nullable('The type of resource whose tags the condition compares.'),
  )
  readonly target: ClassificationJobTagTarget | undefined;

  @Field(() => String, nullable('The type of resource as AWS spells it.'))
  readonly awsTarget: string | undefined;
}

@ObjectType({
  description: 'A condition that selects objects for a classification job; exactly one of its fields is set.',
})
export class ClassificationJobObjectTerm implements ClassificationJobObjectTermRecord {
  @Field(() => ClassificationJobObjectSimpleTerm, nullable('A condition on a property of the object.'))
  readonly simpleScopeTerm: ClassificationJobObjectSimpleTerm | undefined;

  @Field(() => ClassificationJobObjectTagTerm, nullable('A condition on the tags of the object.'))
  readonly tagScopeTerm: ClassificationJobObjectTagTerm | undefined;
}

@ObjectType({ description: 'The conditions that select the objects that a classification job analyzes.' })
export class ClassificationJobObjectScoping implements ClassificationJobObjectScopingRecord {
  @Field(
    () => [ClassificationJobObjectTerm],
    nullable('The conditions for inclusion; the job analyzes the objects that match all of them.'),
  )
  readonly includes: readonly ClassificationJobObjectTerm[] | undefined;

  @Field(
    () => [ClassificationJobObjectTerm],
    nullable('The conditions for exclusion; the job skips the objects that match all of them.'),
  )
  readonly excludes: readonly ClassificationJobObjectTerm[] | undefined;
}

@ObjectType({ description: 'The schedule of a classification job.' })
export class ClassificationJobScheduleFrequency implements ClassificationJobScheduleFrequencyRecord {
  @Field(() => ClassificationJobScheduleIntervalEnum, {
    description: 'The interval at which the job runs (dailySchedule, weeklySchedule or monthlySchedule).',
  })
  readonly interval!: ClassificationJobScheduleInterval;

  @Field(
    () => ClassificationJobDayOfWeekEnum,
    nullable('The day of the week on which the job runs; null unless the interval is WEEKLY.'),
  )
  readonly dayOfWeek: ClassificationJobDayOfWeek | undefined;

  @Field(() => String, nullable('The day of the week as AWS spells it.'))
  readonly awsDayOfWeek: string | undefined;

  @Field(
    () => Int,
    nullable('The day of the month on which the job runs, 1 to 31; null unless the interval is MONTHLY.'),
  )
  readonly dayOfMonth: number | undefined;
}
