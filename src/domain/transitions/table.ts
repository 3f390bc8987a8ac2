/** The shape shared by all transition tables: which status changes a caller may request, keyed by the status a resource has now. */

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

/** What became of a change that was requested. */
export type ChangeOutcome = 'APPLIED' | 'RECONCILED' | 'DRY_RUN' | 'REFUSED' | 'UNKNOWN';

/** An action on resources of one kind. */
export interface Action<To extends string = string> {
  /** The status that the action leads to; undefined where the request names it. */
  readonly to: To | undefined;
  /** The GraphQL mutation that requests the action. */
  readonly mutation: string;
  /** The AWS operation that executes the action. */
  readonly operation: string;
}

export type ActionTable<To extends string = string> = Readonly<Partial<Record<TransitionAction, Action<To>>>>;

/** One legal change. `To` holds the statuses that AWS can be asked for. */
export interface Transition<Status extends string = string, To extends string = string> extends Action<To> {
  readonly action: TransitionAction;
  readonly to: To;
  readonly consequences: readonly ConsequenceCode[];
  /** Statuses that prove the change happened, where `to` is not the only one. */
  readonly landsIn?: readonly Status[];
}

/** For every status, the changes that may be requested from it; an empty list marks a terminal or unknown status. */
export type TransitionTable<Status extends string, To extends string = Status> = Readonly<
  Record<Status, readonly Transition<Status, To>[]>
>;

/** The statuses that prove that `transition` happened. */
export function provingStatuses(transition: Transition): readonly string[] {
  return transition.landsIn ?? [transition.to];
}
