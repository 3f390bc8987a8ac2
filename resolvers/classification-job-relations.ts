/** Resolvers of the relations from classification jobs to Macie members. */
import { Arg, Ctx, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { ClassificationJob } from '../schema/classification-job';
import { MemberAccounts } from '../schema/member-account';
import { RELATION_TARGET_ARGUMENT } from '../schema/shared/arguments';
import type { Context } from '../src/graphql/context';
import { accountsOf } from '../src/loaders/classification-job-accounts';
import { memberAccounts } from '../src/loaders/member-accounts';

@Resolver(() => ClassificationJob)
export class ClassificationJobRelationsResolver {
  @ResolvedField(() => MemberAccounts, {
    cost: 'detail',
    nullable: true,
    description:
      'The accounts whose buckets the job analyzes; null when its criteria select buckets without naming accounts (GetMember once per account, or ListMembers if that takes fewer calls).',
  })
  members(
    @Root() job: ClassificationJob,
    @Arg('target', () => String, RELATION_TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const accountIds = accountsOf(job);
    if (accountIds === undefined) return undefined;
    const { name } = targets.pickWithDefault(target, job.target, 'macie2');
    return memberAccounts(loaders.MacieMember, name, accountIds);
  }
}
