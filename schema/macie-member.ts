/** Member accounts of a Macie administrator. */
import { GraphQLISODateTime, Field, ObjectType } from 'type-graphql';
import type { MacieMemberRecord } from '../src/domain/records/macie-member';
import type { MacieMemberStatus } from '../src/domain/transitions/macie-member';
import { Needs } from './shared/access';
import { connectionOf } from './shared/connection';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { MutationPayload } from './shared/mutation';
import { Node } from './shared/node';
import { AwsAccountId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';
import { Tag } from './shared/tag';

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

@Needs('macie:read')
@ObjectType({
  implements: Node,
  description: 'An account as its Macie administrator sees it (ListMembers, GetMember).',
})
export class MacieMember extends Node implements MacieMemberRecord {
  readonly kind!: 'MacieMember';
  readonly asOf!: Date;

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

  @Field(() => [Tag], { nullable: true, description: 'The tags of the member, in the order of their keys.' })
  readonly tags: readonly Tag[] | undefined;
}

export const MacieMemberConnection = connectionOf(MacieMember);

@ObjectType({ description: 'What became of a mutation of a member.' })
export class MacieMemberPayload extends StatusChangePayload {
  @Field(() => MacieMember, {
    nullable: true,
    description:
      'The member as last read from AWS in the mutation; null when AWS does not have it, or no longer.',
  })
  readonly macieMember: MacieMember | undefined;
}

@ObjectType({ description: 'What became of making an account a member.' })
export class CreateMacieMemberPayload extends MutationPayload {
  @Field(() => MacieMember, {
    nullable: true,
    description: 'The member as read from AWS; null unless the outcome is APPLIED (GetMember).',
  })
  readonly macieMember: MacieMember | undefined;
}
