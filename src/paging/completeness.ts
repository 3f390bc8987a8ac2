/** The completeness report of a page: which sources it was read from, and why rows of a source may be missing. */
import { AwsError, type AwsErrorCode } from '../domain/errors';
import type { AwsList } from '../domain/aws-list';
import { SERVICES } from '../domain/services';
import { serviceOf } from '../domain/resources';
import type { CompletenessReport, SourceReport, SourceStatus } from '../domain/records/completeness';
import type { SourceProblem, SourceProgress } from './reader';
import type { WholeList } from './whole-list';

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
  return reportOf(
    readers.flatMap((reader) =>
      reader.isReported && reader.reads !== undefined ? [reportSource(reader.reads, reader)] : [],
    ),
  );
}

/** The result of reading one list to its end. */
export type ListResult = { readonly reads: AwsList } & Pick<
  WholeList<unknown>,
  'problem' | 'failures' | 'asOf' | 'unreadableRows'
>;

/** Reports on whole lists, which no later page continues. */
export function reportOnWholeLists(lists: readonly ListResult[]): CompletenessReport {
  return reportOf(
    lists.map(({ reads, problem, ...list }) =>
      reportSource(reads, { ...list, problem: withoutContinuation(problem) }),
    ),
  );
}

function reportOf(sources: readonly SourceReport[]): CompletenessReport {
  return {
    complete: sources.every(({ status }) => status === 'OK'),
    fieldErrors: 0,
    asOf: oldest(sources.map(({ asOf }) => asOf)),
    sources,
  };
}

function withoutContinuation(problem: SourceProblem | undefined): SourceProblem | undefined {
  return problem === 'SCAN_LIMIT_REACHED' ? 'LIST_TOO_LONG' : problem;
}

interface Found {
  /** The time of the AWS call. */
  readonly asOf: Date;
}

/** Reports on single look-ups in one list. An AwsError becomes part of the report; any other error is thrown. */
export async function reportOnLookUps(
  list: AwsList,
  lookUps: readonly Promise<Found | undefined>[],
): Promise<CompletenessReport> {
  const results = await Promise.all(lookUps.map(resultOf));
  const problem = results.find((result) => result instanceof AwsError);
  const asOf = oldest(results.map((result) => (result instanceof AwsError ? undefined : result?.asOf)));
  return {
    complete: problem === undefined,
    fieldErrors: 0,
    asOf,
    sources: [reportSource(list, { problem, failures: [], asOf })],
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

type SourceResult = Pick<SourceProgress, 'problem' | 'failures' | 'asOf'> &
  Partial<Pick<SourceProgress, 'unreadableRows'>>;

function reportSource(
  { target, kind }: AwsList,
  { problem, failures, asOf, unreadableRows = 0 }: SourceResult,
): SourceReport {
  const service = serviceOf(kind);
  const source = { target, service, kind, asOf };
  const { title } = SERVICES[service];
  if (problem === undefined && unreadableRows > 0) {
    const rows = unreadableRows === 1 ? 'one row' : `${unreadableRows} rows`;
    const message = `${title} in target ${target} sent ${rows} that the gateway cannot read.`;
    return { ...source, status: 'UNREADABLE_ROWS', message, retryAfterSeconds: undefined };
  }
  if (problem === undefined) {
    return { ...source, status: 'OK', message: undefined, retryAfterSeconds: undefined };
  }
  if (problem === 'SCAN_LIMIT_REACHED') {
    const message = `${title} in target ${target} has more rows to read. Continue from endCursor.`;
    return { ...source, status: problem, message, retryAfterSeconds: undefined };
  }
  if (problem === 'LIST_TOO_LONG') {
    const message = `${title} in target ${target} has more rows than the gateway reads for one request. Narrow the request, such as by targets or kinds.`;
    return { ...source, status: 'SCAN_LIMIT_REACHED', message, retryAfterSeconds: undefined };
  }
  if (problem === 'FAILED_EARLIER') {
    const message = `${title} failed in target ${target} on an earlier page, and this page leaves it out. Continue from retryCursor.`;
    return { ...source, status: problem, message, retryAfterSeconds: undefined };
  }
  const { retryAfterSeconds } = problem.details;
  const message = [...new Set([problem, ...failures].map((failure) => failure.message))].join(' ');
  return { ...source, status: STATUSES[problem.code], message, retryAfterSeconds };
}
