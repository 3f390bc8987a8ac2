/** Turns a status mutation into a request to the change engine, and its result into a payload. */
import { InvalidInputError, type UserError } from '../schema/shared/user-error';
import type { StatusChange } from '../schema/shared/status-change';
import type { Change, ChangeRequest, ChangeResult } from '../src/changes/change';
import { BadUserInputError } from '../src/errors';
import { decodeIdOf, type RefOf, type ResourceKind } from '../src/ids';
import type { Loaders } from '../src/loaders/all';
import type { TransitionAction } from '../src/transitions/table';
import { toConsequences } from './transitions';
import { toUserError } from './user-errors';

export interface StatusChangeArguments<Status extends string> {
  readonly id: string;
  readonly expectedStatus?: Status | null;
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null;
}

/** What the mutation of a resource needs besides its input. */
export interface StatusChangeSite<Kind extends ResourceKind, Status extends string, Item> {
  readonly kind: Kind;
  readonly action: TransitionAction;
  readonly to: string;
  readonly apply: (request: ChangeRequest<RefOf<Kind>, Status>) => Promise<ChangeResult<Item>>;
}

export interface StatusChangeAnswer<Item> {
  /** The resource as last read; throws GatewayError when it could not be read after the change. */
  readonly resource: () => Item | undefined;
  readonly change: StatusChange | undefined;
  readonly userErrors: readonly UserError[];
}

export async function changeStatus<Kind extends ResourceKind, Status extends string, Item>(
  site: StatusChangeSite<Kind, Status, Item>,
  { id, expectedStatus, dryRun, idempotencyKey }: StatusChangeArguments<Status>,
  loaders: Loaders,
): Promise<StatusChangeAnswer<Item>> {
  try {
    const ref = decodeIdOf(site.kind, id);
    const { action, to } = site;
    const result = await site.apply({ ref, action, to, expectedStatus, dryRun, idempotencyKey });
    // What the request read before is spoiled.
    loaders.forget();
    return {
      resource: () => resourceOf(result),
      change: result.change && toStatusChange(result.change),
      userErrors: result.problems.map(toUserError),
    };
  } catch (error) {
    if (error instanceof BadUserInputError) return refusedInput(error.message, 'id');
    throw error;
  }
}

/** A mutation refused for a field of its input, before AWS was asked. */
export function refusedInput(message: string, field: string): StatusChangeAnswer<never> {
  const userErrors = [new InvalidInputError(message, ['input', field])];
  return { resource: () => undefined, change: undefined, userErrors };
}

function resourceOf<Item>({ item, readError }: ChangeResult<Item>): Item | undefined {
  if (item === undefined && readError !== undefined) throw readError;
  return item;
}

function toStatusChange({ from, to, outcome, consequences }: Change): StatusChange {
  return { from, to, outcome, consequences: toConsequences(consequences) };
}
