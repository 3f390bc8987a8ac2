/** What classification jobs can be filtered, ordered and changed by. */
import { ArgsType, GraphQLISODateTime, Field, InputType } from 'type-graphql';
import type {
  ClassificationJobConditions,
  ClassificationJobOrderField,
  ClassificationJobOrdering,
  ClassificationJobType,
  DateTimeConditions,
  OrderDirection,
  StringConditions,
} from '../src/records/classification-job';
import type { ClassificationJobStatus } from '../src/transitions/classification-job';
import {
  ClassificationJobOrderFieldEnum,
  ClassificationJobStatusEnum,
  ClassificationJobTypeEnum,
  OrderDirectionEnum,
} from './classification-job-enums';
import { ConnectionArgs } from './shared/connection';
import { StatusChangeInput } from './shared/status-change';

@InputType({ description: 'Conditions on a text, all of which must hold.' })
export class StringFilter implements StringConditions {
  @Field(() => String, { nullable: true, description: 'The text is this.' })
  readonly eq?: string | null;

  @Field(() => String, { nullable: true, description: 'The text contains this.' })
  readonly contains?: string | null;

  @Field(() => String, { nullable: true, description: 'The text starts with this.' })
  readonly startsWith?: string | null;
}

@InputType({ description: 'Conditions on a time, all of which must hold.' })
export class DateTimeFilter implements DateTimeConditions {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At this time.' })
  readonly eq?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'After this time.' })
  readonly gt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At or after this time.' })
  readonly gte?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before this time.' })
  readonly lt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'At or before this time.' })
  readonly lte?: Date | null;
}

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
