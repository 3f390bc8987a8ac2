/** Enums of classification jobs, with what each value means. */
import type {
  ClassificationJobOrderField,
  ClassificationJobType,
  LastRunErrorStatusCode,
  ManagedDataIdentifierSelector,
  OrderDirection,
} from '../src/domain/records/classification-job';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import { enumType, UNRECOGNIZED } from './shared/enum-type';

export const ClassificationJobStatusEnum = enumType<ClassificationJobStatus>(
  'ClassificationJobStatus',
  'The status of a classification job (jobStatus of Macie).',
  {
    RUNNING: 'The job is running.',
    IDLE: 'A scheduled job waits for its next run.',
    PAUSED: "Macie paused the job: the account's monthly quota for sensitive data discovery is used up.",
    USER_PAUSED: 'A user paused the job.',
    COMPLETE: 'A one-time job has finished.',
    CANCELLED: 'The job was cancelled for good.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobTypeEnum = enumType<ClassificationJobType>(
  'ClassificationJobType',
  'How often a classification job runs.',
  { ONE_TIME: 'The job runs once.', SCHEDULED: 'The job runs on a schedule.', UNRECOGNIZED },
);

export const LastRunErrorStatusCodeEnum = enumType<LastRunErrorStatusCode>(
  'LastRunErrorStatusCode',
  'Whether the last run of a classification job met errors.',
  {
    NONE: 'The last run met no errors, or there was none yet.',
    ERROR: 'The last run met account-level or bucket-level access errors.',
    UNRECOGNIZED,
  },
);

export const ManagedDataIdentifierSelectorEnum = enumType<ManagedDataIdentifierSelector>(
  'ManagedDataIdentifierSelector',
  'Which managed data identifiers a classification job uses.',
  {
    ALL: 'All of them.',
    EXCLUDE: 'All but those in managedDataIdentifierIds.',
    INCLUDE: 'Only those in managedDataIdentifierIds.',
    NONE: 'None: the job uses custom data identifiers only.',
    RECOMMENDED: 'The set that Macie recommends.',
    UNRECOGNIZED,
  },
);

export const ClassificationJobOrderFieldEnum = enumType<ClassificationJobOrderField>(
  'ClassificationJobOrderField',
  'What classification jobs can be ordered by.',
  {
    CREATED_AT: 'When the job was created.',
    STATUS: 'The status of the job.',
    NAME: 'The name of the job.',
    JOB_TYPE: 'The type of the job.',
  },
);

export const OrderDirectionEnum = enumType<OrderDirection>('OrderDirection', 'Which end comes first.', {
  ASC: 'The smallest or earliest first.',
  DESC: 'The largest or latest first.',
});
