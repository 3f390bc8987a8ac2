/** Resolvers of the relations from cases to Macie members. */
import { Arg, Ctx, Extensions, Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { MemberAccounts } from '../schema/member-account';
import { SecurityCase } from '../schema/security-case';
import { RELATION_TARGET_ARGUMENT } from '../schema/shared/arguments';
import { NEEDS_DETAIL } from '../schema/shared/detail-field';
import { readable } from '../src/domain/records/unreadable';
import type { Context } from '../src/graphql/context';
import { memberAccounts } from '../src/loaders/member-accounts';
import type { LoadedSecurityCase } from '../src/loaders/security-case';

@Resolver(() => SecurityCase)
export class SecurityCaseRelationsResolver {
  @Extensions(NEEDS_DETAIL)
  @ResolvedField(() => MemberAccounts, {
    cost: 'detail',
    nullable: true,
    description:
      'The impacted accounts as members of a Macie administrator (GetCase, then GetMember once per account, or ListMembers if that takes fewer calls).',
  })
  async impactedMembers(
    @Root() securityCase: LoadedSecurityCase,
    @Arg('target', () => String, RELATION_TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pickWithDefault(target, securityCase.target, 'macie2');
    const impactedAccounts = readable(await securityCase.detail(), 'impactedAccounts');
    return impactedAccounts && memberAccounts(loaders.MacieMember, name, impactedAccounts);
  }
}
