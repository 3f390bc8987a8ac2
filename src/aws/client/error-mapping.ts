/** The conversion of SDK errors to AwsError: the code, and whether AWS may have executed the request. It omits the text of AWS. */
import { AwsError, type AwsErrorCode } from '../../domain/errors';
import type { Operation } from './operation';
import { CredentialsError } from './credentials';

const CODES_BY_NAME: ReadonlyMap<string, AwsErrorCode> = new Map([
  ['AccessDenied', 'AWS_ACCESS_DENIED'],
  ['AccessDeniedException', 'AWS_ACCESS_DENIED'],
  ['CredentialsProviderError', 'AWS_ACCESS_DENIED'],
  ['ExpiredToken', 'AWS_ACCESS_DENIED'],
  ['ExpiredTokenException', 'AWS_ACCESS_DENIED'],
  ['IncompleteSignatureException', 'AWS_ACCESS_DENIED'],
  ['InvalidClientTokenId', 'AWS_ACCESS_DENIED'],
  ['InvalidSignatureException', 'AWS_ACCESS_DENIED'],
  ['MissingAuthenticationTokenException', 'AWS_ACCESS_DENIED'],
  ['UnrecognizedClientException', 'AWS_ACCESS_DENIED'],
  ['SecurityIncidentResponseNotActiveException', 'AWS_NOT_ENABLED'],
  ['DirectoryUnavailableException', 'AWS_UNAVAILABLE'],
  // The WorkMail model defines no throttling error; AWS uses these names.
  ['ThrottlingException', 'AWS_THROTTLED'],
  ['TooManyRequestsException', 'AWS_THROTTLED'],
  ['AbortError', 'AWS_TIMEOUT'],
  ['TimeoutError', 'AWS_TIMEOUT'],
] satisfies [string, AwsErrorCode][]);

/** System error codes of connections that were never established, so that AWS cannot have applied a change. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** The maximum of `retryAfterSeconds`, whatever the response header contains. */
const MAX_RETRY_AFTER_SECONDS = 3_600;

/** The AwsError for an error that the SDK threw. Its message contains no text of AWS. */
export function toAwsError(error: unknown, operation: Operation, target: string): AwsError {
  const isCredentialsFailure = error instanceof CredentialsError;
  const facts = readError(isCredentialsFailure ? error.cause : error);
  const isOfOperation = facts.fromService && !isCredentialsFailure;
  const { service, name } = operation;
  return new AwsError(
    isOfOperation && operation.notFoundErrors.includes(facts.name) ? 'AWS_NOT_FOUND' : codeOf(facts),
    {
      service,
      operation: name,
      target,
      awsCode: facts.fromService ? facts.name : undefined,
      requestId: facts.requestId,
      retryAfterSeconds: facts.retryAfterSeconds,
      isTokenRejected:
        isOfOperation && operation.access === 'read' && operation.rejectedTokenErrors.includes(facts.name),
      // Without credentials the SDK sends nothing.
      notApplied: isCredentialsFailure || isNotApplied(facts),
    },
    { cause: error },
  );
}

/** True when AWS rejected the credentials as expired. */
export function hasExpired(error: unknown): boolean {
  const { name } = readError(error);
  return name === 'ExpiredTokenException' || name === 'ExpiredToken';
}

interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  /** True for an error response of AWS, false for a failure of the network or the SDK. */
  readonly fromService: boolean;
  readonly systemCode: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
}

/** Reads the members one by one, because the SDK throws many unrelated classes. */
function readError(error: unknown): ErrorFacts {
  const thrown = isObject(error) ? error : {};
  const metadata = isObject(thrown.$metadata) ? thrown.$metadata : {};
  const response = isObject(thrown.$response) ? thrown.$response : {};
  const headers = isObject(response.headers) ? response.headers : {};
  return {
    name: text(thrown.name) ?? 'Error',
    message: text(thrown.message) ?? '',
    fromService: thrown.$fault !== undefined,
    systemCode: text(thrown.code),
    status: number(metadata.httpStatusCode),
    requestId: text(metadata.requestId),
    // The SDK converts the header to a number, which is NaN for a date.
    retryAfterSeconds: retryAfterSeconds(headers['retry-after'] ?? thrown.retryAfterSeconds),
  };
}

function codeOf({ name, message, status }: ErrorFacts): AwsErrorCode {
  // In an account without Macie, every Macie operation fails with AccessDeniedException and this text.
  if (name === 'AccessDeniedException' && message.includes('not enabled')) return 'AWS_NOT_ENABLED';
  const known = CODES_BY_NAME.get(name);
  if (known !== undefined) return known;
  if (status === 429) return 'AWS_THROTTLED';
  if (status === 401 || status === 403) return 'AWS_ACCESS_DENIED';
  if (status !== undefined && status >= 400 && status < 500) return 'AWS_REJECTED';
  return 'AWS_UNAVAILABLE';
}

function isNotApplied({ name, fromService, status, systemCode }: ErrorFacts): boolean {
  if (name === 'CredentialsProviderError') return true;
  if (systemCode !== undefined && NOT_CONNECTED.has(systemCode)) return true;
  // A proxy may send 408 after it has forwarded the request.
  return fromService && status !== undefined && status >= 400 && status < 500 && status !== 408;
}

/** The seconds of a Retry-After value, which is a number or a date; undefined for invalid values and past dates. */
function retryAfterSeconds(value: unknown): number | undefined {
  const seconds = number(value) ?? (Date.parse(String(value)) - Date.now()) / 1_000;
  // The type of the schema is Int.
  return seconds >= 0 ? Math.min(Math.ceil(seconds), MAX_RETRY_AFTER_SECONDS) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(value: unknown): number | undefined {
  const parsed = typeof value === 'string' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}
