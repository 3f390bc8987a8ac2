/** The types of accounts that other resources name, with their membership of a Macie administrator. */
import { Field, ObjectType } from 'type-graphql';
import type { MemberAccountRecord, MemberAccountStatus } from '../src/domain/records/member-account';
import { MacieMember } from './macie-member';
import { connectionOf } from './shared/connection';
import { Costs } from './shared/cost';
import { enumType } from './shared/enum-type';
import { AwsAccountId } from './shared/scalars';

export const MemberAccountStatusEnum = enumType<MemberAccountStatus>(
  'MemberAccountStatus',
  'The membership of an account with a Macie administrator.',
  {
    MEMBER: 'The account is a current member: ENABLED, PAUSED, REGION_DISABLED or ACCOUNT_SUSPENDED.',
    NOT_A_MEMBER:
      'The account is not a current member; invited and former members and the administrator itself have this status.',
    UNKNOWN: 'The gateway could not read the account from Macie, or does not know its relationship status.',
  },
);

@ObjectType({ description: 'An account that a resource names, with its Macie record.' })
export class MemberAccount implements MemberAccountRecord<MacieMember> {
  @Field(() => AwsAccountId, { description: 'The id of the account.' })
  readonly accountId!: string;

  @Costs('detail')
  @Field(() => MacieMember, {
    nullable: true,
    description: 'The Macie record of the account; null when Macie has none (GetMember or ListMembers).',
  })
  readonly member!: Promise<MacieMember | undefined>;
}

export const MemberAccountConnection = connectionOf(MemberAccount);
