/** Filters and inputs of mailbox export jobs. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  MailboxExportJobConditions,
  MailboxExportJobOrderField,
  MailboxExportJobQuery,
  NewMailboxExportJob,
} from '../src/domain/records/mailbox-export-job';
import type { Ordering } from '../src/domain/records/order';
import type { MailboxExportJobStatus } from '../src/domain/transitions/mailbox-export-job';
import { MailboxExportJobStatusEnum } from './mailbox-export-job';
import { enumType } from './shared/enum-type';
import { ConnectionArgs } from './shared/connection';
import { DateTimeFilter } from './shared/filters';
import { CreationInput } from './shared/mutation';
import { WorkMailOrganizationId } from './shared/scalars';
import { OrderInput, sortedByGateway } from './shared/order';
import { StatusChangeInput } from './shared/status-change';

@InputType()
abstract class ExportJobConditions implements MailboxExportJobConditions {
  @Field(() => [MailboxExportJobStatusEnum], {
    nullable: true,
    description: 'The status is one of these values (State).',
  })
  readonly statuses?: readonly MailboxExportJobStatus[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The id of the mailbox owner is one of these values.',
  })
  readonly entityIds?: readonly string[] | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Conditions on the start time (StartTime).' })
  readonly startedAt?: DateTimeFilter | null;
}

@InputType({
  description:
    'Conditions that exclude the mailbox export jobs that match any of them; the gateway evaluates the conditions.',
})
export class MailboxExportJobExclusion extends ExportJobConditions {}

@InputType({
  description:
    'Conditions that select the mailbox export jobs that match all of them; the gateway evaluates the conditions while it reads, and an empty filter selects every job.',
})
export class MailboxExportJobFilter extends ExportJobConditions {
  @Field(() => String, {
    nullable: true,
    description:
      'The mailbox owner is the user or resource with this email address (DescribeEntity, once per organization).',
  })
  readonly ownerEmail?: string | null;

  @Field(() => MailboxExportJobExclusion, {
    nullable: true,
    description: 'Excludes the jobs that match any of these conditions.',
  })
  readonly not?: MailboxExportJobExclusion | null;
}

export const MailboxExportJobOrderFieldEnum = enumType<MailboxExportJobOrderField>(
  'MailboxExportJobOrderField',
  'The field to sort mailbox export jobs by.',
  {
    STARTED_AT: 'The time when the job started.',
    ENDED_AT: 'The time when the job ended.',
    STATUS: 'The name of the status.',
    PROGRESS: 'The estimated progress in percent.',
  },
);

@InputType({ description: 'The sort order of mailbox export jobs; the gateway sorts them.' })
export class MailboxExportJobOrder extends OrderInput implements Ordering<MailboxExportJobOrderField> {
  @Field(() => MailboxExportJobOrderFieldEnum, { description: 'The field to sort by.' })
  readonly field!: MailboxExportJobOrderField;
}

@ArgsType()
export class MailboxExportJobsArgs extends ConnectionArgs implements MailboxExportJobQuery {
  @Field(() => WorkMailOrganizationId, {
    nullable: true,
    description:
      'The id of the organization whose jobs to return; defaults to all organizations (ListOrganizations).',
  })
  readonly organizationId?: string | null;

  @Field(() => MailboxExportJobFilter, {
    nullable: true,
    description: 'Selects the jobs to return; defaults to all jobs.',
  })
  readonly filter?: MailboxExportJobFilter | null;

  @Field(() => MailboxExportJobOrder, {
    nullable: true,
    description: sortedByGateway('jobs', 'ListOrganizations, ListMailboxExportJobs'),
  })
  readonly orderBy?: MailboxExportJobOrder | null;
}

@InputType({ description: 'The mailbox to export and the S3 destination.' })
export class StartMailboxExportJobInput extends CreationInput implements NewMailboxExportJob {
  @Field(() => WorkMailOrganizationId, { description: 'The id of the organization.' })
  readonly organizationId!: string;

  @Field(() => String, {
    description: 'The id, name or email address of the mailbox owner, up to 256 characters.',
  })
  readonly entityId!: string;

  @Field(() => String, { nullable: true, description: 'The description of the job, up to 1,023 characters.' })
  readonly description?: string | null;

  @Field(() => String, {
    description:
      'The ARN of the IAM role with which WorkMail writes to the bucket; the gateway needs the permission iam:PassRole on it.',
  })
  readonly roleArn!: string;

  @Field(() => String, { description: 'The ARN of the KMS key that encrypts the export.' })
  readonly kmsKeyArn!: string;

  @Field(() => String, { description: 'The name of the bucket to write the export to.' })
  readonly s3BucketName!: string;

  @Field(() => String, { description: 'The key prefix in the bucket to write the export under.' })
  readonly s3Prefix!: string;
}

@InputType({ description: 'The mailbox export job to cancel.' })
export class CancelMailboxExportJobInput extends StatusChangeInput {
  @Field(() => MailboxExportJobStatusEnum, {
    nullable: true,
    description: 'The status that the job must have; otherwise, the gateway refuses the change.',
  })
  readonly expectedStatus?: MailboxExportJobStatus | null;
}
