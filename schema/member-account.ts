/** Accounts that other resources name, seen as members of a Macie administrator. */
import { Field, ObjectType } from 'type-graphql';
import type {
  MemberAccountRecord,
  MemberAccountsRecord,
  MemberAccountState,
} from '../src/domain/records/member-account';
import { MacieMember } from './macie-member';
import { Completeness } from './shared/completeness';
import { enumType } from './shared/enum-type';
import { AwsAccountId } from './shared/scalars';

export const MemberAccountStateEnum = enumType<MemberAccountState>(
  'MemberAccountState',
  'Whether an account is a member of the Macie administrator that was asked.',
  {
    MEMBER: 'It is a member: enabled, paused, or not usable at present.',
    NOT_A_MEMBER: 'It is none, not yet or no longer; the administrator itself is none either.',
    UNKNOWN: 'Macie could not be asked, or has a status that this gateway does not know.',
  },
);

@ObjectType({ description: 'An account that a resource names, seen as a member of a Macie administrator.' })
export class MemberAccount implements MemberAccountRecord<MacieMember> {
  @Field(() => AwsAccountId, { description: 'The id of the account.' })
  readonly accountId!: string;

  @Field(() => MacieMember, {
    nullable: true,
    description: "Macie's record of the account; null when there is none (GetMember).",
  })
  readonly member!: Promise<MacieMember | undefined>;
}

@ObjectType({
  description: 'The accounts that a resource names, each once, whether or not they are members.',
})
export class MemberAccounts implements MemberAccountsRecord<MacieMember> {
  @Field(() => [MemberAccount], {
    description: 'The accounts, in the order in which the resource names them.',
  })
  readonly nodes!: readonly MemberAccount[];

  @Field(() => Completeness, {
    description: 'Whether Macie could be asked about all of them (GetMember, once for each).',
  })
  readonly completeness!: Promise<Completeness>;
}
