/** Member accounts of a Macie administrator. */
import { ArgsType, GraphQLISODateTime, Field, InputType, ObjectType } from 'type-graphql';
import type { MacieMemberQuery, MacieMemberRecord } from '../src/records/macie-member';
import type { MacieMemberStatus } from '../src/transitions/macie-member';
import { connectionOf, ConnectionArgs } from './shared/connection';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { Node } from './shared/node';
import { AwsAccountId } from './shared/scalars';
import { StatusChangeInput, StatusChangePayload } from './shared/status-change';

export const MacieMemberStatusEnum = enumType<MacieMemberStatus>(
  'MacieMemberStatus',
  'The relation of an account to its Macie administrator (relationshipStatus of Macie).',
  {
    ENABLED: 'The account is a member and Macie is enabled for it.',
    PAUSED: 'The account is a member and the administrator suspended Macie for it.',
    INVITED: 'The account was invited and has not answered.',
    CREATED: 'The account was added and not yet invited.',
    REMOVED: 'The administrator ended the membership.',
    RESIGNED: 'The account ended its membership.',
    EMAIL_VERIFICATION_IN_PROGRESS: 'AWS is checking the e-mail address that was given for the account.',
    EMAIL_VERIFICATION_FAILED: 'The e-mail address that was given does not belong to the account.',
    REGION_DISABLED: 'The account was added while the region was disabled for it.',
    ACCOUNT_SUSPENDED: 'AWS suspended the account.',
    UNRECOGNIZED,
  },
);

@ObjectType({
  implements: Node,
  description: 'An account as its Macie administrator sees it (ListMembers, GetMember).',
})
export class MacieMember extends Node implements MacieMemberRecord {
  readonly kind!: 'MacieMember';

  @Field(() => String, { description: 'The name of the target that the member was read from.' })
  readonly target!: string;

  @Field(() => AwsAccountId, { description: 'The id of the account.' })
  readonly accountId!: string;

  @Field(() => AwsAccountId, { nullable: true, description: "The id of the administrator's account." })
  readonly administratorAccountId: string | undefined;

  @Field(() => AwsAccountId, {
    nullable: true,
    description: "The id of the administrator's account, under the name it once had.",
    deprecationReason: 'AWS replaced it by administratorAccountId.',
  })
  readonly masterAccountId: string | undefined;

  @Field(() => String, { nullable: true, description: 'The ARN of the account as a member.' })
  readonly arn: string | undefined;

  @Field(() => String, {
    nullable: true,
    description: "The account's e-mail address; null for an account that came through AWS Organizations.",
  })
  readonly email: string | undefined;

  @Field(() => MacieMemberStatusEnum, { description: 'The relation of the account to its administrator.' })
  readonly relationshipStatus!: MacieMemberStatus;

  @Field(() => String, { nullable: true, description: "The relationship status in AWS's own spelling." })
  readonly awsStatus: string | undefined;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the account was last invited; null when it never was.',
  })
  readonly invitedAt: Date | undefined;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the relation last changed.' })
  readonly updatedAt: Date | undefined;
}

export const MacieMemberConnection = connectionOf(MacieMember);

@InputType({ description: 'Conditions on a member, all of which must hold.' })
export class MacieMemberFilter implements MacieMemberQuery {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Leaves out accounts that are not members at present (onlyAssociated of ListMembers).',
  })
  readonly onlyAssociated!: boolean;
}

@ArgsType()
export class MacieMembersArgs extends ConnectionArgs {
  @Field(() => MacieMemberFilter, {
    nullable: true,
    description: 'Which members to return; the accounts that are members at present when left out.',
  })
  readonly filter?: MacieMemberFilter | null;
}

@ObjectType({ description: 'What became of a mutation of a member.' })
export class MacieMemberPayload extends StatusChangePayload {
  @Field(() => MacieMember, {
    nullable: true,
    description:
      'The member as last read from AWS in the mutation; null when AWS does not have it, or no longer.',
  })
  readonly macieMember: MacieMember | undefined;
}

@InputType()
abstract class MacieMemberChangeInput extends StatusChangeInput {
  @Field(() => MacieMemberStatusEnum, {
    nullable: true,
    description: 'Refuses the change unless the member has this relationship status.',
  })
  readonly expectedStatus?: MacieMemberStatus | null;
}

@InputType({ description: 'Which member to suspend.' })
export class SuspendMacieMemberInput extends MacieMemberChangeInput {}

@InputType({ description: 'Which member to enable again.' })
export class EnableMacieMemberInput extends MacieMemberChangeInput {}
