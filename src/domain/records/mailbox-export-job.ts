/** Records of WorkMail mailbox export jobs, and the types of their filters. */
import type { MailboxExportJobStatus } from '../transitions/mailbox-export-job';
import type { DateTimeConditions } from './conditions';
import type { Ordering } from './order';

/** An item of ListMailboxExportJobs. */
export interface MailboxExportJobSummary {
  readonly kind: 'MailboxExportJob';
  readonly target: string;
  readonly organizationId: string;
  readonly jobId: string;
  readonly entityId: string | undefined;
  readonly description: string | undefined;
  readonly s3BucketName: string | undefined;
  readonly s3Path: string | undefined;
  readonly estimatedProgress: number | undefined;
  readonly status: MailboxExportJobStatus;
  readonly awsStatus: string | undefined;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

export interface MailboxExportJobConditions {
  readonly statuses?: readonly MailboxExportJobStatus[] | null | undefined;
  readonly entityIds?: readonly string[] | null | undefined;
  readonly startedAt?: DateTimeConditions | null | undefined;
}

export interface MailboxExportJobQuery {
  readonly organizationId?: string | null | undefined;
  readonly filter?:
    | (MailboxExportJobConditions & {
        readonly ownerEmail?: string | null | undefined;
        readonly not?: MailboxExportJobConditions | null | undefined;
      })
    | null
    | undefined;
  readonly orderBy?: Ordering<MailboxExportJobOrderField> | null | undefined;
}

export type MailboxExportJobOrderField = 'STARTED_AT' | 'ENDED_AT' | 'STATUS' | 'PROGRESS';

/** The input of StartMailboxExportJob. */
export interface NewMailboxExportJob {
  readonly organizationId: string;
  /** The id, name or email address of the mailbox owner. */
  readonly entityId: string;
  readonly description?: string | null | undefined;
  readonly roleArn: string;
  readonly kmsKeyArn: string;
  readonly s3BucketName: string;
  readonly s3Prefix: string;
}

/** The output of DescribeMailboxExportJob. */
export interface MailboxExportJobDetail extends MailboxExportJobSummary {
  /** The time of the AWS call. */
  readonly asOf: Date;
  readonly roleArn: string | undefined;
  readonly kmsKeyArn: string | undefined;
  readonly s3Prefix: string | undefined;
  readonly errorInfo: string | undefined;
}
