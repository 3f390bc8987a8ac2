/** Records of the time that a resource spent in each status. */
import type { HistoryCompletenessRecord } from './history-completeness';

export interface StatusDurationRecord {
  readonly status: string;
  /** Whole seconds of all stays together. */
  readonly seconds: number;
}

export interface StatusDurationsRecord {
  /** The time since which the history knows the status; undefined while nobody has watched the list. */
  readonly since: Date | undefined;
  /** In the order in which the resource first had the statuses. */
  readonly durations: readonly StatusDurationRecord[];
  readonly completeness: HistoryCompletenessRecord;
}
