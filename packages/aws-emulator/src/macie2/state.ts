/** The state of Macie for one account and region. Times are in milliseconds since the epoch. */
import type { Collection } from '../kernel/collection';

export interface MacieState {
  readonly session: MacieSession;
  readonly jobs: Collection<ClassificationJob>;
  readonly members: Collection<Member>;
  /** The ids of created jobs, by clientToken. */
  readonly createdByToken: Map<string, string>;
}

export interface MacieSession {
  createdAt: number;
  updatedAt: number;
  status: string;
  findingPublishingFrequency: string;
  serviceRole: string;
}

/** A classification job. Enum members are strings, because `put` accepts values that the model does not define. */
export interface ClassificationJob {
  readonly jobId: string;
  readonly jobArn: string;
  readonly createdAt: number;
  readonly name: string;
  readonly jobType: string;
  jobStatus: string;
  readonly clientToken: string;
  readonly description: string | undefined;
  readonly initialRun: boolean;
  readonly samplingPercentage: number;
  readonly allowListIds: readonly string[];
  readonly customDataIdentifierIds: readonly string[];
  readonly managedDataIdentifierIds: readonly string[];
  readonly managedDataIdentifierSelector: string;
  readonly s3JobDefinition: S3JobDefinition;
  readonly scheduleFrequency: JobScheduleFrequency | undefined;
  tags: Readonly<Record<string, string>>;
  lastRunErrorCode: string;
  lastRunTime: number | undefined;
  numberOfRuns: number;
  /** The current run, or the run that a pause interrupted. */
  run: JobRun | undefined;
  /** The next run is the first scheduled run after this time. */
  nextRunAfter: number;
  /** The time at which a job continues that the monthly quota paused. */
  quotaResetsAt: number | undefined;
  userPaused: UserPause | undefined;
}

export interface JobRun {
  readonly objects: number;
  readonly totalMs: number;
  /** The remaining time of the run at `asOf`. While the job is RUNNING, it decreases from then on. */
  remainingMs: number;
  asOf: number;
}

export interface UserPause {
  readonly pausedAt: number;
  /** Undefined for a job that was paused between runs. */
  readonly expiresAt: number | undefined;
}

/** The bucket selection of a job. Only members that rules read are typed; the others are stored unchanged. */
export interface S3JobDefinition {
  readonly bucketDefinitions?:
    readonly { readonly accountId: string; readonly buckets: readonly string[] }[] | undefined;
  readonly bucketCriteria?: unknown;
  readonly scoping?: unknown;
}

export interface JobScheduleFrequency {
  readonly dailySchedule?: Record<string, never> | undefined;
  readonly weeklySchedule?: { readonly dayOfWeek: string } | undefined;
  readonly monthlySchedule?: { readonly dayOfMonth: number } | undefined;
}

export interface Member {
  readonly accountId: string;
  readonly administratorAccountId: string;
  readonly arn: string;
  readonly email: string | undefined;
  readonly invitedAt: number | undefined;
  relationshipStatus: string;
  tags: Readonly<Record<string, string>>;
  updatedAt: number;
}
