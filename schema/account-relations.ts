/** Arguments of the fields with the resources that concern an account. */
import { ArgsType, Field } from 'type-graphql';
import { ClassificationJobFilter, ClassificationJobOrder } from './classification-job-inputs';
import { SecurityCaseFilter, SecurityCaseOrder } from './security-case-inputs';
import { PageArgs } from './shared/connection';
import { sortedByGateway } from './shared/order';

@ArgsType()
export class AccountClassificationJobsArgs extends PageArgs {
  @Field(() => ClassificationJobFilter, {
    nullable: true,
    description: 'Selects the jobs to search; defaults to all jobs.',
  })
  readonly filter?: ClassificationJobFilter | null;

  @Field(() => ClassificationJobOrder, {
    nullable: true,
    description: 'The sort order of the jobs; defaults to the order of Macie.',
  })
  readonly orderBy?: ClassificationJobOrder | null;
}

@ArgsType()
export class AccountSecurityCasesArgs extends PageArgs {
  @Field(() => SecurityCaseFilter, {
    nullable: true,
    description: 'Selects the cases to search; defaults to all cases.',
  })
  readonly filter?: SecurityCaseFilter | null;

  @Field(() => SecurityCaseOrder, {
    nullable: true,
    description: sortedByGateway('cases', 'ListCases, and GetCase for every case that matches the filter'),
  })
  readonly orderBy?: SecurityCaseOrder | null;
}
