/** Completeness reports: whether a page contains all matching rows, and the state of each source. */
import type { ResourceKind } from '../resources';
import type { ServiceName } from '../services';

export type SourceStatus =
  | 'OK'
  | 'NOT_ENABLED'
  | 'ACCESS_DENIED'
  | 'THROTTLED'
  | 'TIMED_OUT'
  | 'UNAVAILABLE'
  | 'UNREADABLE_ROWS'
  | 'SCAN_LIMIT_REACHED'
  | 'FAILED_EARLIER';

export interface SourceReport {
  readonly target: string;
  readonly service: ServiceName;
  /** The kind of the resources, or of the resource whose parts were read. */
  readonly kind: ResourceKind;
  readonly status: SourceStatus;
  readonly message: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** The time of the AWS call for the oldest response of the source; undefined without a response. */
  readonly asOf: Date | undefined;
}

export interface CompletenessReport {
  /** Whether all rows are there; the response also counts failed fields. */
  readonly complete: boolean;
  /** 0 in a report; the response has the number of failed fields. */
  readonly fieldErrors: 0;
  /** The oldest `asOf` of the sources. */
  readonly asOf: Date | undefined;
  readonly sources: readonly SourceReport[];
  /** The cursor that retries the failed sources; undefined without a failed source, and for reports without a page. */
  readonly retryCursor?: string | undefined;
}

/** A selected field of Completeness, whose value is known only after the execution of the request. */
export interface CompletenessField {
  readonly field: 'complete' | 'fieldErrors';
  /** The path in the response, with the aliases of the client. */
  readonly path: readonly (string | number)[];
}
