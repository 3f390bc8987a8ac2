/** Records of the scope and the schedule of a classification job. */

export type ClassificationJobComparator =
  'EQ' | 'GT' | 'GTE' | 'LT' | 'LTE' | 'NE' | 'CONTAINS' | 'STARTS_WITH' | 'UNRECOGNIZED';

export type ClassificationJobBucketCriterionKey =
  | 'ACCOUNT_ID'
  | 'S3_BUCKET_NAME'
  | 'S3_BUCKET_EFFECTIVE_PERMISSION'
  | 'S3_BUCKET_SHARED_ACCESS'
  | 'UNRECOGNIZED';

export type ClassificationJobObjectTermKey =
  'OBJECT_EXTENSION' | 'OBJECT_LAST_MODIFIED_DATE' | 'OBJECT_SIZE' | 'OBJECT_KEY' | 'UNRECOGNIZED';

export type ClassificationJobTagTarget = 'S3_OBJECT' | 'UNRECOGNIZED';

export type ClassificationJobDayOfWeek =
  'SUNDAY' | 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'UNRECOGNIZED';

export type ClassificationJobScheduleInterval = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'UNRECOGNIZED';

/** S3BucketDefinitionForJob. */
export interface ClassificationJobBucketDefinitionRecord {
  readonly accountId: string;
  readonly buckets: readonly string[];
}

/** The key, the value or both that a tag must have. */
export interface ClassificationJobTagConditionRecord {
  readonly key: string | undefined;
  readonly value: string | undefined;
}

/** SimpleCriterionForJob. */
export interface ClassificationJobBucketSimpleCriterionRecord {
  readonly key: ClassificationJobBucketCriterionKey | undefined;
  readonly awsKey: string | undefined;
  readonly comparator: ClassificationJobComparator | undefined;
  readonly awsComparator: string | undefined;
  readonly values: readonly string[] | undefined;
}

/** TagCriterionForJob. */
export interface ClassificationJobBucketTagCriterionRecord {
  readonly comparator: ClassificationJobComparator | undefined;
  readonly awsComparator: string | undefined;
  readonly tagValues: readonly ClassificationJobTagConditionRecord[] | undefined;
}

/** CriteriaForJob: exactly one member is set. */
export interface ClassificationJobBucketCriterionRecord {
  readonly simpleCriterion: ClassificationJobBucketSimpleCriterionRecord | undefined;
  readonly tagCriterion: ClassificationJobBucketTagCriterionRecord | undefined;
}

/** S3BucketCriteriaForJob; a bucket must match all criteria of a list. */
export interface ClassificationJobBucketCriteriaRecord {
  readonly includes: readonly ClassificationJobBucketCriterionRecord[] | undefined;
  readonly excludes: readonly ClassificationJobBucketCriterionRecord[] | undefined;
}

export interface ClassificationJobObjectSimpleTermRecord {
  readonly key: ClassificationJobObjectTermKey | undefined;
  readonly awsKey: string | undefined;
  readonly comparator: ClassificationJobComparator | undefined;
  readonly awsComparator: string | undefined;
  readonly values: readonly string[] | undefined;
}

export interface ClassificationJobObjectTagTermRecord {
  readonly comparator: ClassificationJobComparator | undefined;
  readonly awsComparator: string | undefined;
  readonly key: string | undefined;
  readonly tagValues: readonly ClassificationJobTagConditionRecord[] | undefined;
  readonly target: ClassificationJobTagTarget | undefined;
  readonly awsTarget: string | undefined;
}

/** JobScopeTerm: exactly one member is set. */
export interface ClassificationJobObjectTermRecord {
  readonly simpleScopeTerm: ClassificationJobObjectSimpleTermRecord | undefined;
  readonly tagScopeTerm: ClassificationJobObjectTagTermRecord | undefined;
}

/** Scoping; an object must match all terms of a list. */
export interface ClassificationJobObjectScopingRecord {
  readonly includes: readonly ClassificationJobObjectTermRecord[] | undefined;
  readonly excludes: readonly ClassificationJobObjectTermRecord[] | undefined;
}

/** JobScheduleFrequency. */
export interface ClassificationJobScheduleFrequencyRecord {
  readonly interval: ClassificationJobScheduleInterval;
  readonly dayOfWeek: ClassificationJobDayOfWeek | undefined;
  readonly awsDayOfWeek: string | undefined;
  readonly dayOfMonth: number | undefined;
}
