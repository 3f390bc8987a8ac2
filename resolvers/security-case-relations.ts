/** Resolvers of the relations from cases to Macie members. */
import { Arg, Args, Ctx, Extensions, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { MemberAccountConnection } from '../schema/member-account';
import { SecurityCase } from '../schema/security-case';
import { RELATION_TARGET_ARGUMENT } from '../schema/shared/arguments';
import { PageArgs } from '../schema/shared/connection';
import { NEEDS_DETAIL } from '../schema/shared/detail-field';
import { readable } from '../src/domain/records/unreadable';
import type { Context } from '../src/graphql/context';
import type { LoadedSecurityCase } from '../src/loaders/security-case';
import { membersQuery } from './prefetch-members';

@Resolver(() => SecurityCase)
export class SecurityCaseRelationsResolver {
  @Extensions(NEEDS_DETAIL)
  @ResolvedField(() => MemberAccountConnection, {
    cost: 'detail',
    nullable: true,
    description:
      'The impacted accounts as members of a Macie administrator (GetCase, then GetMember once per account, or ListMembers if that takes fewer calls).',
  })
  async impactedMembers(
    @Root() securityCase: LoadedSecurityCase,
    @Args(() => PageArgs) args: PageArgs,
    @Arg('target', () => String, RELATION_TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pickWithDefault(target, securityCase.target, 'macie2');
    const accountIds = readable(await securityCase.detail(), 'impactedAccounts');
    if (accountIds === undefined) return undefined;
    return loaders.MacieMember.accounts(
      { target: name, accountIds, query: membersQuery(securityCase) },
      args,
    );
  }
}
