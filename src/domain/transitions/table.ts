/** The types of the transition tables: the status changes that a caller may request, keyed by the current status of the resource. */

export type TransitionAction =
  | 'PAUSE'
  | 'RESUME'
  | 'CANCEL'
  | 'SUSPEND'
  | 'ENABLE'
  | 'DISASSOCIATE'
  | 'DELETE'
  | 'UPDATE_STATUS'
  | 'UPDATE_RESOLVER_TYPE'
  | 'CLOSE';

export type ConsequenceCode =
  | 'IRREVERSIBLE'
  | 'EXPIRES_AFTER_30_DAYS'
  | 'MAY_LAND_IN_IDLE'
  | 'CANCELS_ALL_JOBS_OF_ACCOUNT'
  | 'FINDINGS_KEPT_90_DAYS'
  | 'LEAVES_ADMINISTRATOR'
  | 'RECORD_IS_DELETED'
  | 'MAY_COMPLETE_ANYWAY';

/** The outcome of a requested change. */
export type ChangeOutcome = 'APPLIED' | 'RECONCILED' | 'DRY_RUN' | 'REFUSED' | 'UNKNOWN';

/** An action on resources of one kind. */
export interface Action<To extends string = string> {
  /** The status that the action results in; undefined when the request names it. */
  readonly to: To | undefined;
  /** The GraphQL mutation of the action. */
  readonly mutation: string;
  /** The AWS operation that executes the action. */
  readonly operation: string;
}

export type ActionTable<To extends string = string> = Readonly<Partial<Record<TransitionAction, Action<To>>>>;

/** A change that a caller may request. `To` is the type of the values that AWS accepts, usually statuses. */
export interface Transition<Status extends string = string, To extends string = string> extends Action<To> {
  readonly action: TransitionAction;
  readonly to: To;
  readonly consequences: readonly ConsequenceCode[];
  /** The statuses after which the change counts as applied; undefined when `to` is the only one. */
  readonly landsIn?: readonly Status[];
}

/** The possible changes by current status; the list is empty for a terminal or unrecognized status. */
export type TransitionTable<Status extends string, To extends string = Status> = Readonly<
  Record<Status, readonly Transition<Status, To>[]>
>;

/** The statuses that prove that AWS applied `transition`. */
export function provingStatuses(transition: Transition): readonly string[] {
  return transition.landsIn ?? [transition.to];
}
