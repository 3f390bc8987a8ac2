/** The resolver of the membership of accounts that other resources name. */
import { Resolver, Root } from 'type-graphql';
import { ResolvedField } from '../schema/shared/cost';
import { MemberAccount, MemberAccountStatusEnum } from '../schema/member-account';
import { GatewayError } from '../src/domain/errors';
import { isCurrentMember } from '../src/domain/transitions/macie-member';

@Resolver(() => MemberAccount)
export class MemberAccountResolver {
  @ResolvedField(() => MemberAccountStatusEnum, {
    cost: 'detail',
    description: 'The membership of the account (GetMember or ListMembers).',
  })
  async status(@Root() account: MemberAccount): Promise<keyof typeof MemberAccountStatusEnum> {
    try {
      const member = await account.member;
      if (member?.status === 'UNRECOGNIZED') return 'UNKNOWN';
      return member !== undefined && isCurrentMember(member.status) ? 'MEMBER' : 'NOT_A_MEMBER';
    } catch (error) {
      if (error instanceof GatewayError) return 'UNKNOWN';
      throw error;
    }
  }
}
