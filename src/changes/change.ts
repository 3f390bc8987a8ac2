/** What a status change is asked for with, what it needs to know of a resource, and what comes of it. */
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

/** How the engine reads and changes one kind of resource. */
export interface ChangePort<
  Ref extends ResourceRef,
  Item extends Ref,
  Status extends string,
  To extends string,
> {
  /** Reads the resource from AWS, never from a cache; undefined when AWS does not have it. */
  readonly read: (ref: Ref, call: CallContext) => Promise<Item | undefined>;
  readonly status: (item: Item) => Status;
  /** What may be requested of the resource as it is. */
  readonly transitions: (item: Item) => readonly Transition<Status, To>[];
  /** Sends the change to AWS once. Throws AwsError. The key goes with it where AWS takes a client token. */
  readonly send: (
    ref: Ref,
    transition: Transition<Status, To>,
    idempotencyKey: string,
    call: CallContext,
  ) => Promise<void>;
  /** True when the resource as it is now, undefined when it is gone, shows that the transition happened. */
  readonly proves: (item: Item | undefined, transition: Transition<Status, To>) => boolean;
  /** False where AWS answers alike whether or not it carried the change out: then only a look at the resource tells. */
  readonly acceptanceProves: boolean;
}

export interface ChangeRequest<Ref, Status extends string> {
  readonly ref: Ref;
  /** The GraphQL field that asks for it. */
  readonly mutation: string;
  readonly action: TransitionAction;
  readonly to: string;
  /** Refuses the change unless the resource has this status. */
  readonly expectedStatus?: Status | null | undefined;
  /** Stops short of sending. */
  readonly dryRun: boolean;
  /** Consequences that the caller knows of and wants. */
  readonly acknowledge?: readonly ConsequenceCode[] | null | undefined;
  /** Given again with the same request, it gets the same answer. */
  readonly idempotencyKey?: string | null | undefined;
}

export interface Change {
  readonly from: string;
  readonly to: string;
  readonly outcome: ChangeOutcome;
  readonly consequences: readonly ConsequenceCode[];
  /** The AWS operation that carries it out; undefined when the status does not allow it. */
  readonly operation: string | undefined;
}

/** Why a change was not applied, or is not known to be. */
export type ChangeProblem =
  | ({ readonly kind: 'INVALID_INPUT' } & Violation)
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'STATUS_MISMATCH'; readonly expected: string; readonly actual: string }
  | {
      readonly kind: 'INVALID_TRANSITION';
      readonly from: string;
      readonly to: string;
      readonly allowed: readonly string[];
    }
  | { readonly kind: 'ACKNOWLEDGEMENT_REQUIRED'; readonly consequences: readonly ConsequenceCode[] }
  | { readonly kind: 'AWS_REJECTED'; readonly error: AwsError }
  | { readonly kind: 'OUTCOME_UNKNOWN'; readonly observedStatus: string | undefined }
  | { readonly kind: 'AUDIT_INCOMPLETE' }
  /** Of one change of many. */
  | { readonly kind: 'NOT_SENT'; readonly error: GatewayError }
  | { readonly kind: 'SKIPPED' };

export interface ChangeResult<Item> {
  /** The resource as it was last read in this change; undefined when AWS does not have it or could not be read. */
  readonly item: Item | undefined;
  /** Why the resource could not be read again after the change. */
  readonly readError?: GatewayError | undefined;
  /** Undefined when the resource's status never became known. */
  readonly change: Change | undefined;
  readonly problems: readonly ChangeProblem[];
}

/** `proves` for changes of the status itself. */
export function provenByStatus<Item>(status: (item: Item) => string) {
  return (item: Item | undefined, transition: Transition): boolean =>
    item !== undefined && provingStatuses(transition).includes(status(item));
}
