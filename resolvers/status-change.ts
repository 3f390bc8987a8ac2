/** Turns a status mutation into a request to the change engine, and its result into a payload. */
import { InvalidInputError, type UserError } from '../schema/shared/user-error';
import type { StatusChange } from '../schema/shared/status-change';
import type { Context } from '../src/graphql/context';
import type { Change, ChangeRequest, ChangeResult } from '../src/changes/change';
import { BadUserInputError } from '../src/domain/errors';
import { type ServiceName } from '../src/domain/services';
import { decodeIdOf } from '../src/domain/ids';
import { serviceOf, type RefOf, type ResourceKind } from '../src/domain/resources';
import type { ConsequenceCode, TransitionAction } from '../src/domain/transitions/table';
import { iamActionOf } from './iam-action';
import { toConsequences } from './transitions';
import { toUserError } from './user-errors';

export interface StatusChangeArguments<Status extends string> {
  readonly id: string;
  readonly expectedStatus?: Status | null;
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null;
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

/** What the mutation of a resource needs besides its input. */
export interface StatusChangeSite<Kind extends ResourceKind, Status extends string, Item> {
  readonly kind: Kind;
  /** The GraphQL field. */
  readonly mutation: string;
  readonly action: TransitionAction;
  readonly to: string;
  readonly apply: (request: ChangeRequest<RefOf<Kind>, Status>) => Promise<ChangeResult<Item>>;
}

export interface StatusChangeResult<Item> {
  /** The resource as last read; throws GatewayError when it could not be read after the change. */
  readonly resource: () => Item | undefined;
  readonly change: StatusChange | undefined;
  readonly userErrors: readonly UserError[];
}

export async function changeStatus<Kind extends ResourceKind, Status extends string, Item>(
  site: StatusChangeSite<Kind, Status, Item>,
  input: StatusChangeArguments<Status>,
  { loaders, changes, targets, call }: Context,
): Promise<StatusChangeResult<Item>> {
  const { id, expectedStatus, dryRun, acknowledge, idempotencyKey } = input;
  try {
    const ref = decodeIdOf(site.kind, id);
    targets.get(ref.target, serviceOf(ref.kind));
    const { mutation, action, to } = site;
    const request = { ref, mutation, action, to, expectedStatus, dryRun, acknowledge, idempotencyKey };
    const result = await site.apply(request);
    // What the request read before is spoiled.
    loaders.forget();
    return {
      resource: () => resourceOf(result),
      change: result.change && toStatusChange(result.change, serviceOf(site.kind)),
      userErrors: result.problems.map(toUserError),
    };
  } catch (error) {
    if (!(error instanceof BadUserInputError)) throw error;
    await changes.pipeline.recordRefusal({ mutation: site.mutation, id, input }, call);
    return refusedInput(error.message, 'id');
  }
}

/** A mutation refused for a field of its input, before AWS was asked. */
export function refusedInput(message: string, field: string): StatusChangeResult<never> {
  const userErrors = [new InvalidInputError(message, ['input', field])];
  return { resource: () => undefined, change: undefined, userErrors };
}

function resourceOf<Item>({ item, readError }: ChangeResult<Item>): Item | undefined {
  if (item === undefined && readError !== undefined) throw readError;
  return item;
}

export function toStatusChange({ consequences, ...change }: Change, service: ServiceName): StatusChange {
  return {
    ...change,
    iamAction: iamActionOf(service, change.operation),
    consequences: toConsequences(consequences),
  };
}
