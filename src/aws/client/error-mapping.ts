/** The conversion of SDK errors to AwsError: the code, and whether AWS may have executed the request. It omits the text of AWS. */
import { AwsError, type AwsErrorCode } from '../../domain/errors';
import { CredentialsError } from './credentials';
import { baseCode, classifyError, type ErrorClass } from './error-class';
import { readError, type ErrorFacts } from './error-facts';
import type { ErrorRule, Operation } from './operation';

/** By base code. AWS returns these errors with the status 400 as well, in the protocol of WorkMail. */
const CODES: ReadonlyMap<string, AwsErrorCode> = new Map([
  ['AccessDenied', 'AWS_ACCESS_DENIED'],
  ['CredentialsProviderError', 'AWS_ACCESS_DENIED'],
  ['IncompleteSignature', 'AWS_ACCESS_DENIED'],
  ['InvalidClientTokenId', 'AWS_ACCESS_DENIED'],
  ['InvalidSignature', 'AWS_ACCESS_DENIED'],
  ['MissingAuthenticationToken', 'AWS_ACCESS_DENIED'],
  ['SignatureDoesNotMatch', 'AWS_ACCESS_DENIED'],
  ['UnrecognizedClient', 'AWS_ACCESS_DENIED'],
  ['SecurityIncidentResponseNotActive', 'AWS_NOT_ENABLED'],
  ['DirectoryUnavailable', 'AWS_UNAVAILABLE'],
  ['AbortError', 'AWS_TIMEOUT'],
  ['RequestTimeout', 'AWS_TIMEOUT'],
  ['TimeoutError', 'AWS_TIMEOUT'],
] satisfies [string, AwsErrorCode][]);

const CODES_BY_CLASS = {
  THROTTLED: 'AWS_THROTTLED',
  EXPIRED_CREDENTIALS: 'AWS_ACCESS_DENIED',
  CLOCK_SKEW: 'AWS_ACCESS_DENIED',
} as const satisfies Record<ErrorClass, AwsErrorCode>;

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
  const thrown = isCredentialsFailure ? error.cause : error;
  const facts = readError(thrown);
  const errorClass = classifyError(thrown);
  const matches = (rules: readonly ErrorRule[]) =>
    facts.fromService && !isCredentialsFailure && rules.some((rule) => isMatch(rule, facts));
  const { service, name } = operation;
  return new AwsError(
    matches(operation.notFoundErrors) ? 'AWS_NOT_FOUND' : codeOf(facts, errorClass),
    {
      service,
      operation: name,
      target,
      awsCode: facts.fromService ? facts.name : undefined,
      requestId: facts.requestId,
      retryAfterSeconds: retryAfterSeconds(facts.retryAfter),
      isTokenRejected: operation.access === 'read' && matches(operation.rejectedTokenErrors),
      ...(errorClass !== undefined && errorClass !== 'THROTTLED' && { rejectedAuthentication: errorClass }),
      // Without credentials the SDK sends nothing.
      notApplied: isCredentialsFailure || errorClass !== undefined || isNotApplied(facts),
    },
    { cause: error },
  );
}

function isMatch(rule: ErrorRule, { name, message }: ErrorFacts): boolean {
  return typeof rule === 'string' ? rule === name : rule.name === name && rule.message.test(message);
}

function codeOf(
  { name, message, status, retryTrait }: ErrorFacts,
  errorClass: ErrorClass | undefined,
): AwsErrorCode {
  if (errorClass !== undefined) return CODES_BY_CLASS[errorClass];
  // In an account without Macie, every Macie operation fails with AccessDeniedException and this text.
  if (name === 'AccessDeniedException' && message.includes('not enabled')) return 'AWS_NOT_ENABLED';
  const known = CODES.get(baseCode(name));
  if (known !== undefined) return known;
  if (retryTrait !== undefined) return 'AWS_UNAVAILABLE';
  if (status === 401 || status === 403) return 'AWS_ACCESS_DENIED';
  if (status !== undefined && status >= 400 && status < 500) return 'AWS_REJECTED';
  return 'AWS_UNAVAILABLE';
}

function isNotApplied({ name, fromService, status, systemCode }: ErrorFacts): boolean {
  if (name === 'CredentialsProviderError') return true;
  if (systemCode !== undefined && NOT_CONNECTED.has(systemCode)) return true;
  // A proxy may send 408 after it has forwarded the request. The SDK uses the code RequestTimeout for the same.
  if (status === 408 || baseCode(name) === 'RequestTimeout') return false;
  return fromService && status !== undefined && status >= 400 && status < 500;
}

/** The seconds of a Retry-After value, which is a number or a date; undefined for invalid values and past dates. */
function retryAfterSeconds(value: unknown): number | undefined {
  const seconds = number(value) ?? (Date.parse(String(value)) - Date.now()) / 1_000;
  // The type of the schema is Int.
  return seconds >= 0 ? Math.min(Math.ceil(seconds), MAX_RETRY_AFTER_SECONDS) : undefined;
}

function number(value: unknown): number | undefined {
  const parsed = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof parsed === 'number' && Number.isFinite(parsed) ? parsed : undefined;
}
