/** Records of the scope and the schedule of a classification job. */

export type JobComparator =
  'EQ' | 'GT' | 'GTE' | 'LT' | 'LTE' | 'NE' | 'CONTAINS' | 'STARTS_WITH' | 'UNRECOGNIZED';

export type BucketCriterionKey =
  | 'ACCOUNT_ID'
  | 'S3_BUCKET_NAME'
  | 'S3_BUCKET_EFFECTIVE_PERMISSION'
  | 'S3_BUCKET_SHARED_ACCESS'
  | 'UNRECOGNIZED';

export type ObjectScopeKey =
  'OBJECT_EXTENSION' | 'OBJECT_LAST_MODIFIED_DATE' | 'OBJECT_SIZE' | 'OBJECT_KEY' | 'UNRECOGNIZED';

export type TagTarget = 'S3_OBJECT' | 'UNRECOGNIZED';

export type DayOfWeek =
  'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'UNRECOGNIZED';

export type ScheduleInterval = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'UNRECOGNIZED';

/** S3BucketDefinitionForJob. */
export interface S3BucketDefinitionRecord {
  readonly accountId: string;
  readonly buckets: readonly string[];
}

/** The key, the value or both that a tag must have. */
export interface TagConditionRecord {
  readonly key: string | undefined;
  readonly value: string | undefined;
}

/** SimpleCriterionForJob. */
export interface SimpleBucketCriterionRecord {
  readonly key: BucketCriterionKey | undefined;
  readonly comparator: JobComparator | undefined;
  readonly values: readonly string[] | undefined;
}

/** TagCriterionForJob. */
export interface BucketTagCriterionRecord {
  readonly comparator: JobComparator | undefined;
  readonly tagValues: readonly TagConditionRecord[] | undefined;
}

/** CriteriaForJob: exactly one member is set. */
export interface BucketCriterionRecord {
  readonly simpleCriterion: SimpleBucketCriterionRecord | undefined;
  readonly tagCriterion: BucketTagCriterionRecord | undefined;
}

/** S3BucketCriteriaForJob; a bucket must match all criteria of a list. */
export interface S3BucketCriteriaRecord {
  readonly includes: readonly BucketCriterionRecord[] | undefined;
  readonly excludes: readonly BucketCriterionRecord[] | undefined;
}

export interface SimpleScopeTermRecord {
  readonly key: ObjectScopeKey | undefined;
  readonly comparator: JobComparator | undefined;
  readonly values: readonly string[] | undefined;
}

export interface TagScopeTermRecord {
  readonly comparator: JobComparator | undefined;
  readonly key: string | undefined;
  readonly tagValues: readonly TagConditionRecord[] | undefined;
  readonly target: TagTarget | undefined;
}

/** JobScopeTerm: exactly one member is set. */
export interface ObjectScopeTermRecord {
  readonly simpleScopeTerm: SimpleScopeTermRecord | undefined;
  readonly tagScopeTerm: TagScopeTermRecord | undefined;
}

/** Scoping; an object must match all terms of a list. */
export interface ObjectScopingRecord {
  readonly includes: readonly ObjectScopeTermRecord[] | undefined;
  readonly excludes: readonly ObjectScopeTermRecord[] | undefined;
}

/** JobScheduleFrequency. */
export interface JobScheduleFrequencyRecord {
  readonly interval: ScheduleInterval;
  readonly dayOfWeek: DayOfWeek | undefined;
  readonly dayOfMonth: number | undefined;
}
