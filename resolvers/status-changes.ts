/** The resolver of changeStatuses: many status changes in one request. */
import { Arg, Ctx, Mutation, Resolver, Root } from 'type-graphql';
import { Needs } from '../schema/shared/access';
import { ResolvedField } from '../schema/shared/cost';
import { INPUT_ARGUMENT } from '../schema/shared/arguments';
import { Resource } from '../schema/shared/resource';
import { InvalidInputError } from '../schema/shared/user-error';
import {
  ChangeStatusesInput,
  type ChangeStatusesItemInput,
  ChangeStatusesPayload,
  ChangeStatusesResult,
} from '../schema/status-changes';
import type { Context } from '../src/graphql/context';
import { serviceOf } from '../src/domain/resources';
import { findResource } from '../src/loaders/all';
import { toStatusChange } from './status-change';
import { toUserError, type ErrorLocation } from './user-errors';

const MAX_ITEMS = 100;

@Resolver(() => ChangeStatusesResult)
export class StatusChangesResolver {
  @Needs('SCOPE_OF_KIND')
  @Mutation(() => ChangeStatusesPayload, {
    nullable: true,
    description:
      'Changes the statuses of up to 100 resources; the gateway checks and sends each change like the mutation for one resource, continues after the client disconnects, and records every outcome in the audit trail (UpdateClassificationJob, UpdateMemberSession, DisassociateMember, DeleteMember, CancelMailboxExportJob, UpdateCaseStatus, UpdateResolverType, CloseCase).',
  })
  async changeStatuses(
    @Arg('input', () => ChangeStatusesInput, INPUT_ARGUMENT) input: ChangeStatusesInput,
    @Ctx() { bulk, loaders, call }: Context,
  ): Promise<ChangeStatusesPayload> {
    const { items } = input;
    if (items.length < 1 || items.length > MAX_ITEMS) {
      const message = `items has ${items.length} entries; 1 to ${MAX_ITEMS} are allowed.`;
      return { results: [], userErrors: [new InvalidInputError(message, ['input', 'items'])] };
    }
    const { problems, results } = await bulk.apply(items, input, call);
    loaders.forget();
    return {
      results: results.map(({ id, ref, result: { change, problems: itemProblems } }, index) => ({
        id,
        ref,
        change: change && ref && toStatusChange(change, serviceOf(ref.kind)),
        userErrors: itemProblems.map((problem) => toUserError(problem, locationOf(items[index], index))),
      })),
      userErrors: problems.map((problem) => toUserError(problem)),
    };
  }

  @ResolvedField(() => Resource, { cost: 'call', nullable: true })
  resource(@Root() { ref }: ChangeStatusesResult, @Ctx() { loaders }: Context) {
    return ref && findResource(loaders, ref);
  }
}

function locationOf(item: ChangeStatusesItemInput | undefined, index: number): ErrorLocation {
  const path = ['input', 'items', String(index)];
  return { path, changeField: item?.action === 'UPDATE_STATUS' ? 'status' : 'action', fallback: path };
}
