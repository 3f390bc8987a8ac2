/** What the emulator stores of WorkMail for one account and region. Times are milliseconds since the epoch. */
import type { Collection } from '../kernel/collection';

export interface WorkMailState {
  /** By OrganizationId. */
  readonly organizations: Collection<Organization>;
}

export interface Organization {
  readonly organizationId: string;
  readonly arn: string;
  readonly alias: string;
  /** A free string in the model; exports and users answer only while it is `Active`. */
  readonly state: string;
  readonly directoryId: string;
  readonly directoryType: string;
  readonly defaultMailDomain: string;
  readonly completedDate: number | undefined;
  readonly errorMessage: string | undefined;
  readonly interoperabilityEnabled: boolean;
  /** By UserId. */
  readonly users: ReadonlyMap<string, User>;
  /** By JobId. */
  readonly exportJobs: Collection<MailboxExportJob>;
  /** The JobId that StartMailboxExportJob gave for a ClientToken. */
  readonly startedByToken: Map<string, string>;
}

export interface User {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly state: 'ENABLED' | 'DISABLED' | 'DELETED';
  readonly userRole: 'USER' | 'RESOURCE' | 'SYSTEM_USER' | 'REMOTE_USER';
  readonly jobTitle: string;
  readonly department: string;
  readonly enabledDate: number;
  readonly disabledDate: number | undefined;
}

/** A mailbox export job. `state` is a plain string: control may store values that the model lacks. */
export interface MailboxExportJob {
  readonly jobId: string;
  readonly entityId: string;
  readonly description: string | undefined;
  readonly roleArn: string;
  readonly kmsKeyArn: string;
  readonly s3BucketName: string;
  readonly s3Prefix: string;
  readonly s3Path: string;
  state: string;
  errorInfo: string | undefined;
  readonly startTime: number;
  endTime: number | undefined;
  readonly progress: ExportProgress;
}

/** While a job is RUNNING its progress grows evenly from `percent` at `asOf` to 100 at `endsAt`. */
export interface ExportProgress {
  readonly percent: number;
  readonly asOf: number;
  readonly endsAt: number;
  /** What ends it; undefined for success. */
  readonly failure: string | undefined;
}
