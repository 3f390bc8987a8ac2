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
  ClassificationJobBucketCriterionKey,
  ClassificationJobBucketCriterionRecord,
  ClassificationJobDayOfWeek,
  ClassificationJobComparator,
  ClassificationJobScheduleFrequencyRecord,
  ClassificationJobObjectTermKey,
  ClassificationJobObjectTermRecord,
  ClassificationJobObjectScopingRecord,
  ClassificationJobBucketCriteriaRecord,
  ClassificationJobBucketDefinitionRecord,
  ClassificationJobTagConditionRecord,
  ClassificationJobTagTarget,
} from '../../domain/records/classification-job-scope';
import { UNREADABLE, unreadableIn, type Marked } from '../../domain/records/unreadable';
import { enumMap } from './enum-map';
import { unreadableFields } from './unreadable-fields';

const comparators = enumMap({
  EQ: 'EQ',
  GT: 'GT',
  GTE: 'GTE',
  LT: 'LT',
  LTE: 'LTE',
  NE: 'NE',
  CONTAINS: 'CONTAINS',
  STARTS_WITH: 'STARTS_WITH',
} as const satisfies Record<AwsComparator, ClassificationJobComparator>);

const bucketKeys = enumMap({
  ACCOUNT_ID: 'ACCOUNT_ID',
  S3_BUCKET_NAME: 'S3_BUCKET_NAME',
  S3_BUCKET_EFFECTIVE_PERMISSION: 'S3_BUCKET_EFFECTIVE_PERMISSION',
  S3_BUCKET_SHARED_ACCESS: 'S3_BUCKET_SHARED_ACCESS',
} as const satisfies Record<SimpleCriterionKeyForJob, ClassificationJobBucketCriterionKey>);

const scopeKeys = enumMap({
  OBJECT_EXTENSION: 'OBJECT_EXTENSION',
  OBJECT_LAST_MODIFIED_DATE: 'OBJECT_LAST_MODIFIED_DATE',
  OBJECT_SIZE: 'OBJECT_SIZE',
  OBJECT_KEY: 'OBJECT_KEY',
} as const satisfies Record<ScopeFilterKey, ClassificationJobObjectTermKey>);

const tagTargets = enumMap({ S3_OBJECT: 'S3_OBJECT' } as const satisfies Record<
  AwsTagTarget,
  ClassificationJobTagTarget
>);

const days = enumMap({
  SUNDAY: 'SUNDAY',
  MONDAY: 'MONDAY',
  TUESDAY: 'TUESDAY',
  WEDNESDAY: 'WEDNESDAY',
  THURSDAY: 'THURSDAY',
  FRIDAY: 'FRIDAY',
  SATURDAY: 'SATURDAY',
} as const satisfies Record<AwsDayOfWeek, ClassificationJobDayOfWeek>);

/** The fields by members of the conditions. */
const CONDITION_FIELDS = { key: ['key', 'awsKey'], comparator: ['comparator', 'awsComparator'] };

export function toBucketDefinition(
  definition: S3BucketDefinitionForJob,
): ClassificationJobBucketDefinitionRecord {
  const { accountId, buckets } = definition;
  return { accountId: accountId ?? '', buckets: buckets ?? [], ...unreadableFields({}, definition) };
}

export function toBucketCriteria(criteria: S3BucketCriteriaForJob): ClassificationJobBucketCriteriaRecord {
  const { includes, excludes } = criteria;
  return {
    includes: includes?.and?.map(toCriterion),
    excludes: excludes?.and?.map(toCriterion),
    ...unreadableBlocks(criteria),
  };
}

function toCriterion(criterion: CriteriaForJob): ClassificationJobBucketCriterionRecord {
  const { simpleCriterion, tagCriterion } = criterion;
  return {
    ...unreadableFields({}, criterion),
    simpleCriterion: simpleCriterion && {
      key: bucketKeys.fromAws(simpleCriterion.key),
      awsKey: simpleCriterion.key,
      comparator: comparators.fromAws(simpleCriterion.comparator),
      awsComparator: simpleCriterion.comparator,
      values: simpleCriterion.values,
      ...unreadableFields(CONDITION_FIELDS, simpleCriterion),
    },
    tagCriterion: tagCriterion && {
      comparator: comparators.fromAws(tagCriterion.comparator),
      awsComparator: tagCriterion.comparator,
      tagValues: tagCriterion.tagValues?.map(toTagCondition),
      ...unreadableFields(CONDITION_FIELDS, tagCriterion),
    },
  };
}

export function toScoping(scoping: Scoping): ClassificationJobObjectScopingRecord {
  const { includes, excludes } = scoping;
  return {
    includes: includes?.and?.map(toScopeTerm),
    excludes: excludes?.and?.map(toScopeTerm),
    ...unreadableBlocks(scoping),
  };
}

function toScopeTerm(term: JobScopeTerm): ClassificationJobObjectTermRecord {
  const { simpleScopeTerm, tagScopeTerm } = term;
  return {
    ...unreadableFields({}, term),
    simpleScopeTerm: simpleScopeTerm && {
      key: scopeKeys.fromAws(simpleScopeTerm.key),
      awsKey: simpleScopeTerm.key,
      comparator: comparators.fromAws(simpleScopeTerm.comparator),
      awsComparator: simpleScopeTerm.comparator,
      values: simpleScopeTerm.values,
      ...unreadableFields(CONDITION_FIELDS, simpleScopeTerm),
    },
    tagScopeTerm: tagScopeTerm && {
      comparator: comparators.fromAws(tagScopeTerm.comparator),
      awsComparator: tagScopeTerm.comparator,
      key: tagScopeTerm.key,
      tagValues: tagScopeTerm.tagValues?.map(toTagCondition),
      target: tagTargets.fromAws(tagScopeTerm.target),
      awsTarget: tagScopeTerm.target,
      ...unreadableFields({ ...CONDITION_FIELDS, key: 'key', target: ['target', 'awsTarget'] }, tagScopeTerm),
    },
  };
}

interface Blocks {
  readonly includes?: object | undefined;
  readonly excludes?: object | undefined;
}

/** The mark of blocks that hold their terms in the member `and`. */
function unreadableBlocks({ includes, excludes, ...marked }: Blocks): Marked {
  const blocks = [...unreadableIn(marked)];
  if (includes && unreadableIn(includes).size > 0) blocks.push('includes');
  if (excludes && unreadableIn(excludes).size > 0) blocks.push('excludes');
  return blocks.length === 0 ? {} : { [UNREADABLE]: new Set(blocks) };
}

function toTagCondition(tag: {
  key?: string | undefined;
  value?: string | undefined;
}): ClassificationJobTagConditionRecord {
  return { key: tag.key, value: tag.value, ...unreadableFields({}, tag) };
}

const SCHEDULE_FIELDS = {
  dailySchedule: 'interval',
  weeklySchedule: ['interval', 'dayOfWeek', 'awsDayOfWeek'],
  monthlySchedule: ['interval', 'dayOfMonth'],
  dayOfWeek: ['dayOfWeek', 'awsDayOfWeek'],
};

export function toSchedule(frequency: JobScheduleFrequency): ClassificationJobScheduleFrequencyRecord {
  const { dailySchedule, weeklySchedule, monthlySchedule } = frequency;
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
    awsDayOfWeek: weeklySchedule?.dayOfWeek,
    dayOfMonth: monthlySchedule?.dayOfMonth,
    ...unreadableFields(SCHEDULE_FIELDS, frequency, weeklySchedule, monthlySchedule),
  };
}
