/** Every failure the gateway reports on purpose, with its code from a closed list. Messages are ours: AWS's own text never passes. */
import { SERVICES, type ServiceName } from './services';

export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CURSOR_INVALID',
  'CURSOR_EXPIRED',
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
  'RATE_LIMITED',
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

  /** What a client sees beside the message. */
  get extensions(): Record<string, unknown> {
    return { code: this.code };
  }
}

export class BadUserInputError extends GatewayError {
  constructor(message: string) {
    super('BAD_USER_INPUT', message);
  }
}

/** A document, or the values of its variables, beyond what one request may hold. */
export class QueryLimitError extends BadUserInputError {
  constructor(
    /** Its name in docs/query-limits.md. */
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
      'Only registered operations are accepted here: send the documentId of one, or its text as it was registered.',
    );
  }
}

/** For a target that there is not, or not for whoever asks: they cannot tell one from the other. */
export class UnknownTargetError extends BadUserInputError {
  constructor(name: string) {
    super(`There is no target "${name}": the field targets lists those there are.`);
  }
}

/** The message is the same whatever is wrong: who guesses learns nothing. */
export class UnauthenticatedError extends GatewayError {
  /** `tokenSent` is whether there was something to refuse (RFC 6750). */
  constructor(private readonly tokenSent = false) {
    super('UNAUTHENTICATED', 'Sign in: send a valid bearer token.');
  }

  /** The value of WWW-Authenticate. */
  get challenge(): string {
    return this.tokenSent ? 'Bearer error="invalid_token"' : 'Bearer';
  }
}

export class ForbiddenError extends GatewayError {
  /** `scopes` are those that are missing. */
  constructor(readonly scopes: readonly string[]) {
    super('FORBIDDEN', `This takes the scope ${scopes.join(' and ')}, which you do not have.`);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, scopes: this.scopes };
  }
}

export class RateLimitedError extends GatewayError {
  constructor(readonly retryAfterSeconds: number) {
    super(
      'RATE_LIMITED',
      `You have used up what you may ask for in a minute: try again in ${retryAfterSeconds} seconds, or ask for less.`,
    );
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true, retryAfterSeconds: this.retryAfterSeconds };
  }
}

export class CursorInvalidError extends GatewayError {
  constructor() {
    super(
      'CURSOR_INVALID',
      'The cursor was not issued for this query: use a cursor only with the field, filter, order and targets it came from.',
    );
  }
}

export class CursorExpiredError extends GatewayError {
  constructor() {
    super('CURSOR_EXPIRED', 'AWS no longer accepts this cursor: start again without `after`.');
  }
}

export class OverloadedError extends GatewayError {
  constructor(message: string) {
    super('OVERLOADED', message);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true };
  }
}

/** Nothing was sent. */
export class SendDeadlineError extends OverloadedError {
  constructor() {
    super('The change was ready too late to be sent safely; nothing was sent.');
  }
}

/** Neither let in nor refused: a token that may well be good is not to be thrown away for it. */
export class SignInUnavailableError extends OverloadedError {
  constructor(readonly retryAfterSeconds: number) {
    super('Sign-in is temporarily unavailable: try again later.');
  }

  override get extensions(): Record<string, unknown> {
    return { ...super.extensions, retryAfterSeconds: this.retryAfterSeconds };
  }
}

export class LeaseUnavailableError extends GatewayError {
  constructor(readonly retryAfterSeconds: number | undefined) {
    super(
      'LEASE_UNAVAILABLE',
      'It cannot be made sure now that no other gateway changes the resource; nothing was sent.',
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
      `The request needs more than the ${limit} AWS calls that one request may make: ask for less, or in several requests.`,
    );
  }
}

export class AuditUnavailableError extends GatewayError {
  constructor(done: 'written' | 'read') {
    super('AUDIT_UNAVAILABLE', `The audit trail cannot be ${done} now: try again later.`);
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true };
  }
}

/** Where a call goes. */
export interface CallSite {
  readonly service: ServiceName;
  readonly operation: string;
  readonly target: string;
}

export interface AwsErrorDetails extends CallSite {
  /** The error's name in AWS's model, as ConflictException. */
  readonly awsCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** True when AWS rejected the page token of the request. */
  readonly isTokenRejected?: boolean;
  /** True when it is certain that AWS did not carry out the request. */
  readonly notApplied: boolean;
}

const AWS_MESSAGES = {
  AWS_ACCESS_DENIED: 'denied the gateway access',
  AWS_NOT_ENABLED: 'is not enabled',
  AWS_NOT_FOUND: 'no longer has the resource',
  AWS_REJECTED: 'rejected the request',
  AWS_THROTTLED: 'is throttling the gateway',
  AWS_TIMEOUT: 'did not answer in time',
  AWS_UNAVAILABLE: 'could not be reached or failed to answer',
} as const satisfies Record<AwsErrorCode, string>;

const RETRYABLE: ReadonlySet<AwsErrorCode> = new Set(['AWS_THROTTLED', 'AWS_TIMEOUT', 'AWS_UNAVAILABLE']);

/** A call to AWS that failed, in the gateway's own words. */
export class AwsError extends GatewayError {
  declare readonly code: AwsErrorCode;

  constructor(
    code: AwsErrorCode,
    readonly details: AwsErrorDetails,
    options?: { cause?: unknown },
  ) {
    super(code, `${SERVICES[details.service].title} ${AWS_MESSAGES[code]} in target ${details.target}.`);
    this.cause = options?.cause;
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
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

/** Stops the start of a program. The message is one line that says what to change. */
export class StartError extends Error {}

/** A variable or a file of the configuration is invalid. */
export class ConfigError extends StartError {}
