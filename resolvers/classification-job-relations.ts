/** Resolvers of the relations from classification jobs to Macie members. */
import { Arg, Args, Ctx, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { ClassificationJob } from '../schema/classification-job';
import { MemberAccountConnection } from '../schema/member-account';
import { RELATION_TARGET_ARGUMENT } from '../schema/shared/arguments';
import { PageArgs } from '../schema/shared/connection';
import type { Context } from '../src/graphql/context';
import { accountsOf } from '../src/loaders/classification-job-accounts';
import { membersQuery } from './prefetch-members';

@Resolver(() => ClassificationJob)
export class ClassificationJobRelationsResolver {
  @ResolvedField(() => MemberAccountConnection, {
    cost: 'detail',
    nullable: true,
    description:
      'The accounts whose buckets the job analyzes, each once, in the order in which the job names them; null when its criteria select buckets without naming accounts (GetMember once per account, or ListMembers if that takes fewer calls).',
  })
  members(
    @Root() job: ClassificationJob,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('target', () => String, RELATION_TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const accountIds = accountsOf(job);
    if (accountIds === undefined) return undefined;
    const { name } = targets.pickWithDefault(target, job.target, 'macie2');
    return loaders.MacieMember.accounts({ target: name, accountIds, query: membersQuery(job) }, args);
  }
}
