/** The one way a status changes: one at a time per resource, checked against a fresh read, sent once, looked at afterwards. */
import { randomUUID } from 'node:crypto';
import { fresh, type CallContext } from '../aws/call-context';
import { AwsError, OverloadedError } from '../errors';
import { encodeId, type ResourceRef } from '../ids';
import { violationsOf, type Violation } from '../limits/check';
import { changeRequestLimits } from '../limits/shared';
import type { ChangeOutcome, Transition } from '../transitions/table';
import type { Change, ChangePort, ChangeProblem, ChangeRequest, ChangeResult } from './change';
import type { KeyedQueue } from './keyed-queue';
import { observe, type Observation } from './observe';

export class ChangeEngine<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
> {
  constructor(
    private readonly port: ChangePort<Ref, Item, Status, To>,
    private readonly queue: KeyedQueue,
  ) {}

  /**
   * Carries the change out, or says why not. AWS's failures stand in the result; only OverloadedError and
   * BadUserInputError (an unknown target) are thrown, both before anything is sent.
   * The signal of `call` aborts the read before the change, and nothing after it.
   */
  async apply(request: ChangeRequest<Ref, Status>, call: CallContext): Promise<ChangeResult<Item>> {
    return this.queue.run(encodeId(request.ref), () => this.applyInTurn(request, call));
  }

  private async applyInTurn(
    request: ChangeRequest<Ref, Status>,
    call: CallContext,
  ): Promise<ChangeResult<Item>> {
    if (call.signal.aborted)
      throw new OverloadedError('The change waited too long for its turn; nothing was sent.');
    const violations = violationsOf(changeRequestLimits, request);
    if (violations.length > 0) return refusedInput(violations);
    const read = await this.readFresh(request.ref, call);
    if (read instanceof AwsError) return nothingKnown({ kind: 'AWS_REJECTED', error: read });
    if (read === undefined) return nothingKnown({ kind: 'NOT_FOUND' });
    const from = this.port.status(read);
    const result = (
      outcome: ChangeOutcome,
      transition?: Transition<Status, To>,
      ...problems: ChangeProblem[]
    ) => ({
      item: read,
      change: changeOf(from, request.to, outcome, transition),
      problems,
    });

    const { expectedStatus, to } = request;
    if (expectedStatus != null && expectedStatus !== from) {
      const mismatch = { kind: 'STATUS_MISMATCH', expected: expectedStatus, actual: from } as const;
      return result('REFUSED', undefined, mismatch);
    }
    const transitions = this.port.transitions(read);
    const transition = transitions.find((each) => each.action === request.action && each.to === to);
    if (transition === undefined) {
      const allowed = transitions.map((each) => each.to);
      return result('REFUSED', undefined, { kind: 'INVALID_TRANSITION', from, to, allowed });
    }
    if (request.dryRun) return result('DRY_RUN', transition);
    return this.send(request, from, transition, call);
  }

  private async readFresh(ref: Ref, call: CallContext): Promise<Item | AwsError | undefined> {
    try {
      return await this.port.read(ref, fresh(call));
    } catch (error) {
      if (error instanceof AwsError) return error;
      throw error;
    }
  }

  private async send(
    request: ChangeRequest<Ref, Status>,
    from: Status,
    transition: Transition<Status, To>,
    call: CallContext,
  ): Promise<ChangeResult<Item>> {
    const { ref, to } = request;
    const refusal = await this.sendOnce(ref, transition, request.idempotencyKey ?? randomUUID(), call);
    if (refusal?.details.notApplied === true) {
      const { item, readError } = await observe(this.port, ref, call);
      const change = changeOf(from, to, 'REFUSED', transition);
      return { item, readError, change, problems: [{ kind: 'AWS_REJECTED', error: refusal }] };
    }
    const seen = await observe(this.port, ref, call, transition);
    const { item, readError } = seen;
    const { outcome, problems } = this.judge(from, transition, seen, refusal === undefined);
    return { item, readError, change: changeOf(from, to, outcome, transition), problems };
  }

  private async sendOnce(
    ref: Ref,
    transition: Transition<Status, To>,
    idempotencyKey: string,
    call: CallContext,
  ): Promise<AwsError | undefined> {
    try {
      await this.port.send(ref, transition, idempotencyKey, call);
      return undefined;
    } catch (error) {
      if (error instanceof AwsError) return error;
      throw error;
    }
  }

  /** What became of a change that was sent and not refused. */
  private judge(
    from: Status,
    transition: Transition<Status, To>,
    { item, proven }: Observation<Item>,
    accepted: boolean,
  ): { outcome: ChangeOutcome; problems: readonly ChangeProblem[] } {
    if (proven) return { outcome: accepted ? 'APPLIED' : 'RECONCILED', problems: [] };
    const observedStatus = item && this.port.status(item);
    const hasMoved = observedStatus !== from;
    if (accepted && this.port.acceptanceProves && hasMoved) return { outcome: 'APPLIED', problems: [] };
    if (accepted && item !== undefined && observedStatus !== undefined && hasMoved) {
      // AWS took the request without complaint, and the resource went elsewhere all the same.
      const allowed = this.port.transitions(item).map(({ to }) => to);
      const problem = {
        kind: 'INVALID_TRANSITION',
        from: observedStatus,
        to: transition.to,
        allowed,
      } as const;
      return { outcome: 'REFUSED', problems: [problem] };
    }
    return { outcome: 'UNKNOWN', problems: [{ kind: 'OUTCOME_UNKNOWN', observedStatus }] };
  }
}

function changeOf(from: string, to: string, outcome: ChangeOutcome, transition?: Transition): Change {
  return { from, to, outcome, consequences: transition?.consequences ?? [] };
}

function nothingKnown<Item>(...problems: ChangeProblem[]): ChangeResult<Item> {
  return { item: undefined, change: undefined, problems };
}

function refusedInput<Item>(violations: readonly Violation[]): ChangeResult<Item> {
  return nothingKnown(...violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const));
}
