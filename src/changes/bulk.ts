/** Bulk status changes: many changes in one request, each checked and sent separately, with one result per item. */
import type { CallContext } from '../aws/client/call-context';
import { GatewayError } from '../domain/errors';
import { missingWriteScope } from '../domain/principal';
import { type ServiceName } from '../domain/services';
import { serviceOf, type ResourceRef } from '../domain/resources';
import { violationsOf } from '../input-rules/check';
import { changeRequestRules } from '../input-rules/shared';
import type { Changes } from './all';
import {
  BULK_MUTATION,
  checkItem,
  InvalidItemError,
  type BulkItem,
  type BulkOptions,
  type CheckedItem,
} from './bulk-items';
import type { ChangeProblem, ChangeRequest, ChangeResult } from './change';
import { INPUT_MISMATCH } from './serialize-problem';

export interface BulkItemResult {
  readonly id: string;
  readonly ref: ResourceRef | undefined;
  readonly result: Pick<ChangeResult<unknown>, 'change' | 'problems' | 'sent'>;
}

export interface BulkResult {
  /** The problems of the request as a whole; with any, the gateway sent nothing and there are no results. */
  readonly problems: readonly ChangeProblem[];
  /** One result per item, in the order of the items. */
  readonly results: readonly BulkItemResult[];
}

/** The maximum number of concurrent changes of one service. */
const CONCURRENCY_PER_SERVICE = 4;

/** Milliseconds for the steps before a change is sent. The disconnect of the client does not end them. */
const ITEM_DEADLINE_MS = 30_000;

export class BulkChanges {
  constructor(private readonly changes: Changes) {}

  /** Applies the changes. The result of each item contains its problems. Throws GatewayError when nothing was sent. */
  async apply(items: readonly BulkItem[], options: BulkOptions, call: CallContext): Promise<BulkResult> {
    const violations = violationsOf(changeRequestRules, options);
    if (violations.length > 0) {
      return refused(violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation })));
    }
    const targets = this.changes.targets.visibleTo(call.principal);
    const checked = items.map((item, index) => checkItem(item, index, options, targets));
    if (!(await this.bindKey(checked, options, call))) return refused([INPUT_MISMATCH]);
    return { problems: [], results: await this.applyAll(checked, options, call) };
  }

  /**
   * Binds the idempotency key to the whole input, unless no change of the request can be sent. The results are stored
   * under keys of the items. False, and on record, when the key was used with a different input.
   */
  private async bindKey(
    checked: readonly CheckedItem[],
    { dryRun, stopOnFailure, idempotencyKey }: BulkOptions,
    call: CallContext,
  ): Promise<boolean> {
    if (idempotencyKey == null || dryRun || !checked.some((each) => isSendable(each, call))) return true;
    const mutation = {
      mutation: BULK_MUTATION,
      input: { items: checked.map(({ item }) => item), stopOnFailure },
    };
    const { pipeline } = this.changes;
    const refusal = { ...mutation, service: undefined, resourceId: undefined, idempotencyKey };
    try {
      if (await pipeline.bindKey(idempotencyKey, mutation, call)) return true;
    } catch (error) {
      if (error instanceof GatewayError) await pipeline.recordRefusal(refusal, call, error.code);
      throw error;
    }
    await pipeline.recordRefusal(refusal, call);
    return false;
  }

  private async applyAll(
    checked: readonly CheckedItem[],
    { stopOnFailure }: BulkOptions,
    call: CallContext,
  ): Promise<readonly BulkItemResult[]> {
    const results = new Array<BulkItemResult>(checked.length);
    let failed = false;
    const run = async (item: CheckedItem) => {
      const result = failed && stopOnFailure ? SKIPPED : await this.applyOne(item, call);
      failed ||= result.problems.length > 0;
      results[item.index] = { id: item.item.id, ref: result === SKIPPED ? undefined : item.ref, result };
    };
    const batches = stopOnFailure ? [checked] : byService(checked);
    await Promise.all(
      batches.map((batch) => runConcurrently(batch, stopOnFailure ? 1 : CONCURRENCY_PER_SERVICE, run)),
    );
    return results;
  }

  private async applyOne(checked: CheckedItem, call: CallContext): Promise<BulkItemResult['result']> {
    const { request, index } = checked;
    try {
      if (!(request instanceof InvalidItemError)) {
        return await this.send(request, { ...call, signal: AbortSignal.timeout(ITEM_DEADLINE_MS) });
      }
      await this.recordInvalid(checked, call);
      const path = ['input', 'items', String(index), request.field];
      return failure({ kind: 'INVALID_INPUT', path, message: request.message });
    } catch (error) {
      // After an unexpected error the outcome is unknown. The results of the other items stay valid.
      if (!(error instanceof GatewayError)) {
        return failure({ kind: 'OUTCOME_UNKNOWN', observedStatus: undefined });
      }
      return failure({ kind: 'NOT_SENT', error });
    }
  }

  /** Throws GatewayError when the item cannot be recorded, or when the caller lacks its scope. */
  private recordInvalid({ item, ref }: CheckedItem, call: CallContext): Promise<void> {
    const service = ref && serviceOf(ref.kind);
    const refusal = { mutation: BULK_MUTATION, service, resourceId: item.id, input: item };
    return this.changes.pipeline.recordRefusal(refusal, call);
  }

  private send(
    request: ChangeRequest<ResourceRef, string>,
    call: CallContext,
  ): Promise<BulkItemResult['result']> {
    const { ref, action } = request;
    const engine =
      action === 'UPDATE_RESOLVER_TYPE' ? this.changes.securityCaseResolverType : this.changes[ref.kind];
    // The compiler does not see that the engine and the ref have the same kind. An expected status is compared as text.
    return engine.apply(request as never, call);
  }
}

function refused(problems: readonly ChangeProblem[]): BulkResult {
  return { problems, results: [] };
}

function failure(problem: ChangeProblem): BulkItemResult['result'] {
  return { change: undefined, problems: [problem], sent: problem.kind === 'OUTCOME_UNKNOWN' };
}

const SKIPPED = failure({ kind: 'SKIPPED' });

/** True when the input and the scopes of the caller allow to send the change of the item. */
function isSendable({ request, ref }: CheckedItem, { principal }: CallContext): boolean {
  if (request instanceof InvalidItemError) return false;
  return missingWriteScope(principal, ref && serviceOf(ref.kind)) === undefined;
}

/** One batch of items per service, and one for items with an invalid id. */
function byService(checked: readonly CheckedItem[]): readonly (readonly CheckedItem[])[] {
  const batches = new Map<ServiceName | undefined, CheckedItem[]>();
  for (const each of checked) {
    const service = each.ref && serviceOf(each.ref.kind);
    const batch = batches.get(service);
    if (batch === undefined) batches.set(service, [each]);
    else batch.push(each);
  }
  return [...batches.values()];
}

/** Starts the work of a batch in its order, with limited concurrency. */
async function runConcurrently(
  batch: readonly CheckedItem[],
  concurrency: number,
  run: (item: CheckedItem) => Promise<void>,
): Promise<void> {
  const remaining = batch.values();
  const workers = Array.from({ length: concurrency }, async () => {
    for (const item of remaining) await run(item);
  });
  await Promise.all(workers);
}
