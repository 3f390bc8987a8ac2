/** The errors that the gateway reports, with codes from a closed list. Messages never contain text from AWS. */
import { SERVICES, type ServiceName } from './services';

export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CURSOR_INVALID',
  'CURSOR_EXPIRED',
  'SORT_LIMIT_EXCEEDED',
  'UNREADABLE_FIELD',
  'AWS_ACCESS_DENIED',
  'AWS_NOT_ENABLED',
  'AWS_NOT_FOUND',
  'AWS_REJECTED',
  'AWS_THROTTLED',
  'AWS_TIMEOUT',
  'AWS_UNAVAILABLE',
  'CALL_BUDGET_EXCEEDED',
  'LEASE_UNAVAILABLE',
  'OVERLOADED',
  'AUDIT_UNAVAILABLE',
  'HISTORY_OFF',
  'HISTORY_UNAVAILABLE',
  'RATE_LIMITED',
  'STREAM_ENDED',
  'TOKEN_EXPIRED',
  'INTERNAL_SERVER_ERROR',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
export type AwsErrorCode = Extract<ErrorCode, `AWS_${string}`>;

export class GatewayError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }

  /** The extensions of the GraphQL error. */
  get extensions(): Record<string, unknown> {
    return { code: this.code };
  }
}

export class BadUserInputError extends GatewayError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message);
  }
}

/** A document or its variables exceed a query limit. */
export class QueryLimitError extends BadUserInputError {
  constructor(
    /** The name of the limit in docs/query-limits.md. */
    readonly limit: string,
    readonly maximum: number,
    message: string,
  ) {
    super(message);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, limit: this.limit, maximum: this.maximum };
  }
}

export class UnregisteredDocumentError extends BadUserInputError {
  constructor() {
    super(
      'The gateway accepts only registered operations: send the documentId of one, or exactly its registered text.',
    );
  }
}

/** The target does not exist, or the caller may not access it: callers cannot distinguish the two cases. */
export class UnknownTargetError extends BadUserInputError {
  constructor(name: string) {
    super(`The target "${name}" does not exist: the field targets lists the available targets.`);
  }
}

/** The caller did not sign in, or the token was rejected. The message is always the same, so that it reveals nothing about tokens. */
export class UnauthenticatedError extends GatewayError {
  /** @param tokenSent true when the request contained a token, which changes the challenge (RFC 6750). */
  constructor(readonly tokenSent = false) {
    super('UNAUTHENTICATED', 'Sign-in is required: send a valid bearer token.');
  }

  /** The value of the WWW-Authenticate header. */
  get challenge(): string {
    return this.tokenSent ? 'Bearer error="invalid_token"' : 'Bearer';
  }
}

/** The caller lacks scopes. */
export class ForbiddenError extends GatewayError {
  /** @param scopes the missing scopes. */
  constructor(readonly scopes: readonly string[]) {
    super('FORBIDDEN', `Access requires the scope ${scopes.join(' and ')}, which the caller does not have.`);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, scopes: this.scopes };
  }
}

export class RateLimitedError extends GatewayError {
  constructor(
    readonly retryAfterSeconds: number,
    message = `The rate limit is exceeded: try again in ${retryAfterSeconds} seconds, or send a cheaper operation.`,
  ) {
    super('RATE_LIMITED', message);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true, retryAfterSeconds: this.retryAfterSeconds };
  }
}

export class CursorInvalidError extends GatewayError {
  constructor() {
    super(
      'CURSOR_INVALID',
      'The cursor was not issued for this query: use it only with the field, filter, order and targets of the query that returned it.',
    );
  }
}

export class CursorExpiredError extends GatewayError {
  constructor() {
    super('CURSOR_EXPIRED', 'AWS no longer accepts this cursor: start again without `after`.');
  }
}

/** AWS sent a value for the field that does not match its own model. The rest of the resource is readable. */
export class UnreadableFieldError extends GatewayError {
  constructor(field: string) {
    super('UNREADABLE_FIELD', `AWS sent a value for ${field} that the gateway cannot read.`);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: false };
  }
}

