/** Records of Macie classification jobs, and the types of their filters and order. */
import type { ClassificationJobStatus } from '../transitions/classification-job';
import type {
  JobScheduleFrequencyRecord,
  ObjectScopingRecord,
  S3BucketCriteriaRecord,
  S3BucketDefinitionRecord,
} from './classification-job-scope';
import type { DateTimeConditions, StringConditions } from './conditions';
import type { TagRecord } from './tag';

export type ClassificationJobType = 'ONE_TIME' | 'SCHEDULED' | 'UNRECOGNIZED';

export type LastRunErrorStatusCode = 'NONE' | 'ERROR' | 'UNRECOGNIZED';

export type ManagedDataIdentifierSelector =
  'ALL' | 'EXCLUDE' | 'INCLUDE' | 'NONE' | 'RECOMMENDED' | 'UNRECOGNIZED';

export interface LastRunErrorStatusRecord {
  readonly code: LastRunErrorStatusCode | undefined;
}

export interface UserPausedDetailsRecord {
  readonly jobPausedAt: Date | undefined;
  readonly jobExpiresAt: Date | undefined;
  readonly jobImminentExpirationHealthEventArn: string | undefined;
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
  readonly createdAt: Date | undefined;
  readonly lastRunErrorStatus: LastRunErrorStatusRecord | undefined;
  readonly userPausedDetails: UserPausedDetailsRecord | undefined;
  readonly bucketDefinitions: readonly S3BucketDefinitionRecord[] | undefined;
  readonly bucketCriteria: S3BucketCriteriaRecord | undefined;
}

/** The output of DescribeClassificationJob. */
export interface ClassificationJobDetail extends ClassificationJobSummary {
  readonly arn: string | undefined;
  readonly description: string | undefined;
  readonly clientToken: string | undefined;
  readonly initialRun: boolean | undefined;
  readonly lastRunTime: Date | undefined;
  readonly samplingPercentage: number | undefined;
  readonly managedDataIdentifierSelector: ManagedDataIdentifierSelector | undefined;
  readonly managedDataIdentifierIds: readonly string[] | undefined;
  readonly customDataIdentifierIds: readonly string[] | undefined;
  readonly allowListIds: readonly string[] | undefined;
  readonly statistics: ClassificationJobStatisticsRecord | undefined;
  readonly scoping: ObjectScopingRecord | undefined;
  readonly scheduleFrequency: JobScheduleFrequencyRecord | undefined;
  readonly tags: readonly TagRecord[] | undefined;
}

export interface ClassificationJobConditions {
  readonly statuses?: readonly ClassificationJobStatus[] | null | undefined;
  readonly jobTypes?: readonly ClassificationJobType[] | null | undefined;
  readonly name?: StringConditions | null | undefined;
  readonly createdAt?: DateTimeConditions | null | undefined;
}

export interface ClassificationJobQuery {
  readonly filter?:
    | (ClassificationJobConditions & { readonly not?: ClassificationJobConditions | null | undefined })
    | null
    | undefined;
  readonly orderBy?: ClassificationJobOrdering | null | undefined;
}

export type ClassificationJobOrderField = 'CREATED_AT' | 'STATUS' | 'NAME' | 'JOB_TYPE';

export type OrderDirection = 'ASC' | 'DESC';

export interface ClassificationJobOrdering {
  readonly field: ClassificationJobOrderField;
  readonly direction: OrderDirection;
}
