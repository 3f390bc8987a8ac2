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
  /** By ResourceId. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** By JobId. */
  readonly exportJobs: Collection<MailboxExportJob>;
  /** The JobId that StartMailboxExportJob gave for a ClientToken. */
  readonly startedByToken: Map<string, string>;
}

/** A user of the directory. */
export interface User extends Profile {
  readonly userId: string;
  readonly name: string;
  /** A deleted user has none. */
  readonly email: string | undefined;
  readonly state: 'ENABLED' | 'DISABLED' | 'DELETED';
  readonly userRole: 'USER' | 'RESOURCE' | 'SYSTEM_USER' | 'REMOTE_USER';
  readonly hiddenFromGlobalAddressList: boolean;
  readonly enabledDate: number | undefined;
  readonly disabledDate: number | undefined;
  readonly mailboxProvisionedDate: number | undefined;
  readonly mailboxDeprovisionedDate: number | undefined;
}

/** What the directory knows of the person behind a user. */
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

/** A room or piece of equipment that has a mailbox. DescribeUser does not know it. */
export interface Resource {
  readonly resourceId: string;
  readonly name: string;
  readonly email: string;
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
