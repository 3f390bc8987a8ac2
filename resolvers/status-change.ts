/** The common resolver of status mutations: it converts the input to a change request and the result to a payload. */
import { InvalidInputError } from '../schema/shared/user-error';
import type { StatusChange } from '../schema/shared/status-change';
import type { Context } from '../src/graphql/context';
import { outcomeOf, type Change, type ChangeRequest, type ChangeResult } from '../src/changes/change';
import { BadUserInputError } from '../src/domain/errors';
import { iamActionOf } from '../src/domain/services';
import { decodeIdOf } from '../src/domain/ids';
import { serviceOf, type RefOf, type ResourceKind } from '../src/domain/resources';
import { findAction, type ActionOf } from '../src/domain/transitions/actions';
import type { ConsequenceCode, TransitionAction } from '../src/domain/transitions/table';
import type { CommandPayload } from './command-payload';
import { toConsequences } from './transitions';
import { toUserError } from './user-errors';

export interface StatusChangeArguments<Status extends string> {
  readonly id: string;
  readonly expectedStatus?: Status | null;
  readonly dryRun: boolean;
  readonly idempotencyKey?: string | null;
  readonly acknowledge?: readonly ConsequenceCode[] | null;
}

/** The change that a mutation requests. */
export interface RequestedChange<Kind extends ResourceKind, Status extends string, Item> {
  readonly kind: Kind;
  readonly action: ActionOf<Kind>;
  /** The input field that names the requested status, and its value; undefined when the action determines the status. */
  readonly to?: { readonly field: string; readonly value: string };
  readonly apply: (request: ChangeRequest<RefOf<Kind>, Status>) => Promise<ChangeResult<Item>>;
}

export interface StatusChangeResult<Item> extends CommandPayload {
  /** The resource as last read; throws GatewayError when it could not be read after the change. */
  readonly resource: () => Item | undefined;
  readonly change: StatusChange | undefined;
}

/** Applies the change. Records a change with an invalid id or target in the audit trail, and returns a user error for it. */
export async function changeStatus<Kind extends ResourceKind, Status extends string, Item>(
  requested: RequestedChange<Kind, Status, Item>,
  input: StatusChangeArguments<Status>,
  context: Context,
): Promise<StatusChangeResult<Item>> {
  const { id, expectedStatus, dryRun, acknowledge, idempotencyKey } = input;
  const { kind, action } = requested;
  const definition = findAction(kind, action);
  const to = requested.to?.value ?? definition?.to;
  if (definition === undefined || to === undefined) throw new Error(`${kind} has no action ${action}.`);
  const { mutation } = definition;
  try {
    const ref = decodeIdOf(kind, id);
    const request = { ref, mutation, action, to, expectedStatus, dryRun, acknowledge, idempotencyKey };
    const result = await requested.apply(request);
    // The responses that the request read before the change are outdated.
    context.loaders.forget();
    return {
      resource: () => resourceOf(result),
      outcome: outcomeOf(result),
      ...operationOf(kind, action),
      idempotencyKey: result.sent ? (idempotencyKey ?? undefined) : undefined,
      change: result.change && toStatusChange(result.change),
      userErrors: result.problems.map((problem) =>
        toUserError(problem, { path: ['input'], changeField: requested.to?.field ?? 'id' }),
      ),
    };
  } catch (error) {
    if (!(error instanceof BadUserInputError)) throw error;
    await recordRefusal(mutation, kind, input, context);
    return refusedInput(kind, action, error.message, 'id');
  }
}

/** Records a status change with an invalid input. Throws ForbiddenError when the caller lacks the scope. */
export async function recordRefusal(
  mutation: string,
  kind: ResourceKind,
  { idempotencyKey, ...input }: Pick<StatusChangeArguments<string>, 'id' | 'idempotencyKey'>,
  { changes, call }: Context,
): Promise<void> {
  const service = serviceOf(kind);
  await changes.pipeline.recordRefusal(
    { mutation, service, resourceId: input.id, input, idempotencyKey },
    call,
  );
}

/** The result of a mutation with an invalid input field, which the gateway refused without calling AWS. */
export function refusedInput(
  kind: ResourceKind,
  action: TransitionAction,
  message: string,
  field: string,
): StatusChangeResult<never> {
  return {
    resource: () => undefined,
    outcome: 'REFUSED',
    ...operationOf(kind, action),
    idempotencyKey: undefined,
    change: undefined,
    userErrors: [new InvalidInputError(message, ['input', field])],
  };
}

/** The AWS operation of an action and its IAM action; undefined when the kind has no such action. */
export function operationOf(
  kind: ResourceKind,
  action: TransitionAction,
): Pick<CommandPayload, 'operation' | 'iamAction'> {
  const operation = findAction(kind, action)?.operation;
  return { operation, iamAction: operation && iamActionOf(serviceOf(kind), operation) };
}

function resourceOf<Item>({ item, readError }: ChangeResult<Item>): Item | undefined {
  if (item === undefined && readError !== undefined) throw readError;
  return item;
}

export function toStatusChange({ from, to, consequences }: Change): StatusChange {
  return { from, to, consequences: toConsequences(consequences) };
}
