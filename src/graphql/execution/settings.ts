/** The settings of the executor. */

/** The executors of queries, as the configuration names them. */
export const EXECUTORS = ['compiled', 'graphql-js'] as const;

export type ExecutorName = (typeof EXECUTORS)[number];

export interface PlanSettings {
  /** The selections of all plans that the gateway keeps, with fragments written out: about a kilobyte each. */
  readonly maxSelections: number;
  /** The objects that a selection executes before it gets generated code: single objects are faster without it. */
  readonly objectsBeforeCode: number;
}

export const PLAN_SETTINGS: PlanSettings = { maxSelections: 20_000, objectsBeforeCode: 24 };
