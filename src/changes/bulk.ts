/** Bulk status changes: many changes in one request, each checked and sent separately, with one result per item. */
import { createHash } from 'node:crypto';
import type { CallContext } from '../aws/client/call-context';
import { BadUserInputError, GatewayError } from '../domain/errors';
import { type ServiceName } from '../domain/services';
import { decodeResourceId } from '../domain/ids';
import { serviceOf, type ResourceRef } from '../domain/resources';
import { findAction } from '../domain/transitions/actions';
import type { ConsequenceCode, TransitionAction } from '../domain/transitions/table';
import { violationsOf, type Violation } from '../input-rules/check';
import { changeRequestRules } from '../input-rules/shared';
import type { Changes } from './all';
import type { ChangeProblem, ChangeRequest, ChangeResult } from './change';

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

export interface BulkResult {
  readonly id: string;
  readonly ref: ResourceRef | undefined;
  readonly result: Pick<ChangeResult<unknown>, 'change' | 'problems'>;
}

const MUTATION = 'changeStatuses';

/** The maximum number of concurrent changes of one service. */
const CONCURRENCY_PER_SERVICE = 4;

/** Milliseconds for the steps before a change is sent. The disconnect of the client does not end them. */
const ITEM_DEADLINE_MS = 30_000;

export class BulkChanges {
  constructor(private readonly changes: Changes) {}

  /** The violations of the request as a whole; none of its changes may then be applied. */
  violations(options: BulkOptions): readonly Violation[] {
    return violationsOf(changeRequestRules, options);
  }

  /** Applies the changes. The result of each item contains its problems; the order is that of the items. */
  async apply(
    items: readonly BulkItem[],
    options: BulkOptions,
    call: CallContext,
  ): Promise<readonly BulkResult[]> {
    const results = new Array<BulkResult>(items.length);
    let failed = false;
    const run = async (index: number) => {
      const item = items[index];
      if (item === undefined) return;
      const result =
        failed && options.stopOnFailure ? skipped(item) : await this.applyOne(item, index, options, call);
      failed ||= result.result.problems.length > 0;
      results[index] = result;
    };
    const batches = options.stopOnFailure ? [items.map((_, index) => index)] : byService(items);
    await Promise.all(
      batches.map((batch) =>
        runConcurrently(batch, options.stopOnFailure ? 1 : CONCURRENCY_PER_SERVICE, run),
      ),
    );
    return results;
  }

  private async applyOne(
    item: BulkItem,
    index: number,
    options: BulkOptions,
    call: CallContext,
  ): Promise<BulkResult> {
    const { id } = item;
    let ref: ResourceRef | undefined;
    try {
      ref = decodeResourceId(id);
      const request = requestOf(ref, item, index, options);
      const itemCall = { ...call, signal: AbortSignal.timeout(ITEM_DEADLINE_MS) };
      return { id, ref, result: await this.send(request, itemCall) };
    } catch (error) {
      const recorded = await this.recordRefusal(error, item, ref, call);
      return { id, ref, result: { change: undefined, problems: [problemOf(recorded, index)] } };
    }
  }

  /** Records an invalid item. Returns the error, or the reason why the item was not recorded as invalid. */
  private async recordRefusal(
    error: unknown,
    item: BulkItem,
    ref: ResourceRef | undefined,
    call: CallContext,
  ): Promise<unknown> {
    if (!(error instanceof BadUserInputError)) return error;
    const service = ref && serviceOf(ref.kind);
    const refused = { mutation: MUTATION, service, resourceId: item.id, input: item };
    try {
      await this.changes.pipeline.recordRefusal(refused, call);
      return error;
    } catch (reason) {
      return reason;
    }
  }

  private send(
    request: ChangeRequest<ResourceRef, string>,
    call: CallContext,
  ): Promise<BulkResult['result']> {
    const { ref, action } = request;
    const engine =
      action === 'UPDATE_RESOLVER_TYPE' ? this.changes.securityCaseResolverType : this.changes[ref.kind];
    // The compiler does not see that the engine and the ref have the same kind. An expected status is compared as text.
    return engine.apply(request as never, call);
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
    throw new BulkItemError(
      `A ${ref.kind} has no action ${action}: use an action of its availableTransitions.`,
      'action',
    );
  }
  const to = definition.to ?? status;
  if (to == null)
    throw new BulkItemError(`${action} requires the field status: set the requested status.`, 'status');
  return {
    ref,
    mutation: MUTATION,
    action,
    to,
    expectedStatus,
    acknowledge,
    dryRun,
    idempotencyKey: idempotencyKey == null ? undefined : itemKeyOf(idempotencyKey, index),
  };
}

/** A field of an item is invalid. */
class BulkItemError extends BadUserInputError {
  constructor(
    message: string,
    readonly field: string,
  ) {
    super(message);
  }
}

function problemOf(error: unknown, index: number): ChangeProblem {
  // After an unexpected error the outcome is unknown. The results of the other items stay valid.
  if (!(error instanceof GatewayError)) return { kind: 'OUTCOME_UNKNOWN', observedStatus: undefined };
  if (!(error instanceof BadUserInputError)) return { kind: 'NOT_SENT', error };
  const field = error instanceof BulkItemError ? error.field : 'id';
  return { kind: 'INVALID_INPUT', path: ['input', 'items', String(index), field], message: error.message };
}

function skipped({ id }: BulkItem): BulkResult {
  return { id, ref: undefined, result: { change: undefined, problems: [{ kind: 'SKIPPED' }] } };
}

/** The indexes of the items, one batch per service, and one batch for invalid ids. */
function byService(items: readonly BulkItem[]): number[][] {
  const batches = new Map<ServiceName | undefined, number[]>();
  for (const [index, { id }] of items.entries()) {
    const service = serviceOfId(id);
    const batch = batches.get(service);
    if (batch === undefined) batches.set(service, [index]);
    else batch.push(index);
  }
  return [...batches.values()];
}

function serviceOfId(id: string): ServiceName | undefined {
  try {
    return serviceOf(decodeResourceId(id).kind);
  } catch {
    return undefined;
  }
}

/** Starts the work of a batch in its order, with limited concurrency. */
async function runConcurrently(
  batch: readonly number[],
  concurrency: number,
  run: (index: number) => Promise<void>,
): Promise<void> {
  const remaining = batch.values();
  const workers = Array.from({ length: concurrency }, async () => {
    for (const index of remaining) await run(index);
  });
  await Promise.all(workers);
}

/** The idempotency key of an item, derived from the key of the request and the index of the item. */
function itemKeyOf(idempotencyKey: string, index: number): string {
  return createHash('sha256')
    .update(JSON.stringify([idempotencyKey, index]))
    .digest('base64url');
}
