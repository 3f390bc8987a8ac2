/** Resolvers of AWS accounts: the resources that concern an account, in all targets of the caller. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from 'type-graphql';
import { AwsAccount } from '../schema/aws-account';
import { ClassificationJobConnection } from '../schema/classification-job';
import { MacieMemberConnection } from '../schema/macie-member';
import { AccountClassificationJobsArgs, AccountSecurityCasesArgs } from '../schema/account-relations';
import { SecurityCaseConnection } from '../schema/security-case';
import { Needs } from '../schema/shared/access';
import { PageArgs } from '../schema/shared/connection';
import { Costs, ResolvedField } from '../schema/shared/cost';
import { AwsAccountId } from '../schema/shared/scalars';
import { Target } from '../schema/shared/target';
import type { ServiceName } from '../src/domain/services';
import { accountOf } from '../src/domain/targets';
import type { Context } from '../src/graphql/context';
import type { AccountRelation } from '../src/loaders/loader-access';
import { lookAhead, selectsTotalCount } from './look-ahead';
import { targetOf } from './target';

@Resolver(() => AwsAccount)
export class AwsAccountResolver {
  @Needs('NOTHING')
  @Costs('field')
  @Query(() => AwsAccount, {
    nullable: true,
    description:
      'An AWS account with the resources that concern it, over all targets of the caller. Every valid id is an account: the gateway does not check whether it exists, and makes AWS calls only for the selected fields.',
  })
  account(
    @Arg('accountId', () => AwsAccountId, { description: 'The id of the account.' }) accountId: string,
  ): AwsAccount {
    return { accountId };
  }

  @ResolvedField(() => [Target], {
    cost: 'field',
    description:
      'The targets of the caller that are regions of this account by the configuration; targets whose account the configuration does not state are not among them.',
  })
  targets(@Root() { accountId }: AwsAccount, @Ctx() context: Context): Target[] {
    const { targets, emulated } = context;
    return targets.all
      .filter((target) => accountOf(target, emulated) === accountId)
      .map(({ name }) => targetOf(name, context));
  }

  @ResolvedField(() => MacieMemberConnection, {
    cost: 'call',
    nullable: true,
    description:
      'The records of the account that Macie administrators have, at most one for each target with Macie (GetMember once per target).',
  })
  memberships(
    @Root() account: AwsAccount,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const relation = relationOf(account, 'memberships', 'macie2', context);
    return context.loaders.MacieMember.memberships(relation, args, { countsRows: selectsTotalCount(info) });
  }

  @ResolvedField(() => ClassificationJobConnection, {
    cost: 'search',
    nullable: true,
    description:
      'The classification jobs of all targets that name the account in bucketDefinitions, or by ACCOUNT_ID in bucketCriteria; the gateway reads all jobs to find them (ListClassificationJobs).',
  })
  classificationJobs(
    @Root() account: AwsAccount,
    @Args(() => AccountClassificationJobsArgs) args: AccountClassificationJobsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const relation = relationOf(account, 'classificationJobs', 'macie2', context);
    return context.loaders.ClassificationJob.connectionOfAccount(relation, args, {
      onRow: lookAhead(info, context),
      countsRows: selectsTotalCount(info),
    });
  }

  @ResolvedField(() => SecurityCaseConnection, {
    cost: 'search',
    nullable: true,
    description:
      'The cases of all targets that list the account in impactedAccounts; the gateway makes one call for every case that matches the filter, and completeness states whether it stopped early (ListCases, GetCase).',
  })
  securityCases(
    @Root() account: AwsAccount,
    @Args(() => AccountSecurityCasesArgs) args: AccountSecurityCasesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const relation = relationOf(account, 'securityCases', 'security-ir', context);
    return context.loaders.SecurityCase.connectionOfAccount(relation, args, {
      countsRows: selectsTotalCount(info),
    });
  }
}

/** The relation in all targets of the caller that have the service. */
function relationOf(
  { accountId }: AwsAccount,
  field: string,
  service: ServiceName,
  { targets }: Context,
): AccountRelation {
  const names = targets.select(undefined, service).map(({ name }) => name);
  return { field: `AwsAccount.${field}`, targets: names, accountId };
}
