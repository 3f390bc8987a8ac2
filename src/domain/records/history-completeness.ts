/** The completeness of the resource history: since when and how often each list is watched, and when it was not. */
import type { ResourceKind } from '../resources';

export const HISTORY_GAP_REASONS = ['NOT_WATCHED', 'READ_FAILED', 'PRUNED'] as const;
export type HistoryGapReason = (typeof HISTORY_GAP_REASONS)[number];

/** A time for which the history lacks events. */
export interface HistoryGapRecord {
  readonly startedAt: Date;
  /** Undefined while the gap lasts. */
  readonly endedAt: Date | undefined;
  readonly reason: HistoryGapReason;
}

/** The list of one kind of resource in one target. */
export interface HistorySourceRecord {
  readonly kind: ResourceKind;
  readonly target: string;
  /** The time of the first complete look; undefined before it. */
  readonly watchedSince: Date | undefined;
  /** The time of the last look; undefined before the first one. */
  readonly observedAt: Date | undefined;
  /** The longest time between two looks; undefined before the first one. */
  readonly intervalSeconds: number | undefined;
  /** Newest first. */
  readonly gaps: readonly HistoryGapRecord[];
}

export interface HistoryCompletenessRecord {
  readonly complete: boolean;
  readonly sources: readonly HistorySourceRecord[];
}

/** A time from which and until which a caller asks for events; undefined without a bound. */
export interface HistoryRange {
  readonly from: Date | undefined;
  readonly until: Date | undefined;
}

/** The newest event that the gateway has deleted because of its age. */
export interface PrunedRecord {
  /** The position of the event; "0" before the first deletion. */
  readonly position: string;
  /** Undefined before the first deletion. */
  readonly observedAt: Date | undefined;
}
