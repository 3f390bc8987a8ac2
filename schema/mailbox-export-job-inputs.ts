/** What mailbox export jobs can be filtered, started and cancelled by. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  MailboxExportJobConditions,
  MailboxExportJobQuery,
  NewMailboxExportJob,
} from '../src/domain/records/mailbox-export-job';
import type { MailboxExportJobState } from '../src/domain/transitions/mailbox-export-job';
import { MailboxExportJobStateEnum } from './mailbox-export-job';
import { ConnectionArgs } from './shared/connection';
import { DateTimeFilter } from './shared/filters';
import { CreationInput } from './shared/mutation';
import { WorkMailOrganizationId } from './shared/scalars';
import { StatusChangeInput } from './shared/status-change';

@InputType()
abstract class ExportJobConditions implements MailboxExportJobConditions {
  @Field(() => [MailboxExportJobStateEnum], { nullable: true, description: 'The state is one of these.' })
  readonly states?: readonly MailboxExportJobState[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "The id of the mailbox's owner is one of these.",
  })
  readonly entityIds?: readonly string[] | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Conditions on the time of the start.' })
  readonly startTime?: DateTimeFilter | null;
}

@InputType({
  description: 'Conditions on a mailbox export job, none of which may hold; the gateway checks them.',
})
export class MailboxExportJobExclusion extends ExportJobConditions {}

@InputType({
  description:
    'Conditions on a mailbox export job, all of which must hold; the gateway checks them while it reads. An empty filter holds for every job.',
})
export class MailboxExportJobFilter extends ExportJobConditions {
  @Field(() => String, {
    nullable: true,
    description:
      'The mailbox is that of the user or resource with this e-mail address (DescribeEntity, once per organization).',
  })
  readonly ownerEmail?: string | null;

  @Field(() => MailboxExportJobExclusion, {
    nullable: true,
    description: 'Leaves out the jobs for which any of these holds.',
  })
  readonly not?: MailboxExportJobExclusion | null;
}

@ArgsType()
export class MailboxExportJobsArgs extends ConnectionArgs implements MailboxExportJobQuery {
  @Field(() => WorkMailOrganizationId, {
    nullable: true,
    description:
      'The organization whose jobs to return; those of all organizations when left out (ListOrganizations).',
  })
  readonly organizationId?: string | null;

  @Field(() => MailboxExportJobFilter, {
    nullable: true,
    description: 'Which jobs to return; all of them when left out.',
  })
  readonly filter?: MailboxExportJobFilter | null;
}

@InputType({ description: 'Whose mailbox to export, and where to.' })
export class StartMailboxExportJobInput extends CreationInput implements NewMailboxExportJob {
  @Field(() => String, { description: 'The id of the organization: m- and 32 hexadecimal digits.' })
  readonly organizationId!: string;

  @Field(() => String, {
    description: "The id, the name or the e-mail address of the mailbox's owner, up to 256 characters.",
  })
  readonly entityId!: string;

  @Field(() => String, { nullable: true, description: 'A description, up to 1,023 characters.' })
  readonly description?: string | null;

  @Field(() => String, {
    description:
      'The ARN of the IAM role by which WorkMail writes to the bucket; AWS wants iam:PassRole on it.',
  })
  readonly roleArn!: string;

  @Field(() => String, { description: 'The ARN of the KMS key that encrypts the export.' })
  readonly kmsKeyArn!: string;

  @Field(() => String, { description: 'The name of the bucket to write to.' })
  readonly s3BucketName!: string;

  @Field(() => String, { description: 'The prefix in the bucket to write under.' })
  readonly s3Prefix!: string;
}

@InputType({ description: 'Which mailbox export job to cancel.' })
export class CancelMailboxExportJobInput extends StatusChangeInput {
  @Field(() => MailboxExportJobStateEnum, {
    nullable: true,
    description: 'Refuses the change unless the job has this state.',
  })
  readonly expectedStatus?: MailboxExportJobState | null;
}
