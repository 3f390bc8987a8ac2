/** Completeness reports: whether a page contains all matching rows, and the state of each source. */
import type { ServiceName } from '../services';

export type SourceState =
  'OK' | 'NOT_ENABLED' | 'ACCESS_DENIED' | 'THROTTLED' | 'TIMED_OUT' | 'UNAVAILABLE' | 'SCAN_LIMIT_REACHED';

export interface SourceReport {
  readonly target: string;
  readonly service: ServiceName;
  readonly state: SourceState;
  readonly message: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** The time of the AWS call for the oldest response of the source; undefined without a response. */
  readonly asOf: Date | undefined;
}

export interface CompletenessReport {
  readonly complete: boolean;
  /** The oldest `asOf` of the sources. */
  readonly asOf: Date | undefined;
  readonly sources: readonly SourceReport[];
}
