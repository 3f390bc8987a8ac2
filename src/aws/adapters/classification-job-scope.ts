/** The conversion of the scope and the schedule of a classification job from the structures of DescribeClassificationJob. */
import type {
  CriteriaForJob,
  DayOfWeek as AwsDayOfWeek,
  JobComparator as AwsComparator,
  JobScheduleFrequency,
  JobScopeTerm,
  S3BucketCriteriaForJob,
  S3BucketDefinitionForJob,
  ScopeFilterKey,
  Scoping,
  SimpleCriterionKeyForJob,
  TagTarget as AwsTagTarget,
} from '@aws-sdk/client-macie2';
import type {
  BucketCriterionKey,
  BucketCriterionRecord,
  DayOfWeek,
  JobComparator,
  JobScheduleFrequencyRecord,
  ObjectScopeKey,
  ObjectScopeTermRecord,
  ObjectScopingRecord,
  S3BucketCriteriaRecord,
  S3BucketDefinitionRecord,
  TagConditionRecord,
  TagTarget,
} from '../../domain/records/classification-job-scope';
import { enumMap } from './enum-map';

const comparators = enumMap({
  EQ: 'EQ',
  GT: 'GT',
  GTE: 'GTE',
  LT: 'LT',
  LTE: 'LTE',
  NE: 'NE',
  CONTAINS: 'CONTAINS',
  STARTS_WITH: 'STARTS_WITH',
} as const satisfies Record<AwsComparator, JobComparator>);

const bucketKeys = enumMap({
  ACCOUNT_ID: 'ACCOUNT_ID',
  S3_BUCKET_NAME: 'S3_BUCKET_NAME',
  S3_BUCKET_EFFECTIVE_PERMISSION: 'S3_BUCKET_EFFECTIVE_PERMISSION',
  S3_BUCKET_SHARED_ACCESS: 'S3_BUCKET_SHARED_ACCESS',
} as const satisfies Record<SimpleCriterionKeyForJob, BucketCriterionKey>);

const scopeKeys = enumMap({
  OBJECT_EXTENSION: 'OBJECT_EXTENSION',
  OBJECT_LAST_MODIFIED_DATE: 'OBJECT_LAST_MODIFIED_DATE',
  OBJECT_SIZE: 'OBJECT_SIZE',
  OBJECT_KEY: 'OBJECT_KEY',
} as const satisfies Record<ScopeFilterKey, ObjectScopeKey>);

const tagTargets = enumMap({ S3_OBJECT: 'S3_OBJECT' } as const satisfies Record<AwsTagTarget, TagTarget>);

const days = enumMap({
  SUNDAY: 'SUNDAY',
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  SATURDAY: 'SATURDAY',
} as const satisfies Record<AwsDayOfWeek, DayOfWeek>);

export function toBucketDefinition({
  accountId,
  buckets,
}: S3BucketDefinitionForJob): S3BucketDefinitionRecord {
  return { accountId: accountId ?? '', buckets: buckets ?? [] };
}

export function toBucketCriteria({ includes, excludes }: S3BucketCriteriaForJob): S3BucketCriteriaRecord {
  return { includes: includes?.and?.map(toCriterion), excludes: excludes?.and?.map(toCriterion) };
}

function toCriterion({ simpleCriterion, tagCriterion }: CriteriaForJob): BucketCriterionRecord {
  return {
    simpleCriterion: simpleCriterion && {
      key: bucketKeys.fromAws(simpleCriterion.key),
      comparator: comparators.fromAws(simpleCriterion.comparator),
      values: simpleCriterion.values,
    },
    tagCriterion: tagCriterion && {
      comparator: comparators.fromAws(tagCriterion.comparator),
      tagValues: tagCriterion.tagValues?.map(toTagCondition),
    },
  };
}

export function toScoping({ includes, excludes }: Scoping): ObjectScopingRecord {
  return { includes: includes?.and?.map(toScopeTerm), excludes: excludes?.and?.map(toScopeTerm) };
}

function toScopeTerm({ simpleScopeTerm, tagScopeTerm }: JobScopeTerm): ObjectScopeTermRecord {
  return {
    simpleScopeTerm: simpleScopeTerm && {
      key: scopeKeys.fromAws(simpleScopeTerm.key),
      comparator: comparators.fromAws(simpleScopeTerm.comparator),
      values: simpleScopeTerm.values,
    },
    tagScopeTerm: tagScopeTerm && {
      comparator: comparators.fromAws(tagScopeTerm.comparator),
      key: tagScopeTerm.key,
      tagValues: tagScopeTerm.tagValues?.map(toTagCondition),
      target: tagTargets.fromAws(tagScopeTerm.target),
    },
  };
}

function toTagCondition(tag: { key?: string | undefined; value?: string | undefined }): TagConditionRecord {
  return { key: tag.key, value: tag.value };
}

export function toSchedule({
  dailySchedule,
  weeklySchedule,
  monthlySchedule,
}: JobScheduleFrequency): JobScheduleFrequencyRecord {
  const interval = dailySchedule
    ? 'DAILY'
    : weeklySchedule
      ? 'WEEKLY'
      : monthlySchedule
        ? 'MONTHLY'
        : 'UNRECOGNIZED';
  return {
    interval,
    dayOfWeek: days.fromAws(weeklySchedule?.dayOfWeek),
    dayOfMonth: monthlySchedule?.dayOfMonth,
  };
}
