/** Tells from an SDK error what went wrong, whether AWS carried the request out, and nothing of AWS's own text. */
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
  // WorkMail's model has no throttling error; these are the names a throttled call arrives with.
  ['ThrottlingException', 'AWS_THROTTLED'],
  ['TooManyRequestsException', 'AWS_THROTTLED'],
  ['AbortError', 'AWS_TIMEOUT'],
  ['TimeoutError', 'AWS_TIMEOUT'],
] satisfies [string, AwsErrorCode][]);

/** The connection was never made, so nothing can have been applied. */
const NOT_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);

/** Seconds; nobody waits for longer than that because of a header. */
const MAX_RETRY_AFTER = 3_600;

/** Never contains AWS's text. */
export function toAwsError(error: unknown, operation: Operation, target: string): AwsError {
  const inCredentials = error instanceof CredentialsError;
  const facts = readError(inCredentials ? error.cause : error);
  const isOfOperation = facts.fromService && !inCredentials;
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
      // Without credentials nothing was sent.
      notApplied: inCredentials || isNotApplied(facts),
    },
    { cause: error },
  );
}

/** True when AWS no longer takes the credentials. */
export function hasExpired(error: unknown): boolean {
  const { name } = readError(error);
  return name === 'ExpiredTokenException' || name === 'ExpiredToken';
}

interface ErrorFacts {
  readonly name: string;
  readonly message: string;
  /** True for an error that AWS itself answered, rather than one met on the way. */
  readonly fromService: boolean;
  readonly systemCode: string | undefined;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfterSeconds: number | undefined;
}

/** The SDK throws many unrelated classes, so members are looked for one by one. */
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
    // The SDK makes NaN of a date.
    retryAfterSeconds: retryAfterSeconds(headers['retry-after'] ?? thrown.retryAfterSeconds),
  };
}

function codeOf({ name, message, status }: ErrorFacts): AwsErrorCode {
  // Macie answers every call in an account without Macie with AccessDeniedException and this text.
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
  // 408 may come from something in between that gave up on an answer.
  return fromService && status !== undefined && status >= 400 && status < 500 && status !== 408;
}

/** From a number or a date, as HTTP has both; nothing from what is neither, or in the past. */
function retryAfterSeconds(value: unknown): number | undefined {
  const seconds = number(value) ?? (Date.parse(String(value)) - Date.now()) / 1_000;
  // The schema's Int holds no fractions.
  return seconds >= 0 ? Math.min(Math.ceil(seconds), MAX_RETRY_AFTER) : undefined;
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
