/** The types of status changes: the port to a kind of resource, the request, the result and its problems. */
import type { CallContext } from '../aws/client/call-context';
import type { AwsError, GatewayError } from '../domain/errors';
import type { ResourceRef } from '../domain/resources';
import type { Violation } from '../input-rules/check';
import {
  provingStatuses,
  type ChangeOutcome,
  type ConsequenceCode,
  type Transition,
  type TransitionAction,
} from '../domain/transitions/table';

/** The port through which the change engine reads and changes one kind of resource. */
export interface ChangePort<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
> {
  /** Reads the resource from AWS, never from a cache; undefined when AWS does not have it. */
  readonly read: (ref: Ref, call: CallContext) => Promise<Item | undefined>;
  readonly status: (item: Item) => Status;
  /** The transitions that the current status of the resource allows. */
  readonly transitions: (item: Item) => readonly Transition<Status, To>[];
  /**
   * Sends the change to AWS, with the key as client token if the operation accepts one. Returns the new status if the
   * response of the operation states it. Throws AwsError.
   */
  readonly send: (
    ref: Ref,
    transition: Transition<Status, To>,
    idempotencyKey: string,
    call: CallContext,
  ) => Promise<Status | undefined>;
  /** True when the current state proves that AWS applied the transition. `item` is undefined when AWS does not have the resource. */
  readonly proves: (item: Item | undefined, transition: Transition<Status, To>) => boolean;
  /**
   * Whether an accepted request counts as applied when no read contradicts it. False for operations that AWS accepts
   * whether or not it executes them.
   */
  readonly acceptanceMeansApplied: boolean;
}

export interface ChangeRequest<Ref, Status extends string> {
  readonly ref: Ref;
  /** The GraphQL mutation. */
  readonly mutation: string;
  readonly action: TransitionAction;
  readonly to: string;
  /** Refuses the change unless the resource has this status. */
  readonly expectedStatus?: Status | null | undefined;
  /** Checks the change without sending it. */
  readonly dryRun: boolean;
  /** The consequences that the caller acknowledges. */
  readonly acknowledge?: readonly ConsequenceCode[] | null | undefined;
  /** A repeated request with this key and the same input returns the result of the first. */
  readonly idempotencyKey?: string | null | undefined;
}

export interface Change {
  readonly from: string;
  readonly to: string;
  readonly outcome: ChangeOutcome;
  readonly consequences: readonly ConsequenceCode[];
  /** The AWS operation that executes the change; undefined when the status does not allow the change. */
  readonly operation: string | undefined;
}

/** A change that the current status of a resource allows. */
export type AllowedTransition = Pick<Transition, 'action' | 'to' | 'mutation' | 'consequences'>;

/** The reason why a change was not applied, or why its outcome is unknown. */
export type ChangeProblem =
  | ({ readonly kind: 'INVALID_INPUT' } & Violation)
  /** `field` is the input field that names the missing resource; undefined when several fields may name it. */
  | { readonly kind: 'NOT_FOUND'; readonly field: string | undefined }
  | { readonly kind: 'STATUS_MISMATCH'; readonly expected: string; readonly actual: string }
  | {
      readonly kind: 'INVALID_TRANSITION';
      readonly from: string;
      readonly to: string;
      readonly allowed: readonly AllowedTransition[];
    }
  | { readonly kind: 'ACKNOWLEDGEMENT_REQUIRED'; readonly consequences: readonly ConsequenceCode[] }
  | { readonly kind: 'AWS_REJECTED'; readonly error: AwsError }
  | { readonly kind: 'OUTCOME_UNKNOWN'; readonly observedStatus: string | undefined }
  | { readonly kind: 'AUDIT_INCOMPLETE' }
  /** Only in bulk changes: the change failed before it was sent. */
  | { readonly kind: 'NOT_SENT'; readonly error: GatewayError }
  | { readonly kind: 'SKIPPED' };

export interface ChangeResult<Item> {
  /** The resource as last read; undefined when AWS does not have it or the read failed. */
  readonly item: Item | undefined;
  /** The error of the read after the change. */
  readonly readError?: GatewayError | undefined;
  /** Undefined when the gateway could not read the status of the resource. */
  readonly change: Change | undefined;
  readonly problems: readonly ChangeProblem[];
  /** True when AWS received the change, or may have received it. */
  readonly sent: boolean;
}

/** The outcome of a change. Without a change, the gateway sent nothing, unless a problem says that it does not know. */
export function outcomeOf({
  change,
  problems,
}: Pick<ChangeResult<unknown>, 'change' | 'problems'>): ChangeOutcome {
  const isUnknown = problems.some(({ kind }) => kind === 'OUTCOME_UNKNOWN');
  return change?.outcome ?? (isUnknown ? 'UNKNOWN' : 'REFUSED');
}

/** The implementation of `proves` for transitions whose result is a status. */
export function provenByStatus<Item>(status: (item: Item) => string) {
  return (item: Item | undefined, transition: Transition): boolean =>
    item !== undefined && provingStatuses(transition).includes(status(item));
}
