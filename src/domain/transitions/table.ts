/** The types of the transition tables: the status changes that a caller may request, keyed by the current status of the resource. */

/** The actions, with their descriptions in the schema. */
export const TRANSITION_ACTIONS = {
  PAUSE: 'Pauses a classification job.',
  RESUME: 'Resumes a classification job that a user paused.',
  CANCEL: 'Cancels a classification job or a mailbox export job permanently.',
  SUSPEND: 'Suspends Macie for a member account.',
  ENABLE: 'Enables Macie again for a suspended member account.',
  DISASSOCIATE: 'Disassociates a member account from its Macie administrator.',
  DELETE: 'Deletes the Macie record of an account that is not a current member.',
  UPDATE_STATUS: 'Moves a self-managed case to another status.',
  UPDATE_RESOLVER_TYPE: 'Hands a self-managed case over to AWS permanently.',
  CLOSE: 'Closes a case permanently.',
} as const;

export type TransitionAction = keyof typeof TRANSITION_ACTIONS;

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
