/** Says of a page whether anything is missing from it, and whose fault that is. */
import { SERVICE_TITLES, type AwsErrorCode } from '../errors';
import type { CompletenessReport, SourceReport, SourceState } from '../records/completeness';
import type { SourceProgress } from './source-reader';

const STATES = {
  AWS_NOT_ENABLED: 'NOT_ENABLED',
  AWS_ACCESS_DENIED: 'ACCESS_DENIED',
  AWS_THROTTLED: 'THROTTLED',
  AWS_TIMEOUT: 'TIMED_OUT',
  AWS_UNAVAILABLE: 'UNAVAILABLE',
  AWS_REJECTED: 'UNAVAILABLE',
  AWS_NOT_FOUND: 'UNAVAILABLE',
} as const satisfies Record<AwsErrorCode, SourceState>;

/** Reports on the sources that were asked for this page. */
export function reportOn(readers: readonly SourceProgress[]): CompletenessReport {
  const sources = readers.filter(({ wasAsked }) => wasAsked).map(reportSource);
  return { complete: sources.every(({ state }) => state === 'OK'), sources };
}

function reportSource({ target, service, problem }: SourceProgress): SourceReport {
  if (problem === undefined) {
    return { target, service, state: 'OK', message: undefined, retryAfterSeconds: undefined };
  }
  if (problem === 'SCAN_LIMIT_REACHED') {
    const message = `${SERVICE_TITLES[service]} in target ${target} has more to read: go on from endCursor.`;
    return { target, service, state: problem, message, retryAfterSeconds: undefined };
  }
  const { retryAfterSeconds } = problem.details;
  return { target, service, state: STATES[problem.code], message: problem.message, retryAfterSeconds };
}
