// The error codes of AWS for throttling, expired credentials, clock skew and rejected signatures, with their statuses, as AWS services spell them.
import type { AwsErrorCode, RejectedAuthentication } from '../../../src/domain/errors';

export interface ErrorRow {
  readonly type: string;
  readonly status: number;
  readonly message: string;
  readonly code: AwsErrorCode;
  readonly retryable: boolean;
  readonly rejectedAuthentication?: RejectedAuthentication;
  /** True when AWS has certainly not executed the request. */
  readonly notApplied: boolean;
  /** The attempts of a read with credentials of an assumed role. */
  readonly attempts: number;
}

const THROTTLED = {
  message: 'Rate exceeded',
  code: 'AWS_THROTTLED',
  retryable: true,
  notApplied: true,
  attempts: 3,
} as const;
const EXPIRED = {
  message: 'The security token included in the request is expired',
  code: 'AWS_ACCESS_DENIED',
  retryable: true,
  rejectedAuthentication: 'EXPIRED_CREDENTIALS',
  notApplied: true,
  attempts: 2,
} as const;
const SKEWED = {
  code: 'AWS_ACCESS_DENIED',
  retryable: true,
  rejectedAuthentication: 'CLOCK_SKEW',
  notApplied: true,
} as const;
const DENIED = {
  message: 'The request signature we calculated does not match the signature you provided.',
  code: 'AWS_ACCESS_DENIED',
  retryable: false,
  notApplied: true,
  attempts: 1,
} as const;
const TIMED_OUT = {
  message: 'Your socket connection to the server was not read from or written to in time.',
  code: 'AWS_TIMEOUT',
  retryable: true,
  notApplied: false,
  attempts: 3,
} as const;

const TOO_SKEWED = 'The difference between the request time and the current time is too large.';
const SIGNATURE_EXPIRED =
  'Signature expired: 20260101T000000Z is now earlier than 20260101T010000Z (20260101T011500Z - 15 min.)';
const NOT_YET_CURRENT =
  'Signature not yet current: 20260101T020000Z is still later than 20260101T011500Z (20260101T010000Z + 15 min.)';

export const ERROR_ROWS: readonly ErrorRow[] = [
  { type: 'Throttling', status: 400, ...THROTTLED },
  { type: 'Throttling', status: 503, ...THROTTLED },
  { type: 'ThrottlingException', status: 400, ...THROTTLED },
  { type: 'ThrottlingException', status: 429, ...THROTTLED },
  { type: 'Throttled', status: 400, ...THROTTLED },
  { type: 'ThrottledException', status: 400, ...THROTTLED },
  { type: 'RequestThrottled', status: 400, ...THROTTLED },
  { type: 'RequestThrottledException', status: 400, ...THROTTLED },
  { type: 'TooManyRequests', status: 400, ...THROTTLED },
  { type: 'TooManyRequestsException', status: 400, ...THROTTLED },
  { type: 'TooManyRequestsException', status: 429, ...THROTTLED },
  { type: 'RequestLimitExceeded', status: 400, ...THROTTLED },
  { type: 'RequestLimitExceeded', status: 503, ...THROTTLED },
  { type: 'RequestLimitExceededException', status: 503, ...THROTTLED },
  { type: 'LimitExceeded', status: 400, ...THROTTLED },
  { type: 'LimitExceededException', status: 400, ...THROTTLED },
  { type: 'BandwidthLimitExceeded', status: 509, ...THROTTLED },
  { type: 'SlowDown', status: 503, ...THROTTLED },
  { type: 'ProvisionedThroughputExceeded', status: 400, ...THROTTLED },
  { type: 'ProvisionedThroughputExceededException', status: 400, ...THROTTLED },
  { type: 'EC2ThrottledException', status: 503, ...THROTTLED },
  { type: 'PriorRequestNotComplete', status: 400, ...THROTTLED },
  { type: 'TransactionInProgressException', status: 400, ...THROTTLED },
  { type: 'UnheardOfException', status: 429, ...THROTTLED },
  { type: 'UnheardOfException', status: 509, ...THROTTLED },

  { type: 'ExpiredToken', status: 400, ...EXPIRED },
  { type: 'ExpiredToken', status: 403, ...EXPIRED },
  { type: 'ExpiredTokenException', status: 400, ...EXPIRED },
  { type: 'ExpiredTokenException', status: 401, ...EXPIRED },
  { type: 'ExpiredTokenException', status: 403, ...EXPIRED },
  { type: 'RequestExpired', status: 400, ...EXPIRED },
  { type: 'RequestExpiredException', status: 400, ...EXPIRED },
  { type: 'TokenRefreshRequired', status: 400, ...EXPIRED },
  { type: 'TokenRefreshRequiredException', status: 401, ...EXPIRED },

  { type: 'RequestTimeTooSkewed', status: 403, message: TOO_SKEWED, ...SKEWED, attempts: 1 },
  { type: 'RequestTimeTooSkewedException', status: 400, message: TOO_SKEWED, ...SKEWED, attempts: 1 },
  { type: 'RequestInTheFuture', status: 403, message: TOO_SKEWED, ...SKEWED, attempts: 1 },
  { type: 'SignatureDoesNotMatch', status: 403, message: SIGNATURE_EXPIRED, ...SKEWED, attempts: 1 },
  { type: 'SignatureDoesNotMatch', status: 403, message: NOT_YET_CURRENT, ...SKEWED, attempts: 1 },
  { type: 'SignatureDoesNotMatchException', status: 403, message: NOT_YET_CURRENT, ...SKEWED, attempts: 1 },
  { type: 'InvalidSignature', status: 403, message: SIGNATURE_EXPIRED, ...SKEWED, attempts: 1 },
  // The SDK retries this error, also without a Date header that would correct its clock.
  { type: 'InvalidSignatureException', status: 400, message: SIGNATURE_EXPIRED, ...SKEWED, attempts: 3 },
  { type: 'InvalidSignatureException', status: 403, message: NOT_YET_CURRENT, ...SKEWED, attempts: 1 },

  { type: 'SignatureDoesNotMatch', status: 403, ...DENIED },
  { type: 'InvalidSignatureException', status: 400, ...DENIED },
  { type: 'InvalidSignature', status: 403, ...DENIED },
  { type: 'UnrecognizedClientException', status: 400, ...DENIED },
  { type: 'UnrecognizedClient', status: 401, ...DENIED },
  { type: 'InvalidClientTokenId', status: 403, ...DENIED },
  { type: 'MissingAuthenticationToken', status: 403, ...DENIED },
  { type: 'MissingAuthenticationTokenException', status: 400, ...DENIED },
  { type: 'IncompleteSignature', status: 400, ...DENIED },
  { type: 'IncompleteSignatureException', status: 400, ...DENIED },
  { type: 'AccessDenied', status: 403, ...DENIED },
  { type: 'AccessDeniedException', status: 400, ...DENIED },
  { type: 'AccessDeniedException', status: 401, ...DENIED },

  { type: 'RequestTimeout', status: 400, ...TIMED_OUT },
  { type: 'RequestTimeoutException', status: 408, ...TIMED_OUT },
];
