/** The errors of the HTTP handler. */

/** The response exceeds `maxResponseBytes`. The SDK does not retry this error. */
export class ResponseTooLargeError extends Error {
  constructor() {
    super('The response exceeds the size limit.');
  }
}

/** AWS did not send a complete response within the duration of an attempt. The gateway does not retry this error. */
export class AttemptTimeoutError extends Error {
  override readonly name = 'TimeoutError';

  constructor() {
    super('AWS did not send a complete response in time.');
  }
}

/** The connection was not established in time. */
export class ConnectTimeoutError extends Error {
  /** The SDK retries errors with this name. */
  override readonly name = 'TimeoutError';

  constructor() {
    super('The connection was not established in time.');
  }
}

/** The caller aborted the call. */
export class AbortedError extends Error {
  /** The SDK does not retry errors with this name. */
  override readonly name = 'AbortError';

  constructor() {
    super('The call was aborted.');
  }
}

/** The connection failed, or closed before the end of the response. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
  /** The SDK retries errors with this member. */
  readonly $retryable = { throttling: false };

  /** @param code the error code of the system, such as ECONNRESET. */
  constructor(readonly code: string | undefined) {
    super(`The connection failed (${code ?? 'unknown'}).`);
  }
}

/** Converts an error of undici, its HTTP parser or the system. */
export function toTransportError(error: Error): Error {
  if (error instanceof ConnectTimeoutError) return error;
  const { code } = error as NodeJS.ErrnoException;
  // The code of undici for a connection that the other side closes.
  return new ConnectionError(code === 'UND_ERR_SOCKET' ? 'ECONNRESET' : code);
}
