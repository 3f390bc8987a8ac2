/** Records of Macie classification jobs, and the types of their filters and order. */
import type { ClassificationJobStatus } from '../transitions/classification-job';
import type {
  ClassificationJobScheduleFrequencyRecord,
  ClassificationJobObjectScopingRecord,
  ClassificationJobBucketCriteriaRecord,
  ClassificationJobBucketDefinitionRecord,
} from './classification-job-scope';
import type { DateTimeConditions, StringConditions } from './conditions';
import type { Ordering } from './order';
import type { TagRecord } from './tag';

export type ClassificationJobType = 'ONE_TIME' | 'SCHEDULED' | 'UNRECOGNIZED';

export type ClassificationJobLastRunErrorStatusCode = 'NONE' | 'ERROR' | 'UNRECOGNIZED';

export type ClassificationJobManagedDataIdentifierSelector =
  'ALL' | 'EXCLUDE' | 'INCLUDE' | 'NONE' | 'RECOMMENDED' | 'UNRECOGNIZED';

export interface ClassificationJobLastRunErrorStatusRecord {
  readonly code: ClassificationJobLastRunErrorStatusCode | undefined;
  readonly awsCode: string | undefined;
}

export interface ClassificationJobUserPausedDetailsRecord {
  readonly pausedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly imminentExpirationHealthEventArn: string | undefined;
}

export interface ClassificationJobStatisticsRecord {
  readonly approximateNumberOfObjectsToProcess: number | undefined;
  readonly numberOfRuns: number | undefined;
}

/** An item of ListClassificationJobs. */
export interface ClassificationJobSummary {
  readonly kind: 'ClassificationJob';
  readonly target: string;
  readonly jobId: string;
  readonly name: string | undefined;
  readonly status: ClassificationJobStatus;
  readonly awsStatus: string | undefined;
  readonly jobType: ClassificationJobType | undefined;
  readonly awsJobType: string | undefined;
  readonly createdAt: Date | undefined;
  readonly lastRunErrorStatus: ClassificationJobLastRunErrorStatusRecord | undefined;
  readonly userPausedDetails: ClassificationJobUserPausedDetailsRecord | undefined;
  readonly bucketDefinitions: readonly ClassificationJobBucketDefinitionRecord[] | undefined;
  readonly bucketCriteria: ClassificationJobBucketCriteriaRecord | undefined;
}

/** The output of DescribeClassificationJob. */
export interface ClassificationJobDetail extends ClassificationJobSummary {
  /** The time of the AWS call. */
  readonly asOf: Date;
  readonly arn: string | undefined;
  readonly description: string | undefined;
  readonly clientToken: string | undefined;
  readonly initialRun: boolean | undefined;
  readonly lastRunAt: Date | undefined;
  readonly samplingPercentage: number | undefined;
  readonly managedDataIdentifierSelector: ClassificationJobManagedDataIdentifierSelector | undefined;
  readonly awsManagedDataIdentifierSelector: string | undefined;
  readonly managedDataIdentifierIds: readonly string[] | undefined;
  readonly customDataIdentifierIds: readonly string[] | undefined;
  readonly allowListIds: readonly string[] | undefined;
  readonly statistics: ClassificationJobStatisticsRecord | undefined;
  readonly scoping: ClassificationJobObjectScopingRecord | undefined;
  readonly scheduleFrequency: ClassificationJobScheduleFrequencyRecord | undefined;
  readonly tags: readonly TagRecord[] | undefined;
}

export interface ClassificationJobConditions {
  readonly statuses?: readonly ClassificationJobStatus[] | null | undefined;
  readonly jobTypes?: readonly ClassificationJobType[] | null | undefined;
  /** The job names one of these accounts. */
  readonly accountIds?: readonly string[] | null | undefined;
  readonly name?: StringConditions | null | undefined;
  readonly createdAt?: DateTimeConditions | null | undefined;
}

export interface ClassificationJobQuery {
  readonly filter?:
    | (ClassificationJobConditions & { readonly not?: ClassificationJobConditions | null | undefined })
    | null
    | undefined;
  readonly orderBy?: Ordering<ClassificationJobOrderField> | null | undefined;
}

export type ClassificationJobOrderField = 'CREATED_AT' | 'STATUS' | 'NAME' | 'JOB_TYPE';
