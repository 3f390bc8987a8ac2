/** Resolvers of Macie members: queries and mutations. */
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  CreateMacieMemberPayload,
  MacieMember,
  MacieMemberConnection,
  MacieMemberPayload,
} from '../schema/macie-member';
import {
  CreateMacieMemberInput,
  DeleteMacieMemberInput,
  DisassociateMacieMemberInput,
  EnableMacieMemberInput,
  MacieMembersArgs,
  SuspendMacieMemberInput,
} from '../schema/macie-member-inputs';
import { Needs } from '../schema/shared/access';
import { SearchesWith } from '../schema/shared/cost';
import { INPUT_ARGUMENT, TARGET_ARGUMENT } from '../schema/shared/arguments';
import { AwsAccountId } from '../schema/shared/scalars';
import type { Context } from '../src/graphql/context';
import type { MacieMemberStatus } from '../src/domain/transitions/macie-member';
import type { ActionOf } from '../src/domain/transitions/actions';
import { selectsTotalCount } from './look-ahead';
import { changeStatus, type StatusChangeArguments } from './status-change';
import { toCommandPayload } from './command-payload';

@Resolver(() => MacieMember)
export class MacieMemberResolver {
  @SearchesWith('orderBy')
  @Query(() => MacieMemberConnection, {
    nullable: true,
    description: 'The members of the Macie administrators of all targets or of the named ones (ListMembers).',
  })
  macieMembers(
    @Args(() => MacieMembersArgs) args: MacieMembersArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return loaders.MacieMember.connection(args, { countsRows: selectsTotalCount(info) });
  }

  @Query(() => MacieMember, {
    nullable: true,
    description: 'The member with this account id; null when Macie has no record of the account (GetMember).',
  })
  macieMember(
    @Arg('accountId', () => AwsAccountId, { description: 'The id of the account.' }) accountId: string,
    @Arg('target', () => String, TARGET_ARGUMENT) target: string | null | undefined,
    @Ctx() { loaders, targets }: Context,
  ) {
    const { name } = targets.pick(target, 'macie2');
    return loaders.MacieMember.items.find({ kind: 'MacieMember', target: name, accountId });
  }

  @Needs('macie:write')
  @Mutation(() => CreateMacieMemberPayload, {
    nullable: true,
    description:
      'Adds an account as a member of the Macie administrator, or prepares it for an invitation (CreateMember).',
  })
  async createMacieMember(
    @Arg('input', () => CreateMacieMemberInput, INPUT_ARGUMENT) input: CreateMacieMemberInput,
    @Ctx() { commands, loaders, call }: Context,
  ) {
    const result = await commands.MacieMember.create(input, call);
    return {
      ...toCommandPayload(result, loaders),
      get macieMember() {
        return result.value && loaders.MacieMember.items.find(result.value);
      },
    };
  }

  @Needs('macie:write')
  @Mutation(() => MacieMemberPayload, {
    nullable: true,
    description:
      'Suspends Macie for a member, which permanently cancels all classification jobs of the account (UpdateMemberSession).',
  })
  suspendMacieMember(
    @Arg('input', () => SuspendMacieMemberInput, INPUT_ARGUMENT) input: SuspendMacieMemberInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'SUSPEND');
  }

  @Needs('macie:write')
  @Mutation(() => MacieMemberPayload, {
    nullable: true,
    description: 'Enables Macie again for a suspended member (UpdateMemberSession).',
  })
  enableMacieMember(
    @Arg('input', () => EnableMacieMemberInput, INPUT_ARGUMENT) input: EnableMacieMemberInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'ENABLE');
  }

  @Needs('macie:write')
  @Mutation(() => MacieMemberPayload, {
    nullable: true,
    description:
      'Disassociates a member from the Macie administrator, which keeps the record of the account (DisassociateMember).',
  })
  disassociateMacieMember(
    @Arg('input', () => DisassociateMacieMemberInput, INPUT_ARGUMENT) input: DisassociateMacieMemberInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'DISASSOCIATE');
  }

  @Needs('macie:write')
  @Mutation(() => MacieMemberPayload, {
    nullable: true,
    description: 'Deletes the Macie record of an account that is not a current member (DeleteMember).',
  })
  deleteMacieMember(
    @Arg('input', () => DeleteMacieMemberInput, INPUT_ARGUMENT) input: DeleteMacieMemberInput,
    @Ctx() context: Context,
  ) {
    return change(context, input, 'DELETE');
  }
}

async function change(
  context: Context,
  input: StatusChangeArguments<MacieMemberStatus>,
  action: ActionOf<'MacieMember'>,
) {
  const { resource, ...payload } = await changeStatus(
    {
      kind: 'MacieMember',
      action,
      apply: (request) => context.changes.MacieMember.apply(request, context.call),
    },
    input,
    context,
  );
  return {
    ...payload,
    get macieMember() {
      const member = resource();
      return member && context.loaders.MacieMember.items.remember(member);
    },
  };
}
