/** Many status changes in one request: each is checked, sent and answered for itself, in the order they stand. */
import { createHash } from 'node:crypto';
import type { CallContext } from '../aws/client/call-context';
import { BadUserInputError, GatewayError } from '../domain/errors';
import { type ServiceName } from '../domain/services';
import { decodeId } from '../domain/ids';
import { serviceOf, type ResourceRef } from '../domain/resources';
import type { Targets } from '../domain/targets';
import { findAction } from '../domain/transitions/actions';
import type { ConsequenceCode, TransitionAction } from '../domain/transitions/table';
import type { Changes } from './all';
import type { ChangeProblem, ChangeRequest, ChangeResult } from './change';

export interface BulkItem {
  readonly id: string;
  readonly action: TransitionAction;
  /** Where UPDATE_STATUS leads; the other actions lead to one place each. */
  readonly status?: string | null | undefined;
  readonly expectedStatus?: string | null | undefined;
  readonly acknowledge?: readonly ConsequenceCode[] | null | undefined;
}

export interface BulkOptions {
  readonly dryRun: boolean;
  /** Begins nothing after a change that was not applied; then they are sent one by one. */
  readonly stopOnFailure: boolean;
  readonly idempotencyKey?: string | null | undefined;
}

export interface BulkResult {
  readonly id: string;
  readonly ref: ResourceRef | undefined;
  readonly result: Pick<ChangeResult<unknown>, 'change' | 'problems'>;
}

const MUTATION = 'changeStatuses';

/** Changes of one service that are under way at once. */
const CONCURRENCY_PER_SERVICE = 4;

/** Milliseconds for what is before the sending of each change. The client may go away meanwhile. */
const ITEM_DEADLINE_MS = 30_000;

export class BulkChanges {
  constructor(
    private readonly changes: Changes,
    private readonly targets: Targets,
  ) {}

  /** Never rejects: what is wrong with an item stands in its result. */
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
    const lines = options.stopOnFailure ? [items.map((_, index) => index)] : byService(items);
    await Promise.all(
      lines.map((line) => runConcurrently(line, options.stopOnFailure ? 1 : CONCURRENCY_PER_SERVICE, run)),
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
      ref = decodeId(id);
      this.targets.visibleTo(call.principal).get(ref.target, serviceOf(ref.kind));
      const request = requestOf(ref, item, index, options);
      const itemCall = { ...call, signal: AbortSignal.timeout(ITEM_DEADLINE_MS) };
      return { id, ref, result: await this.send(request, itemCall) };
    } catch (error) {
      const problem = problemOf(error, index);
      if (problem.kind === 'INVALID_INPUT') {
        await this.changes.pipeline.recordRefusal({ mutation: MUTATION, resourceId: id, input: item }, call);
      }
      return { id, ref, result: { change: undefined, problems: [problem] } };
    }
  }

  private send(
    request: ChangeRequest<ResourceRef, string>,
    call: CallContext,
  ): Promise<BulkResult['result']> {
    const { ref } = request;
    // The status that is expected is compared as text, so that another kind's status is simply not the one.
    const as = <Ref extends ResourceRef>(itemCall: Ref) =>
      ({ ...request, ref: itemCall }) as ChangeRequest<Ref, never>;
    switch (ref.kind) {
      case 'ClassificationJob':
        return this.changes.ClassificationJob.apply(as(ref), call);
      case 'MacieMember':
        return this.changes.MacieMember.apply(as(ref), call);
      case 'MailboxExportJob':
        return this.changes.MailboxExportJob.apply(as(ref), call);
      case 'SecurityCase':
        return request.action === 'UPDATE_RESOLVER_TYPE'
          ? this.changes.securityCaseResolver.apply(as(ref), call)
          : this.changes.SecurityCase.apply(as(ref), call);
    }
  }
}

function requestOf(
  ref: ResourceRef,
  { action, status, expectedStatus, acknowledge }: BulkItem,
  index: number,
  { dryRun, idempotencyKey }: BulkOptions,
): ChangeRequest<ResourceRef, string> {
  const known = findAction(ref.kind, action);
  if (known === undefined) {
    throw new BulkItemError(`${action} is not an action of a ${ref.kind}.`, 'action');
  }
  const to = known.to ?? status;
  if (to == null) throw new BulkItemError(`${action} needs the status that is requested.`, 'status');
  return {
    ref,
    mutation: MUTATION,
    action,
    to,
    expectedStatus,
    acknowledge,
    dryRun,
    idempotencyKey: idempotencyKey == null ? undefined : keyOf(idempotencyKey, index),
  };
}

/** An item cannot be what it says. */
class BulkItemError extends BadUserInputError {
  constructor(
    message: string,
    readonly field: string,
  ) {
    super(message);
  }
}

function problemOf(error: unknown, index: number): ChangeProblem {
  // Nobody knows how far it came, and the other changes have their answers.
  if (!(error instanceof GatewayError)) return { kind: 'OUTCOME_UNKNOWN', observedStatus: undefined };
  if (!(error instanceof BadUserInputError)) return { kind: 'NOT_SENT', error };
  const field = error instanceof BulkItemError ? error.field : 'id';
  return { kind: 'INVALID_INPUT', path: ['input', 'items', String(index), field], message: error.message };
}

function skipped({ id }: BulkItem): BulkResult {
  return { id, ref: undefined, result: { change: undefined, problems: [{ kind: 'SKIPPED' }] } };
}

/** The indexes of the items, one line for each service; ids that cannot be read wait for nobody. */
function byService(items: readonly BulkItem[]): number[][] {
  const lines = new Map<ServiceName | undefined, number[]>();
  for (const [index, { id }] of items.entries()) {
    const service = serviceOfId(id);
    lines.set(service, [...(lines.get(service) ?? []), index]);
  }
  return [...lines.values()];
}

function serviceOfId(id: string): ServiceName | undefined {
  try {
    return serviceOf(decodeId(id).kind);
  } catch {
    return undefined;
  }
}

/** Runs the work of a line in its order, so many at once. */
async function runConcurrently(
  line: readonly number[],
  concurrency: number,
  run: (index: number) => Promise<void>,
): Promise<void> {
  const ahead = line.values();
  const workers = Array.from({ length: concurrency }, async () => {
    for (const index of ahead) await run(index);
  });
  await Promise.all(workers);
}

/** Every item has a key of its own, made from the request's. */
function keyOf(idempotencyKey: string, index: number): string {
  return createHash('sha256')
    .update(JSON.stringify([idempotencyKey, index]))
    .digest('base64url');
}
