/** The types of WorkMail mailbox export jobs. */
import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type {
  MailboxExportJobDetail,
  MailboxExportJobSummary,
} from '../src/domain/records/mailbox-export-job';
import type { MailboxExportJobStatus } from '../src/domain/transitions/mailbox-export-job';
import { Needs } from './shared/access';
import { resourceConnectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { MutationPayload } from './shared/mutation';
import { Node } from './shared/node';
import { Resource } from './shared/resource';
import { MailboxExportJobId, WorkMailOrganizationId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';

export const MailboxExportJobStatusEnum = enumType<MailboxExportJobStatus>(
  'MailboxExportJobStatus',
  'The status of a mailbox export job (State of WorkMail).',
  {
    RUNNING: 'The export is in progress.',
    COMPLETED: 'The export is complete and stored in the bucket.',
    FAILED: 'The export failed; errorInfo gives the reason.',
    CANCELLED: 'The export was canceled.',
    UNRECOGNIZED,
  },
);

type DetailOnly = Omit<MailboxExportJobDetail, keyof MailboxExportJobSummary>;

@Needs('workmail:read')
@ObjectType({
  implements: [Node, Resource],
  description:
    'An export of a WorkMail mailbox to S3 (ListMailboxExportJobs, which lists the jobs of the last seven days).',
})
export class MailboxExportJob extends Resource implements MailboxExportJobSummary, Partial<DetailOnly> {
  readonly kind!: 'MailboxExportJob';

  readonly target!: string;

  @Field(() => WorkMailOrganizationId, {
    description: 'The id of the organization that the mailbox belongs to.',
  })
  readonly organizationId!: string;

  @Field(() => MailboxExportJobId, { description: 'The WorkMail id of the job.' })
  readonly jobId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The id of the user or resource that owns the mailbox.',
  })
  readonly entityId: string | undefined;

  @Field(() => String, { nullable: true, description: 'The description of the job.' })
  readonly description: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the bucket that WorkMail writes the export to.',
  })
  readonly s3BucketName: string | undefined;

  @Field(() => String, { nullable: true, description: 'The path of the exported file in the bucket.' })
  readonly s3Path: string | undefined;

  @Field(() => Int, { nullable: true, description: 'The estimated progress of the export, in percent.' })
  readonly estimatedProgress: number | undefined;

  @Field(() => MailboxExportJobStatusEnum, { description: 'The status of the job (State).' })
  readonly status!: MailboxExportJobStatus;

  @Field(() => String, { nullable: true, description: 'The status as AWS spells it (State).' })
  override readonly awsStatus: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'Always null: WorkMail gives mailbox export jobs no ARN.',
  })
  override readonly arn?: undefined;

  @Field(() => DateTime, { nullable: true, description: 'The time when the job started (StartTime).' })
  readonly startedAt: Date | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time when the job ended; null while it is running (EndTime).',
  })
  readonly endedAt: Date | undefined;

  @DetailField(
    () => String,
    'The ARN of the IAM role with which WorkMail writes to the bucket (DescribeMailboxExportJob).',
  )
  readonly roleArn?: string | undefined;

  @DetailField(() => String, 'The ARN of the KMS key that encrypts the export (DescribeMailboxExportJob).')
  readonly kmsKeyArn?: string | undefined;

  @DetailField(
    () => String,
    'The key prefix in the bucket under which WorkMail writes the export (DescribeMailboxExportJob).',
  )
  readonly s3Prefix?: string | undefined;

  @DetailField(() => String, 'The reason why the job failed (DescribeMailboxExportJob).')
  readonly errorInfo?: string | undefined;
}

export const MailboxExportJobConnection = resourceConnectionOf(MailboxExportJob);

@ObjectType({ description: 'The result of a status change of a mailbox export job.' })
export class MailboxExportJobPayload extends StatusChangePayload {
  @Field(() => MailboxExportJob, {
    nullable: true,
    description: 'The job as the mutation last read it from AWS; null when AWS does not have it.',
  })
  readonly mailboxExportJob: MailboxExportJob | undefined;
}

@ObjectType({ implements: MutationPayload, description: 'The result of startMailboxExportJob.' })
export class StartMailboxExportJobPayload extends MutationPayload {
  @Field(() => MailboxExportJob, {
    nullable: true,
    description: 'The new job, read from AWS; null unless the outcome is APPLIED (DescribeMailboxExportJob).',
  })
  readonly mailboxExportJob: MailboxExportJob | undefined;
}
