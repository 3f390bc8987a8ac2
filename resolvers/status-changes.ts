/** The resolver of changeStatuses: many status changes in one request. */
import { Arg, Ctx, Mutation, Resolver, Root } from 'type-graphql';
import { Needs } from '../schema/shared/access';
import { ResolvedField } from '../schema/shared/cost';
import { INPUT_ARGUMENT } from '../schema/shared/arguments';
import { Resource } from '../schema/shared/resource';
import { InvalidInputError, type UserError } from '../schema/shared/user-error';
import {
  ChangeStatusesInput,
  type ChangeStatusesItemInput,
  ChangeStatusesPayload,
  ChangeStatusesResult,
} from '../schema/status-changes';
import type { Context } from '../src/graphql/context';
import type { BulkItemResult } from '../src/changes/bulk';
import { outcomeOf } from '../src/changes/change';
import type { ChangeOutcome } from '../src/domain/transitions/table';
import { findResource } from '../src/loaders/all';
import { operationOf, toStatusChange } from './status-change';
import { toUserError } from './user-errors';

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
    const { items, idempotencyKey } = input;
    if (items.length < 1 || items.length > MAX_ITEMS) {
      const message = `items has ${items.length} entries; 1 to ${MAX_ITEMS} are allowed.`;
      return toPayload([], [new InvalidInputError(message, ['input', 'items'])]);
    }
    const { problems, results } = await bulk.apply(items, input, call);
    loaders.forget();
    return toPayload(
      results.map((result, index) => toResult(result, items[index], index)),
      problems.map((problem) => toUserError(problem)),
      results.some(({ result }) => result.sent) ? (idempotencyKey ?? undefined) : undefined,
    );
  }

  @ResolvedField(() => Resource, { cost: 'call', nullable: true })
  resource(@Root() { ref }: ChangeStatusesResult, @Ctx() { loaders }: Context) {
    return ref && findResource(loaders, ref);
  }
}

/** The outcomes from the worst to the best. */
const OUTCOMES: readonly ChangeOutcome[] = ['UNKNOWN', 'REFUSED', 'DRY_RUN', 'RECONCILED', 'APPLIED'];

function toPayload(
  results: readonly ChangeStatusesResult[],
  userErrors: readonly UserError[],
  idempotencyKey?: string,
): ChangeStatusesPayload {
  const found = OUTCOMES.find((outcome) => results.some((result) => result.outcome === outcome));
  const iamActions = new Set(results.map(({ iamAction }) => iamAction));
  const [first] = results;
  return {
    outcome: found ?? 'REFUSED',
    operation: iamActions.size === 1 ? first?.operation : undefined,
    iamAction: iamActions.size === 1 ? first?.iamAction : undefined,
    idempotencyKey,
    results,
    userErrors,
  };
}

function toResult(
  { id, ref, result }: BulkItemResult,
  item: ChangeStatusesItemInput | undefined,
  index: number,
): ChangeStatusesResult {
  const path = ['input', 'items', String(index)];
  const changeField = item?.action === 'UPDATE_STATUS' ? 'status' : 'action';
  const location = { path, changeField, fallback: path };
  const none = { operation: undefined, iamAction: undefined };
  return {
    resourceId: id,
    ref,
    outcome: outcomeOf(result),
    ...(ref && item ? operationOf(ref.kind, item.action) : none),
    change: result.change && toStatusChange(result.change),
    userErrors: result.problems.map((problem) => toUserError(problem, location)),
  };
}
