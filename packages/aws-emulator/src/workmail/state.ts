/** The state of WorkMail for one account and region. Times are in milliseconds since the epoch. */
import type { Collection } from '../kernel/collection';

export interface WorkMailState {
  /** By OrganizationId. */
  readonly organizations: Collection<Organization>;
}

export interface Organization {
  readonly organizationId: string;
  readonly arn: string;
  readonly alias: string;
  /** A free string in the model. Operations on exports and users require `Active`. */
  readonly state: string;
  readonly directoryId: string;
  readonly directoryType: string;
  readonly defaultMailDomain: string;
  readonly completedDate: number | undefined;
  readonly errorMessage: string | undefined;
  readonly interoperabilityEnabled: boolean;
  /** By UserId. */
  readonly users: ReadonlyMap<string, User>;
  /** By ResourceId. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** By JobId. */
  readonly exportJobs: Collection<MailboxExportJob>;
  /** The JobId that StartMailboxExportJob returned, by ClientToken. */
  readonly startedByToken: Map<string, string>;
}

/** A user of the directory. */
export interface User extends Profile {
  readonly userId: string;
  readonly name: string;
  /** Undefined for a deleted user. */
  readonly email: string | undefined;
  readonly state: 'ENABLED' | 'DISABLED' | 'DELETED';
  readonly userRole: 'USER' | 'RESOURCE' | 'SYSTEM_USER' | 'REMOTE_USER';
  readonly hiddenFromGlobalAddressList: boolean;
  readonly enabledDate: number | undefined;
  readonly disabledDate: number | undefined;
  readonly mailboxProvisionedDate: number | undefined;
  readonly mailboxDeprovisionedDate: number | undefined;
}

/** Personal data of a user in the directory. */
export interface Profile {
  readonly displayName?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly initials?: string;
  readonly telephone?: string;
  readonly street?: string;
  readonly zipCode?: string;
  readonly city?: string;
  readonly country?: string;
  readonly company?: string;
  readonly department?: string;
  readonly jobTitle?: string;
  readonly office?: string;
  readonly identityProviderUserId?: string;
  readonly identityProviderIdentityStoreId?: string;
}

/** A room or piece of equipment with a mailbox. DescribeUser does not find it. */
export interface Resource {
  readonly resourceId: string;
  readonly name: string;
  readonly email: string;
}

/** A mailbox export job. `state` is a string, because `put` accepts values that the model does not define. */
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

/** The progress of a job. While it is RUNNING, it grows linearly from `percent` at `asOf` to 100 at `endsAt`. */
export interface ExportProgress {
  readonly percent: number;
  readonly asOf: number;
  readonly endsAt: number;
  /** The error with which the job ends; undefined if it completes. */
  readonly failure: string | undefined;
}
