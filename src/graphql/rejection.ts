/** What a request is answered that GraphQL does not answer: a status, and the shape that GraphQL gives errors. */
import type { OutgoingHttpHeaders } from 'node:http';
import { GatewayError, OverloadedError, UnauthenticatedError, type ErrorCode } from '../domain/errors';

/** The status of a request that fails as a whole, by the code of its error. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
};

/** A request that is refused for its form in HTTP. */
export class RejectedRequestError extends GatewayError {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: OutgoingHttpHeaders = {},
  ) {
    super('BAD_USER_INPUT', message);
  }
}

/** A request that was sent away before anything of it was done. */
export class ShedRequestError extends OverloadedError {
  constructor() {
    super('The gateway has too much to do now: try again later.');
  }

  override get extensions(): Record<string, unknown> {
    return { ...super.extensions, retryAfterSeconds: 1 };
  }
}

/** One for all: when much is shed, each must cost little. */
export const SHED_REQUEST = new ShedRequestError();

/** Of an answer that passes none of the hooks. */
const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

export function statusOf(code: ErrorCode): number {
  return STATUSES[code] ?? 500;
}

export interface HttpRejection {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

export function toHttpResponse(error: GatewayError): HttpRejection {
  const { message, extensions } = error;
  const body = JSON.stringify({ errors: [{ message, extensions }] });
  return {
    status: error instanceof RejectedRequestError ? error.status : statusOf(error.code),
    headers: { ...HEADERS, 'content-length': Buffer.byteLength(body), ...headersOf(error) },
    body,
  };
}

function headersOf(error: GatewayError): OutgoingHttpHeaders {
  if (error instanceof RejectedRequestError) return error.headers;
  if (error instanceof UnauthenticatedError) return { 'www-authenticate': error.challenge };
  const { retryAfterSeconds } = error.extensions;
  return typeof retryAfterSeconds === 'number' ? { 'retry-after': String(retryAfterSeconds) } : {};
}
