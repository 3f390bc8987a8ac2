/** The types of statistics: jobs, members and exports, counted over whole lists. */
import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { ClassificationJobType } from '../src/domain/records/classification-job';
import type {
  ClassificationJobFigures,
  MacieMemberFigures,
  MailboxExportJobFigures,
} from '../src/domain/records/statistics';
import { ClassificationJobStatusEnum, ClassificationJobTypeEnum } from './classification-job-enums';
import { MacieMemberStatusEnum } from './macie-member';
import { MailboxExportJobStatusEnum } from './mailbox-export-job';
import { Needs } from './shared/access';
import { nullable } from './shared/nullable';
import { OMITTED, statusCountOf, Totals, ValueCount } from './shared/totals';

const BY_STATUS =
  'The number of resources in each status that a resource has, the largest first; each status of AWS that the gateway does not know has its own entry, with the status UNRECOGNIZED.';

@ArgsType()
export class StatisticsArgs {
  @Field(
    () => [String],
    nullable(
      'The names of the targets to count; defaults to all targets. Each kind is counted in those that have its service.',
    ),
  )
  readonly targets?: readonly string[] | null;
}

@Needs('NOTHING')
@ObjectType({
  description:
    'Counts over whole lists. The gateway reads only the lists of the selected kinds, each in one pass, and calls no detail operation. Requests of a caller that arrive while a pass runs share it.',
})
export class Statistics {
  readonly targets: readonly string[] | undefined;
}

@ObjectType({ description: 'The number of classification jobs in one status.' })
export class ClassificationJobStatusCount extends statusCountOf(ClassificationJobStatusEnum) {}

@ObjectType({ description: 'The number of classification jobs of one type.' })
export class ClassificationJobTypeCount extends ValueCount {
  @Field(() => ClassificationJobTypeEnum, { description: 'The type of the jobs (jobType).' })
  readonly jobType!: ClassificationJobType;

  @Field(() => String, nullable(`The type as AWS spells it (jobType); ${OMITTED}`))
  readonly awsJobType: string | undefined;
}

@Needs('macie:read')
@ObjectType({ description: 'The classification jobs in numbers (ListClassificationJobs).' })
export class ClassificationJobTotals extends Totals implements ClassificationJobFigures {
  @Field(() => [ClassificationJobStatusCount], { description: BY_STATUS })
  readonly byStatus!: readonly ClassificationJobStatusCount[];

  @Field(() => [ClassificationJobTypeCount], {
    description:
      'The number of jobs of each type that a job has, the largest first; each type of AWS that the gateway does not know has its own entry.',
  })
  readonly byType!: readonly ClassificationJobTypeCount[];
}

@ObjectType({ description: 'The number of accounts in one relationship with their Macie administrator.' })
export class MacieMemberStatusCount extends statusCountOf(MacieMemberStatusEnum) {}

@Needs('macie:read')
@ObjectType({
  description:
    'The accounts in the records of Macie administrators in numbers, with those that are not members, such as invited ones (ListMembers).',
})
export class MacieMemberTotals extends Totals implements MacieMemberFigures {
  @Field(() => [MacieMemberStatusCount], { description: BY_STATUS })
  readonly byStatus!: readonly MacieMemberStatusCount[];
}

@ObjectType({ description: 'The number of mailbox export jobs in one status.' })
export class MailboxExportJobStatusCount extends statusCountOf(MailboxExportJobStatusEnum) {}

@Needs('workmail:read')
@ObjectType({
  description:
    'The mailbox export jobs in numbers: those started in the last seven days, because WorkMail lists no older ones (ListMailboxExportJobs).',
})
export class MailboxExportJobTotals extends Totals implements MailboxExportJobFigures {
  @Field(() => [MailboxExportJobStatusCount], {
    description:
      'The number of export jobs started in the last seven days in each status that a job has, the largest first; each status of AWS that the gateway does not know has its own entry, with the status UNRECOGNIZED.',
  })
  readonly byStatus!: readonly MailboxExportJobStatusCount[];
}
