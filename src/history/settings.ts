/** The settings of the history. */

/** `listening`: the history records the changes of the gateway, and looks at lists only while somebody listens. */
export const HISTORY_MODES = ['on', 'off', 'listening'] as const;
export type HistoryMode = (typeof HISTORY_MODES)[number];

export interface HistorySettings {
  readonly mode: HistoryMode;
  /** The longest time between two looks at a list. */
  readonly intervalSeconds: number;
  /** The retention of events. */
  readonly days: number;
  readonly maxEvents: number;
}
