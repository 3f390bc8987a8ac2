/** Enums of classification jobs. */
import type {
  ClassificationJobOrderField,
  ClassificationJobType,
  ClassificationJobLastRunErrorStatusCode,
  ClassificationJobManagedDataIdentifierSelector,
} from '../src/domain/records/classification-job';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import { enumType, UNRECOGNIZED } from './shared/enum-type';

export const ClassificationJobStatusEnum = enumType<ClassificationJobStatus>(
  'ClassificationJobStatus',
  'The status of a classification job (jobStatus of Macie).',
  {
    RUNNING: 'The job is running.',
    IDLE: 'The scheduled job is waiting for its next run.',
    PAUSED:
      'Macie paused the job because the monthly quota of the account for sensitive data discovery is used up.',
    USER_PAUSED: 'A user paused the job.',
    COMPLETE: 'The one-time job has finished.',
    CANCELLED: 'The job was canceled permanently.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobTypeEnum = enumType<ClassificationJobType>(
  'ClassificationJobType',
  'The type of a classification job (jobType of Macie).',
  { ONE_TIME: 'The job runs once.', SCHEDULED: 'The job runs on a schedule.', UNRECOGNIZED },
);

export const ClassificationJobLastRunErrorStatusCodeEnum = enumType<ClassificationJobLastRunErrorStatusCode>(
  'ClassificationJobLastRunErrorStatusCode',
  'The error status of the last run of a classification job.',
  {
    NONE: 'The last run had no access errors, or the job has not run yet.',
    ERROR: 'The last run had account-level or bucket-level access errors.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobManagedDataIdentifierSelectorEnum =
  enumType<ClassificationJobManagedDataIdentifierSelector>(
    'ClassificationJobManagedDataIdentifierSelector',
    'The selection of managed data identifiers for a classification job.',
    {
      ALL: 'The job uses all managed data identifiers.',
      EXCLUDE: 'The job uses all managed data identifiers except those in managedDataIdentifierIds.',
      INCLUDE: 'The job uses only the managed data identifiers in managedDataIdentifierIds.',
      NONE: 'The job uses no managed data identifiers, only custom data identifiers.',
      RECOMMENDED: 'The job uses the set of managed data identifiers that Macie recommends.',
      UNRECOGNIZED,
    },
  );

export const ClassificationJobOrderFieldEnum = enumType<ClassificationJobOrderField>(
  'ClassificationJobOrderField',
  'The field to sort classification jobs by (attributeName of sortCriteria).',
  {
    CREATED_AT: 'The time when the job was created.',
    STATUS: 'The status of the job.',
    NAME: 'The name of the job.',
    JOB_TYPE: 'The type of the job.',
  },
);
