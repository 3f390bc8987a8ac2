/** The consequences of a change: those that have to be accepted, and those that nobody can undo. */
import type { ActionError, ActionResult } from './action-mutation';

export type Consequence = NonNullable<ActionResult['change']>['consequences'][number];

const DESTRUCTIVE = new Set(['IRREVERSIBLE', 'RECORD_IS_DELETED', 'CANCELS_ALL_JOBS_OF_ACCOUNT']);

/** True when the button to confirm is red. */
export function isDestructive(consequences: readonly Consequence[]): boolean {
  return consequences.some(({ code }) => DESTRUCTIVE.has(code));
}

/** The consequences that the gateway wants to be acknowledged. */
export function requiredBy(errors: readonly ActionError[]): readonly Consequence[] {
  return errors.flatMap(({ consequences }) => consequences ?? []);
}
