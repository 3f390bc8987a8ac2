/** The classification of the errors of AWS services and STS, by the lists of the SDK: throttling, expired credentials and clock skew. */
import { isClockSkewError, isThrottlingError } from '@smithy/core/retry';
import type { SdkError } from '@smithy/types';
import { readError, type ErrorFacts } from './error-facts';

/** A class of error responses after which AWS has certainly not executed the request. */
export type ErrorClass = 'THROTTLED' | 'EXPIRED_CREDENTIALS' | 'CLOCK_SKEW';

/** 509 is `Bandwidth Limit Exceeded`. */
const THROTTLING_STATUSES: ReadonlySet<number> = new Set([429, 509]);

/** The base codes for expired credentials, of which the SDK has no list. RequestExpired is an error of EC2, TokenRefreshRequired of S3. */
const EXPIRED: ReadonlySet<string> = new Set(['ExpiredToken', 'RequestExpired', 'TokenRefreshRequired']);

/** The base codes that always mean clock skew. Other codes in the SDK's list of clock skew errors have further causes. */
const CLOCK_SKEW: ReadonlySet<string> = new Set(['RequestInTheFuture', 'RequestTimeTooSkewed']);

/** The messages of InvalidSignatureException and SignatureDoesNotMatch that concern the time of the request. */
const SIGNATURE_TIME = /signature (expired|not yet current)/i;

/** The class of an error that the SDK threw; undefined for all other errors. */
export function classifyError(error: unknown): ErrorClass | undefined {
  const facts = readError(error);
  if (isThrottled(facts)) return 'THROTTLED';
  const code = baseCode(facts.name);
  if (EXPIRED.has(code)) return 'EXPIRED_CREDENTIALS';
  return CLOCK_SKEW.has(code) || (isInSdkList(code, isClockSkewError) && SIGNATURE_TIME.test(facts.message))
    ? 'CLOCK_SKEW'
    : undefined;
}

/** True when AWS may have rejected the request because of its time, and the SDK has corrected its clock since. */
export function isClockCorrected(error: unknown): boolean {
  const { name, clockCorrected } = readError(error);
  return clockCorrected && isInSdkList(baseCode(name), isClockSkewError);
}

/** The code of an error without the suffix `Exception`, which only some services add. */
export function baseCode(name: string): string {
  return name.replace(/Exception$/, '');
}

function isThrottled({ name, status, retryTrait }: ErrorFacts): boolean {
  if (retryTrait?.throttling === true) return true;
  if (status !== undefined && THROTTLING_STATUSES.has(status)) return true;
  return isInSdkList(baseCode(name), isThrottlingError);
}

/** True when a list of the SDK contains the code with or without the suffix. */
function isInSdkList(code: string, predicate: (error: SdkError) => boolean): boolean {
  return [code, `${code}Exception`].some((name) => predicate({ name, message: '' }));
}
