/** Whether a page holds all it should, and how reading each source went. */
import type { ServiceName } from '../services';

export type SourceState =
  'OK' | 'NOT_ENABLED' | 'ACCESS_DENIED' | 'THROTTLED' | 'TIMED_OUT' | 'UNAVAILABLE' | 'SCAN_LIMIT_REACHED';

export interface SourceReport {
  readonly target: string;
  readonly service: ServiceName;
  readonly state: SourceState;
  readonly message: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** When AWS was asked for the oldest of the answers used; undefined when none was. */
  readonly asOf: Date | undefined;
}

export interface CompletenessReport {
  readonly complete: boolean;
  /** The oldest of the sources'. */
  readonly asOf: Date | undefined;
  readonly sources: readonly SourceReport[];
}
