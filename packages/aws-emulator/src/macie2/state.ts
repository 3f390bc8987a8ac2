/** What the emulator stores of Macie for one account and region. Times are milliseconds since the epoch. */
import type { Collection } from '../kernel/collection';

export interface MacieState {
  readonly session: MacieSession;
  readonly jobs: Collection<ClassificationJob>;
  readonly members: Collection<Member>;
  /** Ids of created jobs by the clientToken that created them. */
  readonly createdByToken: Map<string, string>;
}

export interface MacieSession {
  createdAt: number;
  updatedAt: number;
  status: string;
  findingPublishingFrequency: string;
  serviceRole: string;
}

/** A classification job. Enum members are plain strings: control may store values that the model lacks. */
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
  /** The run that is under way, or that a pause interrupted. */
  run: JobRun | undefined;
  /** Scheduled runs up to this time are past; the job waits for the first one after it. */
  runsSeenUntil: number;
  /** When a job that the monthly quota paused goes on. */
  quotaResetsAt: number | undefined;
  userPaused: UserPause | undefined;
}

export interface JobRun {
  readonly objects: number;
  readonly totalMs: number;
  /** What was left of the run at `asOf`; while the job is RUNNING it shrinks from there on. */
  leftMs: number;
  asOf: number;
}

export interface UserPause {
  readonly pausedAt: number;
  /** Only for a job that was paused in the middle of a run. */
  readonly expiresAt: number | undefined;
}

/** The members of the model's structures that rules look at; the rest is kept as it came. */
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
