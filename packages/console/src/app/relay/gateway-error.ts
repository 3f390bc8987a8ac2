/** A failed request: an error code, and what the user can be told. */

/** An entry of `errors` in a GraphQL response. */
export interface ResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: {
    readonly code?: string;
    readonly scopes?: readonly string[];
    readonly retryAfterSeconds?: number;
  };
}

/**
 * Codes of failures that the gateway did not name. UNAUTHENTICATED: the session has ended, so the request was not sent.
 * TOKEN_EXPIRED: the gateway rejected the token of the request, and the session has another one since. LIST_NOT_READ: the
 * gateway could not read any row of a list.
 */
type LocalCode =
  'LIST_NOT_READ' | 'NETWORK' | 'TIMEOUT' | 'TOKEN_EXPIRED' | 'UNAUTHENTICATED' | 'UNEXPECTED_RESPONSE';

export class GatewayError extends Error {
  /** A code of the gateway, such as FORBIDDEN, or a local one. */
  readonly code: string;
  /** The scopes that the caller lacks. */
  readonly scopes: readonly string[];
  readonly retryAfterSeconds: number | undefined;
  /** The value of the header x-request-id. */
  readonly requestId: string | undefined;

  constructor({ message, extensions = {} }: ResponseError, requestId?: string) {
    super(message);
    this.name = 'GatewayError';
    this.code = extensions.code ?? 'UNEXPECTED_RESPONSE';
    this.scopes = extensions.scopes ?? [];
    this.retryAfterSeconds = extensions.retryAfterSeconds;
    this.requestId = requestId;
  }
}

export function localError(code: LocalCode, message: string, requestId?: string): GatewayError {
  return new GatewayError({ message, extensions: { code } }, requestId);
}

export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  return localError('UNEXPECTED_RESPONSE', error instanceof Error ? error.message : String(error));
}