/** The gateway has no capacity for the request; the client can retry it. */
export class OverloadedError extends GatewayError {
  /** @param retryAfterSeconds undefined when the client may choose the time. */
  constructor(
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super('OVERLOADED', message);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true, retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** The deadline for sending a change passed before the gateway sent it. */
export class SendDeadlineError extends OverloadedError {
  constructor() {
    super('The change was not ready before its deadline, and the gateway did not send it: try again.');
  }
}

/** The gateway cannot verify the token now. Not an UnauthenticatedError, because clients would discard a token that may be valid. */
export class SignInUnavailableError extends OverloadedError {
  constructor(retryAfterSeconds: number) {
    super('Sign-in is temporarily unavailable: try again later.', retryAfterSeconds);
  }
}

/** The gateway does not hold the lease or the idempotency key of the change. */
export class LeaseUnavailableError extends GatewayError {
  constructor(readonly retryAfterSeconds: number | undefined) {
    super(
      'LEASE_UNAVAILABLE',
      'The gateway cannot ensure that no other gateway changes the resource, and sent nothing: try again.',
    );
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true, retryAfterSeconds: this.retryAfterSeconds };
  }
}

export class CallBudgetExceededError extends GatewayError {
  constructor(limit: number) {
    super(
      'CALL_BUDGET_EXCEEDED',
      `The request needs more than ${limit} AWS calls, the limit of one request: select less, or send several requests.`,
    );
  }
}

export class AuditUnavailableError extends GatewayError {
  constructor(access: 'written' | 'read') {
    super('AUDIT_UNAVAILABLE', `The audit trail cannot be ${access} now: try again later.`);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true };
  }
}

/** The destination of an AWS call. */
export interface CallSite {
  readonly service: ServiceName;
  readonly operation: string;
  readonly target: string;
}

export interface AwsErrorDetails extends CallSite {
  /** The name of the error in the AWS model, such as ConflictException. */
  readonly awsCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** True when AWS rejected the page token of the request. */
  readonly isTokenRejected?: boolean;
  /** The reason why AWS rejected the signature of the request, if a later request may have a valid one. */
  readonly rejectedAuthentication?: RejectedAuthentication;
  /** True when AWS certainly did not execute the request. */
  readonly notApplied: boolean;
}

const AWS_MESSAGES = {
  AWS_ACCESS_DENIED: 'denied the gateway access',
  AWS_NOT_ENABLED: 'is not enabled',
  AWS_NOT_FOUND: 'no longer has the resource',
  AWS_REJECTED: 'rejected the request',
  AWS_THROTTLED: 'is throttling the gateway',
  AWS_TIMEOUT: 'did not respond in time',
  AWS_UNAVAILABLE: 'could not be reached or failed to respond',
} as const satisfies Record<AwsErrorCode, string>;

export type RejectedAuthentication = 'EXPIRED_CREDENTIALS' | 'CLOCK_SKEW';

const AUTHENTICATION_MESSAGES = {
  EXPIRED_CREDENTIALS: 'rejected the expired credentials of the gateway',
  CLOCK_SKEW: 'rejected the clock of the gateway as wrong',
} as const satisfies Record<RejectedAuthentication, string>;

const RETRYABLE: ReadonlySet<AwsErrorCode> = new Set(['AWS_THROTTLED', 'AWS_TIMEOUT', 'AWS_UNAVAILABLE']);

/** A failed AWS call. */
export class AwsError extends GatewayError {
  declare readonly code: AwsErrorCode;

  constructor(
    code: AwsErrorCode,
    readonly details: AwsErrorDetails,
    options?: { cause?: unknown },
  ) {
    const { rejectedAuthentication, service, target } = details;
    const message =
      rejectedAuthentication === undefined
        ? AWS_MESSAGES[code]
        : AUTHENTICATION_MESSAGES[rejectedAuthentication];
    super(code, `${SERVICES[service].title} ${message} in target ${target}.`);
    this.cause = options?.cause;
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code) || this.details.rejectedAuthentication !== undefined;
  }

  override get extensions(): Record<string, unknown> {
    const { service, operation, requestId, retryAfterSeconds } = this.details;
    const { code, retryable } = this;
    return {
      code,
      service: SERVICES[service].graphqlName,
      operation,
      requestId,
      retryable,
      retryAfterSeconds,
    };
  }
}

/** WorkMail refuses operations on an organization that is not active. */
export class OrganizationStateError extends AwsError {
  /** @param state the state of the organization as AWS writes it, if known. */
  constructor(organizationId: string, state: string | undefined, refused: AwsError) {
    super('AWS_REJECTED', refused.details, { cause: refused });
    const condition = state === undefined ? 'is not active' : `is in the state ${state}`;
    this.message = `The WorkMail organization ${organizationId} ${condition} in target ${refused.details.target}, and WorkMail serves its data only while it is active.`;
  }
}

/** A program cannot start. The message is one line that states what to change. */
export class StartError extends Error {}

/** A variable or a file of the configuration is invalid. */
export class ConfigError extends StartError {}
