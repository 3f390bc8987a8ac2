/** Enums of the scope and the schedule of a classification job. */
import type {
  ClassificationJobBucketCriterionKey,
  ClassificationJobDayOfWeek,
  ClassificationJobComparator,
  ClassificationJobObjectTermKey,
  ClassificationJobScheduleInterval,
  ClassificationJobTagTarget,
} from '../src/domain/records/classification-job-scope';
import { enumType, UNRECOGNIZED } from './shared/enum-type';

export const ClassificationJobComparatorEnum = enumType<ClassificationJobComparator>(
  'ClassificationJobComparator',
  'The comparator of a condition of a classification job.',
  {
    EQ: 'The property equals one of the values.',
    GT: 'The property is greater than the value.',
    GTE: 'The property is greater than or equal to the value.',
    LT: 'The property is less than the value.',
    LTE: 'The property is less than or equal to the value.',
    NE: 'The property equals none of the values.',
    CONTAINS: 'The property contains one of the values.',
    STARTS_WITH: 'The property starts with one of the values.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobBucketCriterionKeyEnum = enumType<ClassificationJobBucketCriterionKey>(
  'ClassificationJobBucketCriterionKey',
  'A bucket property that the criteria of a classification job compare.',
  {
    ACCOUNT_ID: 'The id of the account that owns the bucket.',
    S3_BUCKET_NAME: 'The name of the bucket.',
    S3_BUCKET_EFFECTIVE_PERMISSION: 'The public access of the bucket: PUBLIC, NOT_PUBLIC or UNKNOWN.',
    S3_BUCKET_SHARED_ACCESS: 'The shared access of the bucket: EXTERNAL, INTERNAL, NOT_SHARED or UNKNOWN.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobObjectTermKeyEnum = enumType<ClassificationJobObjectTermKey>(
  'ClassificationJobObjectTermKey',
  'An object property that the conditions of a classification job compare.',
  {
    OBJECT_EXTENSION: 'The file name extension of the object, without the dot.',
    OBJECT_LAST_MODIFIED_DATE: 'The time when the object was last modified.',
    OBJECT_SIZE: 'The size of the object in bytes.',
    OBJECT_KEY: 'The prefix of the object key.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobTagTargetEnum = enumType<ClassificationJobTagTarget>(
  'ClassificationJobTagTarget',
  'The type of resource whose tags a condition compares.',
  {
    S3_OBJECT: 'The tags of S3 objects.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobDayOfWeekEnum = enumType<ClassificationJobDayOfWeek>(
  'ClassificationJobDayOfWeek',
  'A day of the week.',
  {
    SUNDAY: 'Sunday.',
    MONDAY: 'Monday.',
    TUESDAY: 'Tuesday.',
    WEDNESDAY: 'Wednesday.',
    THURSDAY: 'Thursday.',
    FRIDAY: 'Friday.',
    SATURDAY: 'Saturday.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobScheduleIntervalEnum = enumType<ClassificationJobScheduleInterval>(
  'ClassificationJobScheduleInterval',
  'The interval at which a scheduled classification job runs.',
  {
    DAILY: 'The job runs every day.',
    WEEKLY: 'The job runs every week on dayOfWeek.',
    MONTHLY: 'The job runs on dayOfMonth of every month that has this day.',
    UNRECOGNIZED,
  },
);
