/** The classification of the errors of AWS services and STS, by the lists of the SDK: throttling, expired credentials and clock skew. */
import { isThrottlingError } from '@smithy/core/retry';
import { readError, type ErrorFacts } from './error-facts';

/** A class of error responses after which AWS has certainly not executed the request. */
export type ErrorClass = 'THROTTLED' | 'EXPIRED_CREDENTIALS' | 'CLOCK_SKEW';

/** 509 is `Bandwidth Limit Exceeded`. */
const THROTTLING_STATUSES: ReadonlySet<number> = new Set([429, 509]);

/** The base codes for expired credentials, of which the SDK has no list. RequestExpired is an error of EC2, TokenRefreshRequired of S3. */
const EXPIRED: ReadonlySet<string> = new Set(['ExpiredToken', 'RequestExpired', 'TokenRefreshRequired']);

/** The base codes that always mean clock skew. */
const CLOCK_SKEW: ReadonlySet<string> = new Set(['RequestInTheFuture', 'RequestTimeTooSkewed']);

/** The base codes for invalid signatures, which mean clock skew with a message about the time of the signature. */
const SIGNATURE: ReadonlySet<string> = new Set(['InvalidSignature', 'SignatureDoesNotMatch']);
const SIGNATURE_TIME = /signature (expired|not yet current)/i;

/** Further base codes that the SDK takes for clock skew. They have other causes as well. */
const MAY_BE_CLOCK_SKEW: ReadonlySet<string> = new Set(['AccessDenied', 'AuthFailure', 'RequestExpired']);

/** The class of an error that the SDK threw; undefined for all other errors. */
export function classifyError(error: unknown): ErrorClass | undefined {
  const facts = readError(error);
  if (isThrottled(facts)) return 'THROTTLED';
  const code = baseCode(facts.name);
  if (EXPIRED.has(code)) return 'EXPIRED_CREDENTIALS';
  const isSkewed = CLOCK_SKEW.has(code) || (SIGNATURE.has(code) && SIGNATURE_TIME.test(facts.message));
  return isSkewed ? 'CLOCK_SKEW' : undefined;
}

/** True when AWS may have rejected the request because of its time, and the SDK has corrected its clock since. */
export function isClockCorrected(error: unknown): boolean {
  const { name, clockCorrected } = readError(error);
  return (
    clockCorrected && [CLOCK_SKEW, SIGNATURE, MAY_BE_CLOCK_SKEW].some((codes) => codes.has(baseCode(name)))
  );
}

/** The code of an error without the suffix `Exception`, which only some services add. */
export function baseCode(name: string): string {
  return name.replace(/Exception$/, '');
}

function isThrottled({ name, status, retryTrait }: ErrorFacts): boolean {
  if (retryTrait?.throttling === true) return true;
  if (status !== undefined && THROTTLING_STATUSES.has(status)) return true;
  const code = baseCode(name);
  return [code, `${code}Exception`].some((spelling) => isThrottlingError({ name: spelling, message: '' }));
}
