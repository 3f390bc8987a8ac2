/** Resolvers of the relations from Macie members to classification jobs and cases. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { ClassificationJobConnection } from '../schema/classification-job';
import { MacieMember } from '../schema/macie-member';
import { AccountClassificationJobsArgs, AccountSecurityCasesArgs } from '../schema/account-relations';
import { SecurityCaseConnection } from '../schema/security-case';
import { RELATION_TARGET_ARGUMENT } from '../schema/shared/arguments';
import type { Context } from '../src/graphql/context';
import { lookAhead, selectsTotalCount } from './look-ahead';

@Resolver(() => MacieMember)
export class MacieMemberRelationsResolver {
  @ResolvedField(() => ClassificationJobConnection, {
    cost: 'call',
    nullable: true,
    description:
      'The classification jobs in the target of the member that name its account in bucketDefinitions, or by ACCOUNT_ID in bucketCriteria; the gateway reads all jobs of the target to find them (ListClassificationJobs).',
  })
  classificationJobs(
    @Root() member: MacieMember,
    @Args(() => AccountClassificationJobsArgs) args: AccountClassificationJobsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ahead = lookAhead(info, context);
    const { target, accountId } = member;
    const relation = { field: 'MacieMember.classificationJobs', targets: [target], accountId };
    return context.loaders.ClassificationJob.connectionOfAccount(relation, args, {
      onRow: ahead,
      countsRows: selectsTotalCount(info),
    });
  }

  @ResolvedField(() => SecurityCaseConnection, {
    cost: 'search',
    nullable: true,
    description:
      'The cases that list the account in impactedAccounts; the gateway makes one call for every case that matches the filter, and completeness states whether it stopped early (ListCases, GetCase).',
  })
  securityCases(
    @Root() { target: memberTarget, accountId }: MacieMember,
    @Args(() => AccountSecurityCasesArgs) args: AccountSecurityCasesArgs,
    @Arg('target', () => String, RELATION_TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { name } = targets.pickWithDefault(target, memberTarget, 'security-ir');
    const relation = { field: 'MacieMember.securityCases', targets: [name], accountId };
    return loaders.SecurityCase.connectionOfAccount(relation, args, {
      countsRows: selectsTotalCount(info),
    });
  }
}
