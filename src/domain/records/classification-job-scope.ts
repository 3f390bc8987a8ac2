/** What a classification job looks at and when, as AWS describes it and as a new job is given it. */

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

/** A key, a value or both, that a tag must have. */
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

/** CriteriaForJob: one of the two. */
export interface BucketCriterionRecord {
  readonly simpleCriterion: SimpleBucketCriterionRecord | undefined;
  readonly tagCriterion: BucketTagCriterionRecord | undefined;
}

/** S3BucketCriteriaForJob; all criteria of a list must hold. */
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

/** JobScopeTerm: one of the two. */
export interface ObjectScopeTermRecord {
  readonly simpleScopeTerm: SimpleScopeTermRecord | undefined;
  readonly tagScopeTerm: TagScopeTermRecord | undefined;
}

/** Scoping; all terms of a list must hold. */
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
