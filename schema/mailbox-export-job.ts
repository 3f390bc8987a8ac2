/** WorkMail mailbox export jobs. */
import { GraphQLISODateTime, Field, Int, ObjectType } from 'type-graphql';
import type {
  MailboxExportJobDetail,
  MailboxExportJobSummary,
} from '../src/domain/records/mailbox-export-job';
import type { MailboxExportJobState } from '../src/domain/transitions/mailbox-export-job';
import { Needs } from './shared/access';
import { connectionOf } from './shared/connection';
import { DetailField } from './shared/detail-field';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { MutationPayload } from './shared/mutation';
import { Node } from './shared/node';
import { MailboxExportJobId, WorkMailOrganizationId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';

export const MailboxExportJobStateEnum = enumType<MailboxExportJobState>(
  'MailboxExportJobState',
  'The state of a mailbox export job (State of WorkMail).',
  {
    RUNNING: 'The export is under way.',
    COMPLETED: 'The export lies in its bucket.',
    FAILED: 'The export failed; errorInfo says why.',
    CANCELLED: 'The export was cancelled.',
    UNRECOGNIZED,
  },
);

type DetailOnly = Omit<MailboxExportJobDetail, keyof MailboxExportJobSummary>;

@Needs('workmail:read')
@ObjectType({
  implements: Node,
  description:
    'An export of a WorkMail mailbox to S3 (ListMailboxExportJobs, which covers the jobs of the last seven days).',
})
export class MailboxExportJob extends Node implements MailboxExportJobSummary, Partial<DetailOnly> {
  readonly kind!: 'MailboxExportJob';

  @Field(() => String, { description: 'The name of the target that the job was read from.' })
  readonly target!: string;

  @Field(() => WorkMailOrganizationId, {
    description: 'The id of the organization that the mailbox belongs to.',
  })
  readonly organizationId!: string;

  @Field(() => MailboxExportJobId, { description: 'The id that WorkMail gave the job.' })
  readonly jobId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The id of the user or resource that owns the mailbox.',
  })
  readonly entityId: string | undefined;

  @Field(() => String, { nullable: true, description: 'The description of the job.' })
  readonly description: string | undefined;

  @Field(() => String, { nullable: true, description: 'The bucket that the export is written to.' })
  readonly s3BucketName: string | undefined;

  @Field(() => String, { nullable: true, description: 'The path of the exported file in the bucket.' })
  readonly s3Path: string | undefined;

  @Field(() => Int, { nullable: true, description: 'About how much of the export is done, in percent.' })
  readonly estimatedProgress: number | undefined;

  @Field(() => MailboxExportJobStateEnum, { description: 'The state of the job.' })
  readonly state!: MailboxExportJobState;

  @Field(() => String, { nullable: true, description: "The state in AWS's own spelling." })
  readonly awsStatus: string | undefined;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the job started.' })
  readonly startTime: Date | undefined;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the job ended; null while it is running.',
  })
  readonly endTime: Date | undefined;

  @DetailField(() => String, 'The ARN of the role that writes to the bucket (DescribeMailboxExportJob).')
  readonly roleArn?: string | undefined;

  @DetailField(() => String, 'The ARN of the KMS key that encrypts the export (DescribeMailboxExportJob).')
  readonly kmsKeyArn?: string | undefined;

  @DetailField(() => String, 'The prefix under which the export is written (DescribeMailboxExportJob).')
  readonly s3Prefix?: string | undefined;

  @DetailField(() => String, 'Why the job failed (DescribeMailboxExportJob).')
  readonly errorInfo?: string | undefined;
}

export const MailboxExportJobConnection = connectionOf(MailboxExportJob);

@ObjectType({ description: 'What became of a mutation of a mailbox export job.' })
export class MailboxExportJobPayload extends StatusChangePayload {
  @Field(() => MailboxExportJob, {
    nullable: true,
    description:
      'The job as last read from AWS in the mutation; null when AWS does not have it, or no longer.',
  })
  readonly mailboxExportJob: MailboxExportJob | undefined;
}

@ObjectType({ description: 'What became of starting a mailbox export job.' })
export class StartMailboxExportJobPayload extends MutationPayload {
  @Field(() => MailboxExportJob, {
    nullable: true,
    description:
      'The new job as read from AWS; null unless the outcome is APPLIED (DescribeMailboxExportJob).',
  })
  readonly mailboxExportJob: MailboxExportJob | undefined;
}
