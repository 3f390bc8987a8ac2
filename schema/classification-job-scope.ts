/** What a classification job looks at, and when. */
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

@ObjectType({ description: 'Buckets of one account that a classification job looks at.' })
export class S3BucketDefinition implements S3BucketDefinitionRecord {
  @Field(() => AwsAccountId, { description: 'The account that owns the buckets.' })
  readonly accountId!: string;

  @Field(() => [String], { description: 'The names of the buckets.' })
  readonly buckets!: readonly string[];
}

@ObjectType({ description: 'What a tag must have: a key, a value or both.' })
export class TagCondition implements TagConditionRecord {
  @Field(() => String, nullable('The key that the tag must have; any when null.'))
  readonly key: string | undefined;

  @Field(() => String, nullable('The value that the tag must have; any when null.'))
  readonly value: string | undefined;
}

@ObjectType({ description: 'A criterion on a property of a bucket.' })
export class SimpleBucketCriterion implements SimpleBucketCriterionRecord {
  @Field(() => BucketCriterionKeyEnum, nullable('The property.'))
  readonly key: BucketCriterionKey | undefined;

  @Field(() => JobComparatorEnum, nullable('How it is compared.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => [String], nullable('What it is compared with.'))
  readonly values: readonly string[] | undefined;
}

@ObjectType({ description: 'A criterion on the tags of a bucket.' })
export class BucketTagCriterion implements BucketTagCriterionRecord {
  @Field(() => JobComparatorEnum, nullable('How the tags are compared.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => [TagCondition], nullable('The tags, of which one must match.'))
  readonly tagValues: readonly TagCondition[] | undefined;
}

@ObjectType({ description: 'A criterion by which a classification job picks buckets: one of the two.' })
export class BucketCriterion implements BucketCriterionRecord {
  @Field(() => SimpleBucketCriterion, nullable('On a property of the bucket.'))
  readonly simpleCriterion: SimpleBucketCriterion | undefined;

  @Field(() => BucketTagCriterion, nullable('On the tags of the bucket.'))
  readonly tagCriterion: BucketTagCriterion | undefined;
}

@ObjectType({ description: 'Which buckets a classification job picks, anew at every run.' })
export class S3BucketCriteria implements S3BucketCriteriaRecord {
  @Field(() => [BucketCriterion], nullable('What a bucket must meet to be picked: all of these.'))
  readonly includes: readonly BucketCriterion[] | undefined;

  @Field(() => [BucketCriterion], nullable('What leaves a bucket out: all of these together.'))
  readonly excludes: readonly BucketCriterion[] | undefined;
}

@ObjectType({ description: 'A term on a property of an object.' })
export class SimpleScopeTerm implements SimpleScopeTermRecord {
  @Field(() => ObjectScopeKeyEnum, nullable('The property.'))
  readonly key: ObjectScopeKey | undefined;

  @Field(() => JobComparatorEnum, nullable('How it is compared.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => [String], nullable('What it is compared with.'))
  readonly values: readonly string[] | undefined;
}

@ObjectType({ description: 'A term on the tags of an object.' })
export class TagScopeTerm implements TagScopeTermRecord {
  @Field(() => JobComparatorEnum, nullable('How the tags are compared.'))
  readonly comparator: JobComparator | undefined;

  @Field(() => String, nullable('What is looked at, in words of AWS: TAG.'))
  readonly key: string | undefined;

  @Field(() => [TagCondition], nullable('The tags, of which one must match.'))
  readonly tagValues: readonly TagCondition[] | undefined;

  @Field(() => TagTargetEnum, nullable('Whose tags they are.'))
  readonly target: TagTarget | undefined;
}

@ObjectType({ description: 'A term by which a classification job takes or leaves objects: one of the two.' })
export class ObjectScopeTerm implements ObjectScopeTermRecord {
  @Field(() => SimpleScopeTerm, nullable('On a property of the object.'))
  readonly simpleScopeTerm: SimpleScopeTerm | undefined;

  @Field(() => TagScopeTerm, nullable('On the tags of the object.'))
  readonly tagScopeTerm: TagScopeTerm | undefined;
}

@ObjectType({ description: 'Which objects of its buckets a classification job looks at.' })
export class ObjectScoping implements ObjectScopingRecord {
  @Field(() => [ObjectScopeTerm], nullable('What an object must meet to be looked at: all of these.'))
  readonly includes: readonly ObjectScopeTerm[] | undefined;

  @Field(() => [ObjectScopeTerm], nullable('What leaves an object out: all of these together.'))
  readonly excludes: readonly ObjectScopeTerm[] | undefined;
}

@ObjectType({ description: 'When a scheduled classification job runs.' })
export class JobScheduleFrequency implements JobScheduleFrequencyRecord {
  @Field(() => ScheduleIntervalEnum, { description: 'How often it runs.' })
  readonly interval!: ScheduleInterval;

  @Field(() => DayOfWeekEnum, nullable('On which day of the week it runs; null unless it is weekly.'))
  readonly dayOfWeek: DayOfWeek | undefined;

  @Field(() => Int, nullable('On which day of the month it runs, 1 to 31; null unless it is monthly.'))
  readonly dayOfMonth: number | undefined;
}
