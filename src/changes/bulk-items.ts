/** The items of a bulk request, checked before the gateway calls AWS or looks up an idempotency key. */
import { createHash } from 'node:crypto';
import { BadUserInputError } from '../domain/errors';
import { decodeResourceId } from '../domain/ids';
import { serviceOf, type ResourceRef } from '../domain/resources';
import type { Targets } from '../domain/targets';
import { expectableStatuses, findAction, SETTABLE_CASE_STATUSES } from '../domain/transitions/actions';
import type { ConsequenceCode, TransitionAction } from '../domain/transitions/table';
import type { ChangeRequest } from './change';

export interface BulkItem {
  readonly id: string;
  readonly action: TransitionAction;
  /** The requested status for UPDATE_STATUS; every other action determines its status. */
  readonly status?: string | null | undefined;
  readonly expectedStatus?: string | null | undefined;
  readonly acknowledge?: readonly ConsequenceCode[] | null | undefined;
}

export interface BulkOptions {
  readonly dryRun: boolean;
  /** Runs the changes one by one, and skips all changes after the first with a problem. */
  readonly stopOnFailure: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

export const BULK_MUTATION = 'changeStatuses';

/** An item with the change that it requests, or with the reason why it is invalid. */
export interface CheckedItem {
  readonly item: BulkItem;
  readonly index: number;
  /** Undefined for an invalid id. */
  readonly ref: ResourceRef | undefined;
  readonly request: ChangeRequest<ResourceRef, string> | InvalidItemError;
}

/** A field of an item is invalid. */
export class InvalidItemError extends BadUserInputError {
  constructor(
    message: string,
    readonly field: keyof BulkItem,
  ) {
    super(message);
  }
}

/** @param targets the targets that the caller may access. */
export function checkItem(
  item: BulkItem,
  index: number,
  options: BulkOptions,
  targets: Targets,
): CheckedItem {
  let ref: ResourceRef | undefined;
  try {
    ref = decodeResourceId(item.id);
    targets.get(ref.target, serviceOf(ref.kind));
    return { item, index, ref, request: requestOf(ref, item, index, options) };
  } catch (error) {
    if (error instanceof InvalidItemError) return { item, index, ref, request: error };
    if (!(error instanceof BadUserInputError)) throw error;
    return { item, index, ref, request: new InvalidItemError(error.message, 'id') };
  }
}

function requestOf(
  ref: ResourceRef,
  { action, status, expectedStatus, acknowledge }: BulkItem,
  index: number,
  { dryRun, idempotencyKey }: BulkOptions,
): ChangeRequest<ResourceRef, string> {
  const definition = findAction(ref.kind, action);
  if (definition === undefined) {
    throw new InvalidItemError(
      `A ${ref.kind} has no action ${action}: use an action of its availableTransitions.`,
      'action',
    );
  }
  const to = definition.to ?? status;
  if (to == null) {
    throw new InvalidItemError(`${action} requires the field status: set the requested status.`, 'status');
  }
  if (definition.to === undefined) requireOneOf('status', to, SETTABLE_CASE_STATUSES);
  if (expectedStatus != null) {
    requireOneOf('expectedStatus', expectedStatus, expectableStatuses(ref.kind, action));
  }
  return {
    ref,
    mutation: BULK_MUTATION,
    action,
    to,
    expectedStatus,
    acknowledge,
    dryRun,
    idempotencyKey: idempotencyKey == null ? undefined : itemKeyOf(idempotencyKey, index),
  };
}

function requireOneOf(field: 'status' | 'expectedStatus', value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw new InvalidItemError(`${field} must be one of ${allowed.join(', ')}.`, field);
}

/** The idempotency key of an item, derived from the key of the request and the index of the item. */
function itemKeyOf(idempotencyKey: string, index: number): string {
  return createHash('sha256')
    .update(JSON.stringify([idempotencyKey, index]))
    .digest('base64url');
}
