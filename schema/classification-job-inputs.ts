/** What classification jobs can be filtered, ordered and changed by. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  ClassificationJobConditions,
  ClassificationJobOrderField,
  ClassificationJobOrdering,
  ClassificationJobType,
  OrderDirection,
} from '../src/domain/records/classification-job';
import type { ClassificationJobStatus } from '../src/domain/transitions/classification-job';
import {
  ClassificationJobOrderFieldEnum,
  ClassificationJobStatusEnum,
  ClassificationJobTypeEnum,
  OrderDirectionEnum,
} from './classification-job-enums';
import { ConnectionArgs } from './shared/connection';
import { DateTimeFilter, StringFilter } from './shared/filters';
import { StatusChangeInput } from './shared/status-change';

@InputType()
abstract class JobConditions implements ClassificationJobConditions {
  @Field(() => [ClassificationJobStatusEnum], { nullable: true, description: 'The status is one of these.' })
  readonly statuses?: readonly ClassificationJobStatus[] | null;

  @Field(() => [ClassificationJobTypeEnum], { nullable: true, description: 'The type is one of these.' })
  readonly jobTypes?: readonly ClassificationJobType[] | null;

  @Field(() => StringFilter, { nullable: true, description: 'Conditions on the name.' })
  readonly name?: StringFilter | null;

  @Field(() => DateTimeFilter, { nullable: true, description: 'Conditions on the time of creation.' })
  readonly createdAt?: DateTimeFilter | null;
}

@InputType({
  description: 'Conditions on a classification job, none of which may hold; Macie checks them (excludes).',
})
export class ClassificationJobExclusion extends JobConditions {}

@InputType({
  description:
    'Conditions on a classification job, all of which must hold; Macie checks them (filterCriteria). An empty filter holds for every job.',
})
export class ClassificationJobFilter extends JobConditions {
  @Field(() => ClassificationJobExclusion, {
    nullable: true,
    description: 'Leaves out the jobs for which any of these holds.',
  })
  readonly not?: ClassificationJobExclusion | null;
}

@InputType({ description: 'The order of classification jobs; Macie sorts them (sortCriteria).' })
export class ClassificationJobOrder implements ClassificationJobOrdering {
  @Field(() => ClassificationJobOrderFieldEnum, { description: 'What to order by.' })
  readonly field!: ClassificationJobOrderField;

  @Field(() => OrderDirectionEnum, { defaultValue: 'ASC', description: 'Which end comes first.' })
  readonly direction!: OrderDirection;
}

@ArgsType()
export class ClassificationJobsArgs extends ConnectionArgs {
  @Field(() => ClassificationJobFilter, {
    nullable: true,
    description: 'Which jobs to return; all of them when left out.',
  })
  readonly filter?: ClassificationJobFilter | null;

  @Field(() => ClassificationJobOrder, {
    nullable: true,
    description:
      "The order of the jobs over all targets; target by target in Macie's own order when left out.",
  })
  readonly orderBy?: ClassificationJobOrder | null;
}

@InputType()
abstract class ClassificationJobChangeInput extends StatusChangeInput {
  @Field(() => ClassificationJobStatusEnum, {
    nullable: true,
    description: 'Refuses the change unless the job has this status.',
  })
  readonly expectedStatus?: ClassificationJobStatus | null;
}

@InputType({ description: 'Which classification job to pause.' })
export class PauseClassificationJobInput extends ClassificationJobChangeInput {}

@InputType({ description: 'Which classification job to resume.' })
export class ResumeClassificationJobInput extends ClassificationJobChangeInput {}

@InputType({ description: 'Which classification job to cancel.' })
export class CancelClassificationJobInput extends ClassificationJobChangeInput {}
