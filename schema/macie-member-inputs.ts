/** What Macie members can be filtered, created and changed by. */
import { ArgsType, Field, InputType } from 'type-graphql';
import type {
  MacieMemberConditions,
  MacieMemberFilterRecord,
  NewMacieMember,
} from '../src/domain/records/macie-member';
import type { MacieMemberStatus } from '../src/domain/transitions/macie-member';
import { MacieMemberStatusEnum } from './macie-member';
import { ConnectionArgs } from './shared/connection';
import { StringFilter } from './shared/filters';
import { CreationInput } from './shared/mutation';
import { StatusChangeInput } from './shared/status-change';
import { TagInput } from './shared/tag';

@InputType()
abstract class MemberConditions implements MacieMemberConditions {
  @Field(() => [MacieMemberStatusEnum], {
    nullable: true,
    description:
      'The relationship status is one of these; of accounts that are no members at present only with onlyAssociated: false.',
  })
  readonly relationshipStatuses?: readonly MacieMemberStatus[] | null;

  @Field(() => StringFilter, {
    nullable: true,
    description: 'Conditions on the e-mail address, upper and lower case alike.',
  })
  readonly email?: StringFilter | null;
}

@InputType({ description: 'Conditions on a member, none of which may hold; the gateway checks them.' })
export class MacieMemberExclusion extends MemberConditions {}

@InputType({
  description:
    'Conditions on a member, all of which must hold; Macie checks onlyAssociated, the gateway the others while it reads.',
})
export class MacieMemberFilter extends MemberConditions implements MacieMemberFilterRecord {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Leaves out accounts that are not members at present (onlyAssociated of ListMembers).',
  })
  readonly onlyAssociated!: boolean;

  @Field(() => MacieMemberExclusion, {
    nullable: true,
    description: 'Leaves out the members for which any of these holds.',
  })
  readonly not?: MacieMemberExclusion | null;
}

@ArgsType()
export class MacieMembersArgs extends ConnectionArgs {
  @Field(() => MacieMemberFilter, {
    nullable: true,
    description: 'Which members to return; the accounts that are members at present when left out.',
  })
  readonly filter?: MacieMemberFilter | null;
}

@InputType({ description: 'An account to make a member of the Macie administrator.' })
export class CreateMacieMemberInput extends CreationInput implements NewMacieMember {
  @Field(() => String, { description: 'The id of the account: twelve digits.' })
  readonly accountId!: string;

  @Field(() => String, { description: "The e-mail address of the account's root user." })
  readonly email!: string;

  @Field(() => [TagInput], { nullable: true, description: 'The tags of the member, up to 50.' })
  readonly tags?: readonly TagInput[] | null;
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

@InputType({ description: 'Which member to disassociate.' })
export class DisassociateMacieMemberInput extends MacieMemberChangeInput {}

@InputType({ description: 'Which account to delete from the records of the administrator.' })
export class DeleteMacieMemberInput extends MacieMemberChangeInput {}
