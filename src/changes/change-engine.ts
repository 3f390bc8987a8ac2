/** The engine of status changes: every change is serialized per resource, checked against a fresh read, sent once, then verified. */
import { withFreshReads, type CallContext } from '../aws/client/call-context';
import { AwsError, SendDeadlineError } from '../domain/errors';
import { encodeId } from '../domain/ids';
import { serviceOf, type ResourceRef } from '../domain/resources';
import { violationsOf, type Violation } from '../input-rules/check';
import { changeRequestRules } from '../input-rules/shared';
import { missingAcknowledgements } from '../domain/transitions/acknowledgement';
import { provingStatuses, type ChangeOutcome, type Transition } from '../domain/transitions/table';
import { isRecordable } from './audit-records';
import type { Change, ChangePort, ChangeProblem, ChangeRequest, ChangeResult } from './change';
import { statusChangeCodec } from './status-change-codec';
import type { ChangeDependencies } from './dependencies';
import { verify, type Verification } from './verify';
import type { SendContext } from './mutation-pipeline';
import { withResourceLock, type ResourceLock } from './resource-lock';

export class ChangeEngine<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
> {
  constructor(
    private readonly port: ChangePort<Ref, Item, Status, To>,
    private readonly dependencies: ChangeDependencies,
  ) {}

  /**
   * Applies the change. Refusals and failures of AWS are problems in the result. Throws GatewayError when nothing was
   * sent, and BadUserInputError, which it does not record, for a target that the caller may not access. The signal of
   * `call` aborts only the steps before sending.
   */
  async apply(request: ChangeRequest<Ref, Status>, call: CallContext): Promise<ChangeResult<Item>> {
    const { ref, mutation, idempotencyKey, dryRun, ...input } = request;
    const id = encodeId(ref);
    const service = serviceOf(ref.kind);
    this.dependencies.targets.visibleTo(call.principal).get(ref.target, service);
    const violations = violationsOf(changeRequestRules, request);
    return this.dependencies.pipeline.run(
      {
        mutation,
        resourceType: ref.kind,
        service,
        resourceId: id,
        target: ref.target,
        input: { ...input, dryRun, id },
        redactedInputs: [],
        idempotencyKey,
        dryRun,
      },
      call,
      statusChangeCodec(this.port, ref, call),
      violations.length > 0
        ? { refusal: refusedInput(violations), isRecorded: isRecordable({ idempotencyKey }) }
        : {
            execute: (context) => {
              const { signal } = context.call;
              return withResourceLock(this.dependencies, id, { dryRun, signal }, (lock) =>
                this.checkAndSend(lock, request, context),
              );
            },
          },
    );
  }

  private async checkAndSend(
    lock: ResourceLock | undefined,
    request: ChangeRequest<Ref, Status>,
    context: SendContext,
  ): Promise<ChangeResult<Item>> {
    const read = await this.readFresh(request.ref, context.call);
    if (read instanceof AwsError) return statusUnknown({ kind: 'AWS_REJECTED', error: read });
    if (read === undefined) return statusUnknown({ kind: 'NOT_FOUND', field: 'id' });
    const from = this.port.status(read);
    const result = (
      outcome: ChangeOutcome,
      transition?: Transition<Status, To>,
      ...problems: ChangeProblem[]
    ) => ({
      item: read,
      change: changeOf(from, request.to, outcome, transition),
      problems,
      sent: false,
    });

    const { expectedStatus, to } = request;
    if (expectedStatus != null && expectedStatus !== from) {
      const mismatch = { kind: 'STATUS_MISMATCH', expected: expectedStatus, actual: from } as const;
      return result('REFUSED', undefined, mismatch);
    }
    const transitions = this.port.transitions(read);
    const transition = transitions.find(
      (candidate) => candidate.action === request.action && candidate.to === to,
    );
    if (transition === undefined) {
      return result('REFUSED', undefined, invalidTransition(from, to, transitions));
    }
    const { requireAcknowledgement } = this.dependencies.targets.describe(request.ref.target);
    const consequences = missingAcknowledgements(transition, requireAcknowledgement, request.acknowledge);
    if (consequences.length > 0) {
      return result('REFUSED', transition, { kind: 'ACKNOWLEDGEMENT_REQUIRED', consequences });
    }
    if (lock === undefined) return result('DRY_RUN', transition);
    return this.send(request, from, transition, lock, context);
  }

  private async readFresh(ref: Ref, call: CallContext): Promise<Item | AwsError | undefined> {
    try {
      return await this.port.read(ref, withFreshReads(call));
    } catch (error) {
      if (error instanceof AwsError) return error;
      throw error;
    }
  }

  private async send(
    request: ChangeRequest<Ref, Status>,
    from: Status,
    transition: Transition<Status, To>,
    { sendBefore }: ResourceLock,
    { call, clientToken, beforeSend }: SendContext,
  ): Promise<ChangeResult<Item>> {
    const { ref, to } = request;
    await beforeSend({ statusBefore: from, operation: transition.operation });
    if (this.dependencies.clock.now() > sendBefore) throw new SendDeadlineError();
    const response = await this.sendOnce(ref, transition, clientToken, { ...call, sendBefore });
    if (response instanceof AwsError && response.details.notApplied) {
      const verification = await verify(this.port, ref, call, this.dependencies.clock);
      const { item, readError } = verification;
      const change = changeOf(from, to, 'REFUSED', transition);
      const problems = [this.rejectionOf(response, transition, verification)];
      return { item, readError, change, problems, sent: true };
    }
    const verification = await verify(this.port, ref, call, this.dependencies.clock, transition);
    const { item, readError } = verification;
    const { outcome, problems } = this.decideOutcome(from, transition, verification, response);
    return { item, readError, change: changeOf(from, to, outcome, transition), problems, sent: true };
  }

  private async sendOnce(
    ref: Ref,
    transition: Transition<Status, To>,
    clientToken: string,
    call: CallContext,
  ): Promise<AwsError | { readonly statedStatus: Status | undefined }> {
    try {
      return { statedStatus: await this.port.send(ref, transition, clientToken, call) };
    } catch (error) {
      if (error instanceof AwsError) return error;
      throw error;
    }
  }

  /** The problem of a change that AWS rejected. The status of the resource may have changed after the gateway read it. */
  private rejectionOf(
    error: AwsError,
    transition: Transition<Status, To>,
    { item, readError }: Verification<Item>,
  ): ChangeProblem {
    if (item === undefined) {
      const isMissing = error.code === 'AWS_NOT_FOUND' && readError === undefined;
      return isMissing ? { kind: 'NOT_FOUND', field: 'id' } : { kind: 'AWS_REJECTED', error };
    }
    const isAllowed = this.port
      .transitions(item)
      .some(({ action, to }) => action === transition.action && to === transition.to);
    // AWS has no separate error for the status of a resource: Macie sends ConflictException or ValidationException.
    return error.code === 'AWS_REJECTED' && !isAllowed
      ? invalidTransition(this.port.status(item), transition.to, this.port.transitions(item))
      : { kind: 'AWS_REJECTED', error };
  }

  /** The outcome of a change that was sent and not rejected. */
  private decideOutcome(
    from: Status,
    transition: Transition<Status, To>,
    { item, isProven }: Verification<Item>,
    response: AwsError | { readonly statedStatus: Status | undefined },
  ): { outcome: ChangeOutcome; problems: readonly ChangeProblem[] } {
    const accepted = !(response instanceof AwsError);
    if (isProven) return { outcome: accepted ? 'APPLIED' : 'RECONCILED', problems: [] };
    const observedStatus = item && this.port.status(item);
    const hasChanged = observedStatus !== from;
    if (accepted) {
      const { statedStatus } = response;
      const isStated = statedStatus !== undefined && provingStatuses(transition).includes(statedStatus);
      // GetCase may return the old status for longer than the gateway reads it.
      if (isStated) return { outcome: 'APPLIED', problems: [] };
      const isProvenByAcceptance = this.port.acceptanceMeansApplied && statedStatus === undefined;
      if (isProvenByAcceptance && hasChanged) return { outcome: 'APPLIED', problems: [] };
      if (item !== undefined && observedStatus !== undefined && hasChanged) {
        const problem = invalidTransition(observedStatus, transition.to, this.port.transitions(item));
        return { outcome: 'REFUSED', problems: [problem] };
      }
    }
    return { outcome: 'UNKNOWN', problems: [{ kind: 'OUTCOME_UNKNOWN', observedStatus }] };
  }
}

function invalidTransition(from: string, to: string, possible: readonly Transition[]): ChangeProblem {
  const allowed = possible.map((transition) => ({
    action: transition.action,
    to: transition.to,
    mutation: transition.mutation,
    consequences: transition.consequences,
  }));
  return { kind: 'INVALID_TRANSITION', from, to, allowed };
}

function changeOf(from: string, to: string, outcome: ChangeOutcome, transition?: Transition): Change {
  const { consequences = [], operation } = transition ?? {};
  return { from, to, outcome, consequences, operation };
}

function statusUnknown<Item>(...problems: ChangeProblem[]): ChangeResult<Item> {
  return { item: undefined, change: undefined, problems, sent: false };
}

function refusedInput<Item>(violations: readonly Violation[]): ChangeResult<Item> {
  return statusUnknown(...violations.map((violation) => ({ kind: 'INVALID_INPUT', ...violation }) as const));
}
