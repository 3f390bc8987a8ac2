/** Enums of what a classification job looks at and when. */
import type {
  BucketCriterionKey,
  DayOfWeek,
  JobComparator,
  ObjectScopeKey,
  ScheduleInterval,
  TagTarget,
} from '../src/domain/records/classification-job-scope';
import { enumType, UNRECOGNIZED } from './shared/enum-type';

export const JobComparatorEnum = enumType<JobComparator>(
  'JobComparator',
  'How a criterion of a classification job compares.',
  {
    EQ: 'Equal to one of the values.',
    GT: 'Greater than the value.',
    GTE: 'Greater than the value, or equal to it.',
    LT: 'Less than the value.',
    LTE: 'Less than the value, or equal to it.',
    NE: 'Equal to none of the values.',
    CONTAINS: 'Contains one of the values.',
    STARTS_WITH: 'Starts with one of the values.',
    UNRECOGNIZED,
  },
);

export const BucketCriterionKeyEnum = enumType<BucketCriterionKey>(
  'BucketCriterionKey',
  'A property of a bucket by which a classification job picks it.',
  {
    ACCOUNT_ID: 'The account that owns the bucket.',
    S3_BUCKET_NAME: 'The name of the bucket.',
    S3_BUCKET_EFFECTIVE_PERMISSION:
      'Whether the bucket is publicly accessible: PUBLIC, NOT_PUBLIC or UNKNOWN.',
    S3_BUCKET_SHARED_ACCESS: 'With whom the bucket is shared: EXTERNAL, INTERNAL, NOT_SHARED or UNKNOWN.',
    UNRECOGNIZED,
  },
);

export const ObjectScopeKeyEnum = enumType<ObjectScopeKey>(
  'ObjectScopeKey',
  'A property of an object by which a classification job takes or leaves it.',
  {
    OBJECT_EXTENSION: 'The extension of its name, without the dot.',
    OBJECT_LAST_MODIFIED_DATE: 'When it last changed.',
    OBJECT_SIZE: 'Its size in bytes.',
    OBJECT_KEY: 'The prefix of its key.',
    UNRECOGNIZED,
  },
);

export const TagTargetEnum = enumType<TagTarget>('TagTarget', 'What a tag condition looks at.', {
  S3_OBJECT: 'The tags of the object.',
  UNRECOGNIZED,
});

export const DayOfWeekEnum = enumType<DayOfWeek>('DayOfWeek', 'A day of the week.', {
  SUNDAY: 'Sunday.',
  MONDAY: 'Monday.',
  TUESDAY: 'Tuesday.',
  WEDNESDAY: 'Wednesday.',
  THURSDAY: 'Thursday.',
  FRIDAY: 'Friday.',
  SATURDAY: 'Saturday.',
  UNRECOGNIZED,
});

export const ScheduleIntervalEnum = enumType<ScheduleInterval>(
  'ScheduleInterval',
  'How often a scheduled classification job runs.',
  {
    DAILY: 'Every day.',
    WEEKLY: 'Every week, on dayOfWeek.',
    MONTHLY: 'Every month that has dayOfMonth, on that day.',
    UNRECOGNIZED,
  },
);
