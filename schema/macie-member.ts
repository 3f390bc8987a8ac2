/** The types of the member accounts of a Macie administrator. */
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from './shared/date-time';
import type { MacieMemberRecord } from '../src/domain/records/macie-member';
import type { MacieMemberStatus } from '../src/domain/transitions/macie-member';
import { Needs } from './shared/access';
import { resourceConnectionOf } from './shared/connection';
import { enumType, UNRECOGNIZED } from './shared/enum-type';
import { MutationPayload } from './shared/mutation';
import { Node } from './shared/node';
import { Resource } from './shared/resource';
import { AwsAccountId } from './shared/scalars';
import { StatusChangePayload } from './shared/status-change';
import { Tag } from './shared/tag';

export const MacieMemberStatusEnum = enumType<MacieMemberStatus>(
  'MacieMemberStatus',
  'The relationship between an account and its Macie administrator (relationshipStatus of Macie).',
  {
    ENABLED: 'The account is a member and Macie is enabled for it.',
    PAUSED: 'The account is a member and the administrator suspended Macie for it.',
    INVITED: 'The account was invited and has not responded.',
    CREATED: 'The account was added and has not been invited.',
    REMOVED: 'The administrator ended the membership.',
    RESIGNED: 'The account ended its membership.',
    EMAIL_VERIFICATION_IN_PROGRESS: 'AWS is verifying the email address given for the account.',
    EMAIL_VERIFICATION_FAILED: 'The email address given for the account does not belong to it.',
    REGION_DISABLED: 'The account was added while the region was disabled for it.',
    ACCOUNT_SUSPENDED: 'AWS suspended the account.',
    UNRECOGNIZED,
  },
);

@Needs('macie:read')
@ObjectType({
  implements: [Node, Resource],
  description: 'An account in the records of a Macie administrator (ListMembers, GetMember).',
})
export class MacieMember extends Resource implements MacieMemberRecord {
  readonly kind!: 'MacieMember';
  readonly asOf!: Date;

  readonly target!: string;

  @Field(() => AwsAccountId, { description: 'The id of the account.' })
  readonly accountId!: string;

  @Field(() => AwsAccountId, { nullable: true, description: 'The account id of the Macie administrator.' })
  readonly administratorAccountId: string | undefined;

  @Field(() => AwsAccountId, {
    nullable: true,
    description: 'The account id of the Macie administrator, under the former AWS name of the field.',
    deprecationReason: 'AWS replaced this field with administratorAccountId.',
  })
  readonly masterAccountId: string | undefined;

  @Field(() => String, { nullable: true, description: 'The ARN of the member.' })
  override readonly arn: string | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'The email address of the account; null for an account that is a member through AWS Organizations.',
  })
  readonly email: string | undefined;

  @Field(() => MacieMemberStatusEnum, {
    description: 'The relationship between the account and its administrator (relationshipStatus).',
  })
  readonly status!: MacieMemberStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The relationship status as AWS spells it (relationshipStatus).',
  })
  override readonly awsStatus: string | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time of the latest invitation; null when the account was never invited.',
  })
  readonly invitedAt: Date | undefined;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The time when the relationship last changed.',
  })
  readonly updatedAt: Date | undefined;

  @Field(() => [Tag], { nullable: true, description: 'The tags of the member, sorted by key.' })
  readonly tags: readonly Tag[] | undefined;
}

export const MacieMemberConnection = resourceConnectionOf(MacieMember);

@ObjectType({ description: 'The result of a status change of a member.' })
export class MacieMemberPayload extends StatusChangePayload {
  @Field(() => MacieMember, {
    nullable: true,
    description: 'The member as the mutation last read it from AWS; null when AWS does not have it.',
  })
  readonly macieMember: MacieMember | undefined;
}

@ObjectType({ implements: MutationPayload, description: 'The result of createMacieMember.' })
export class CreateMacieMemberPayload extends MutationPayload {
  @Field(() => MacieMember, {
    nullable: true,
    description: 'The new member, read from AWS; null unless the outcome is APPLIED (GetMember).',
  })
  readonly macieMember: MacieMember | undefined;
}
