/** What the relations of Macie members can be filtered and ordered by. */
import { ArgsType, Field } from 'type-graphql';
import { ClassificationJobFilter, ClassificationJobOrder } from './classification-job-inputs';
import { SecurityCaseFilter } from './security-case-inputs';
import { PageArgs } from './shared/connection';

@ArgsType()
export class MemberClassificationJobsArgs extends PageArgs {
  @Field(() => ClassificationJobFilter, {
    nullable: true,
    description: 'Which jobs to look through; all of them when left out.',
  })
  readonly filter?: ClassificationJobFilter | null;

  @Field(() => ClassificationJobOrder, {
    nullable: true,
    description: "The order of the jobs; Macie's own when left out.",
  })
  readonly orderBy?: ClassificationJobOrder | null;
}

@ArgsType()
export class MemberSecurityCasesArgs extends PageArgs {
  @Field(() => SecurityCaseFilter, {
    nullable: true,
    description: 'Which cases to look through; all of them when left out.',
  })
  readonly filter?: SecurityCaseFilter | null;
}
