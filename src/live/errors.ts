/** The errors that end streams, or that reject new ones. */
import { GatewayError, OverloadedError, RateLimitedError } from '../domain/errors';

/** The token of the subscriber has expired. */
export class TokenExpiredError extends GatewayError {
  constructor() {
    super('TOKEN_EXPIRED', 'The token has expired: sign in again, and subscribe with the last position.');
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: false };
  }
}

/** The gateway shuts down. Another one, or the next one, continues the stream. */
export class StreamEndedError extends GatewayError {
  /** @param retryAfterSeconds differs between subscribers, so that they do not all come back at once. */
  constructor(readonly retryAfterSeconds: number) {
    super(
      'STREAM_ENDED',
      `The gateway is shutting down: subscribe again in ${retryAfterSeconds} seconds with the last position.`,
    );
  }

  override get extensions(): Record<string, unknown> {
    return { code: this.code, retryable: true, retryAfterSeconds: this.retryAfterSeconds };
  }
}

/** The caller has as many streams as it may have. */
export class CallerStreamsError extends RateLimitedError {
  constructor(maximum: number, retryAfterSeconds: number) {
    super(
      retryAfterSeconds,
      `The caller has ${maximum} streams, which is the limit: end one, or try again in ${retryAfterSeconds} seconds.`,
    );
  }
}

/** The gateway has as many streams as it may have. */
export class GatewayStreamsError extends OverloadedError {
  constructor(retryAfterSeconds: number) {
    super(
      `The gateway has no room for another stream: try again in ${retryAfterSeconds} seconds.`,
      retryAfterSeconds,
    );
  }
}
