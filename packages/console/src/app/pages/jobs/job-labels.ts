/** The words of classification jobs. */
import type { Tone } from '../../components/tone';
import type {
  ClassificationJobLastRunErrorStatusCode,
  ClassificationJobManagedDataIdentifierSelector,
} from './__generated__/jobPage_job.graphql';
import type { ClassificationJobStatus, ClassificationJobType } from './__generated__/jobsPage_list.graphql';

/** The labels of the API (statusLabel), for filters. */
export const JOB_STATUSES = {
  RUNNING: 'Running',
  IDLE: 'Waiting for the next run',
  PAUSED: 'Paused by Macie',
  USER_PAUSED: 'Paused by a user',
  COMPLETE: 'Complete',
  CANCELLED: 'Canceled',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<ClassificationJobStatus, string>;

export const JOB_TONES: Readonly<Record<ClassificationJobStatus, Tone>> = {
  RUNNING: 'active',
  IDLE: 'active',
  PAUSED: 'problem',
  USER_PAUSED: 'waiting',
  COMPLETE: 'done',
  CANCELLED: 'done',
  UNRECOGNIZED: 'waiting',
};

export const JOB_TYPES = {
  ONE_TIME: 'One time',
  SCHEDULED: 'Scheduled',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<ClassificationJobType, string>;

export const RUN_ERRORS = {
  ERROR: 'Had access errors',
  NONE: 'None',
  UNRECOGNIZED: 'Unrecognized',
} as const satisfies Record<ClassificationJobLastRunErrorStatusCode, string>;

export const MANAGED_IDENTIFIERS: Readonly<Record<ClassificationJobManagedDataIdentifierSelector, string>> = {
  ALL: 'All',
  EXCLUDE: 'All except those listed',
  INCLUDE: 'Only those listed',
  NONE: 'None, only custom data identifiers',
  RECOMMENDED: 'The set that Macie recommends',
  UNRECOGNIZED: 'Unrecognized',
};
