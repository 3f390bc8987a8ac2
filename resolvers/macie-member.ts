/** Macie members: queries and status mutations. */
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  EnableMacieMemberInput,
  MacieMember,
  MacieMemberConnection,
  MacieMemberPayload,
  MacieMembersArgs,
  SuspendMacieMemberInput,
} from '../schema/macie-member';
import { INPUT_ARGUMENT, TARGET_ARGUMENT } from '../schema/shared/arguments';
import { AwsAccountId } from '../schema/shared/scalars';
import { Transition } from '../schema/shared/transition';
import type { Context } from '../src/context';
import {
  macieMemberTransitions,
  type MacieMemberStatus,
  type RequestableMemberStatus,
} from '../src/transitions/macie-member';
import type { TransitionAction } from '../src/transitions/table';
import { changeStatus, type StatusChangeArguments } from './status-change';
import { toTransitions } from './transitions';

@Resolver(() => MacieMember)
export class MacieMemberResolver {
  @Query(() => MacieMemberConnection, {
    nullable: true,
    description: 'Member accounts of the Macie administrators of all targets or some (ListMembers).',
  })
  macieMembers(
    @Args(() => MacieMembersArgs) { filter, ...args }: MacieMembersArgs,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.MacieMember.connection({ ...args, onlyAssociated: filter?.onlyAssociated ?? true });
  }

  @Query(() => MacieMember, {
    nullable: true,
    description: 'A member account, or null when it has never been a member (GetMember).',
  })
  macieMember(
    @Arg('accountId', () => AwsAccountId, { description: 'The id of the account.' }) accountId: string,
    @Arg('target', () => String, TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pick(target, 'macie2');
    return loaders.MacieMember.items.find({ kind: 'MacieMember', target: name, accountId });
  }

  @FieldResolver(() => [Transition], { description: 'The status changes that may be requested now.' })
  availableTransitions(@Root() { relationshipStatus }: MacieMember): Transition[] {
    return toTransitions(macieMemberTransitions[relationshipStatus]);
  }

  @Mutation(() => MacieMemberPayload, {
    nullable: true,
    description:
      'Suspends Macie for a member, which cancels all jobs of the account for good (UpdateMemberSession).',
  })
  suspendMacieMember(
    @Arg('input', () => SuspendMacieMemberInput, INPUT_ARGUMENT) input: SuspendMacieMemberInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'SUSPEND', 'PAUSED');
  }

  @Mutation(() => MacieMemberPayload, {
    nullable: true,
    description: 'Enables Macie again for a suspended member (UpdateMemberSession).',
  })
  enableMacieMember(
    @Arg('input', () => EnableMacieMemberInput, INPUT_ARGUMENT) input: EnableMacieMemberInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'ENABLE', 'ENABLED');
  }
}

async function change(
  { changes, loaders, signal }: Context,
  input: StatusChangeArguments<MacieMemberStatus>,
  action: TransitionAction,
  to: RequestableMemberStatus,
) {
  const { resource, ...answer } = await changeStatus(
    { kind: 'MacieMember', action, to, apply: (request) => changes.MacieMember.apply(request, signal) },
    input,
  );
  return {
    ...answer,
    get macieMember() {
      const member = resource();
      return member && loaders.MacieMember.items.remember(member);
    },
  };
}
