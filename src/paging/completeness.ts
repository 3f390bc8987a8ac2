/** The completeness report of a page: which sources it was read from, and why rows of a source may be missing. */
import { AwsError, type AwsErrorCode } from '../domain/errors';
import { SERVICES, type ServiceName } from '../domain/services';
import type { CompletenessReport, SourceReport, SourceStatus } from '../domain/records/completeness';
import type { SourceProgress } from './reader';

const STATUSES = {
  AWS_NOT_ENABLED: 'NOT_ENABLED',
  AWS_ACCESS_DENIED: 'ACCESS_DENIED',
  AWS_THROTTLED: 'THROTTLED',
  AWS_TIMEOUT: 'TIMED_OUT',
  AWS_UNAVAILABLE: 'UNAVAILABLE',
  AWS_REJECTED: 'UNAVAILABLE',
  AWS_NOT_FOUND: 'UNAVAILABLE',
} as const satisfies Record<AwsErrorCode, SourceStatus>;

/** Reports on the sources that this page was read from. */
export function reportOn(readers: readonly SourceProgress[]): CompletenessReport {
  const sources = readers.filter(({ isReported }) => isReported).map(reportSource);
  return {
    complete: sources.every(({ status }) => status === 'OK'),
    fieldErrors: 0,
    asOf: oldest(sources.map(({ asOf }) => asOf)),
    sources,
  };
}

interface Found {
  /** The time of the AWS call. */
  readonly asOf: Date;
}

/** Reports on single look-ups in one source. An AwsError becomes part of the report; any other error is thrown. */
export async function reportOnLookUps(
  target: string,
  service: ServiceName,
  lookUps: readonly Promise<Found | undefined>[],
): Promise<CompletenessReport> {
  const results = await Promise.all(lookUps.map(resultOf));
  const problem = results.find((result) => result instanceof AwsError);
  const asOf = oldest(results.map((result) => (result instanceof AwsError ? undefined : result?.asOf)));
  return {
    complete: problem === undefined,
    fieldErrors: 0,
    asOf,
    sources: [reportSource({ target, service, problem, failures: [], asOf })],
  };
}

async function resultOf(lookUp: Promise<Found | undefined>): Promise<Found | AwsError | undefined> {
  try {
    return await lookUp;
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

/** Returns the earliest known time. */
function oldest(times: readonly (Date | undefined)[]): Date | undefined {
  return times.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}

type SourceResult = Pick<SourceProgress, 'target' | 'service' | 'problem' | 'failures' | 'asOf'> &
  Partial<Pick<SourceProgress, 'unreadableRows'>>;

function reportSource({
  target,
  service,
  problem,
  failures,
  asOf,
  unreadableRows = 0,
}: SourceResult): SourceReport {
  if (problem === undefined && unreadableRows > 0) {
    const rows = unreadableRows === 1 ? 'one row' : `${unreadableRows} rows`;
    const message = `${SERVICES[service].title} in target ${target} sent ${rows} that the gateway cannot read.`;
    return { target, service, status: 'UNREADABLE_ROWS', message, retryAfterSeconds: undefined, asOf };
  }
  if (problem === undefined) {
    return { target, service, status: 'OK', message: undefined, retryAfterSeconds: undefined, asOf };
  }
  if (problem === 'SCAN_LIMIT_REACHED') {
    const message = `${SERVICES[service].title} in target ${target} has more rows to read. Continue from endCursor.`;
    return { target, service, status: problem, message, retryAfterSeconds: undefined, asOf };
  }
  if (problem === 'FAILED_EARLIER') {
    const message = `${SERVICES[service].title} failed in target ${target} on an earlier page, and this page leaves it out. Continue from retryCursor.`;
    return { target, service, status: problem, message, retryAfterSeconds: undefined, asOf };
  }
  const { retryAfterSeconds } = problem.details;
  const message = [...new Set([problem, ...failures].map((failure) => failure.message))].join(' ');
  return { target, service, status: STATUSES[problem.code], message, retryAfterSeconds, asOf };
}
