/** The resolver of the membership of accounts that other resources name. */
import { Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { MemberAccount, MemberAccountStateEnum } from '../schema/member-account';
import { GatewayError } from '../src/domain/errors';
import { isCurrentMember } from '../src/domain/transitions/macie-member';

@Resolver(() => MemberAccount)
export class MemberAccountResolver {
  @ResolvedField(() => MemberAccountStateEnum, {
    cost: 'detail',
    description: 'The membership of the account (GetMember or ListMembers).',
  })
  async state(@Root() account: MemberAccount): Promise<keyof typeof MemberAccountStateEnum> {
    try {
      const member = await account.member;
      if (member?.relationshipStatus === 'UNRECOGNIZED') return 'UNKNOWN';
      return member !== undefined && isCurrentMember(member.relationshipStatus) ? 'MEMBER' : 'NOT_A_MEMBER';
    } catch (error) {
      if (error instanceof GatewayError) return 'UNKNOWN';
      throw error;
    }
  }
}
