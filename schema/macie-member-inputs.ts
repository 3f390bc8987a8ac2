/** Filters and inputs of Macie members. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  MacieMemberConditions,
  MacieMemberFilterRecord,
  MacieMemberOrderField,
  NewMacieMember,
} from '../src/domain/records/macie-member';
import type { Ordering } from '../src/domain/records/order';
import type { MacieMemberStatus } from '../src/domain/transitions/macie-member';
import { MacieMemberStatusEnum } from './macie-member';
import { enumType } from './shared/enum-type';
import { ConnectionArgs } from './shared/connection';
import { StringFilter } from './shared/filters';
import { AwsAccountId } from './shared/scalars';
import { CreationInput } from './shared/mutation';
import { OrderInput, sortedByGateway } from './shared/order';
import { StatusChangeInput } from './shared/status-change';
import { TagInput } from './shared/tag';

@InputType()
abstract class MemberConditions implements MacieMemberConditions {
  @Field(() => [MacieMemberStatusEnum], {
    nullable: true,
    description: 'The relationship status is one of these values (relationshipStatus).',
  })
  readonly statuses?: readonly MacieMemberStatus[] | null;

  @Field(() => [AwsAccountId], { nullable: true, description: 'The account id is one of these values.' })
  readonly accountIds?: readonly string[] | null;

  @Field(() => StringFilter, { nullable: true, description: 'Conditions on the email address.' })
  readonly email?: StringFilter | null;
}

@InputType({
  description:
    'Conditions that exclude the members that match any of them; the gateway evaluates the conditions.',
})
export class MacieMemberExclusion extends MemberConditions {}

@InputType({
  description:
    'Conditions that select the members that match all of them; Macie evaluates onlyAssociated, and the gateway evaluates the others while it reads.',
})
export class MacieMemberFilter extends MemberConditions implements MacieMemberFilterRecord {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True to exclude accounts that are not current members, false to include them (onlyAssociated of ListMembers). Without it, the filter includes them only if statuses names a status that no current member has.',
  })
  readonly onlyAssociated?: boolean | null;

  @Field(() => MacieMemberExclusion, {
    nullable: true,
    description: 'Excludes the members that match any of these conditions.',
  })
  readonly not?: MacieMemberExclusion | null;
}

export const MacieMemberOrderFieldEnum = enumType<MacieMemberOrderField>(
  'MacieMemberOrderField',
  'The field to sort members by.',
  {
    ACCOUNT_ID: 'The id of the account.',
    EMAIL: 'The email address, without regard to case.',
    STATUS: 'The name of the relationship status.',
    INVITED_AT: 'The time of the invitation.',
  },
);

@InputType({ description: 'The sort order of members; the gateway sorts them.' })
export class MacieMemberOrder extends OrderInput implements Ordering<MacieMemberOrderField> {
  @Field(() => MacieMemberOrderFieldEnum, { description: 'The field to sort by.' })
  readonly field!: MacieMemberOrderField;
}

@ArgsType()
export class MacieMembersArgs extends ConnectionArgs {
  @Field(() => MacieMemberFilter, {
    nullable: true,
    description: 'Selects the members to return; defaults to the current members.',
  })
  readonly filter?: MacieMemberFilter | null;

  @Field(() => MacieMemberOrder, {
    nullable: true,
    description: sortedByGateway('members', 'ListMembers'),
  })
  readonly orderBy?: MacieMemberOrder | null;
}

@InputType({ description: 'The account to add as a member of the Macie administrator.' })
export class CreateMacieMemberInput extends CreationInput implements NewMacieMember {
  @Field(() => AwsAccountId, { description: 'The id of the account.' })
  readonly accountId!: string;

  @Field(() => String, { description: 'The email address of the root user of the account.' })
  readonly email!: string;

  @Field(() => [TagInput], { nullable: true, description: 'The tags of the member, up to 50.' })
  readonly tags?: readonly TagInput[] | null;
}

@InputType()
abstract class MacieMemberChangeInput extends StatusChangeInput {
  @Field(() => MacieMemberStatusEnum, {
    nullable: true,
    description:
      'The relationship status that the member must have; otherwise, the gateway refuses the change.',
  })
  readonly expectedStatus?: MacieMemberStatus | null;
}

@InputType({ description: 'The member to suspend.' })
export class SuspendMacieMemberInput extends MacieMemberChangeInput {}

@InputType({ description: 'The member to enable again.' })
export class EnableMacieMemberInput extends MacieMemberChangeInput {}

@InputType({ description: 'The member to disassociate.' })
export class DisassociateMacieMemberInput extends MacieMemberChangeInput {}

@InputType({ description: 'The account whose Macie record to delete.' })
export class DeleteMacieMemberInput extends MacieMemberChangeInput {}
