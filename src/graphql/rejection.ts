/** The HTTP responses of requests that fail before GraphQL: a status, headers and a body in the form of GraphQL errors. */
import type { OutgoingHttpHeaders } from 'node:http';
import { COMMON_HEADERS } from './common-headers';
import { GatewayError, OverloadedError, UnauthenticatedError, type ErrorCode } from '../domain/errors';

/** The HTTP status of a request that fails as a whole, by error code. Other codes have status 500. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  HISTORY_OFF: 501,
  HISTORY_UNAVAILABLE: 503,
  STREAM_ENDED: 503,
  OVERLOADED: 503,
};

/** The error of a request that is rejected for its HTTP form. */
export class RejectedRequestError extends GatewayError {
  constructor(
    readonly status: number,
    message: string,
    readonly headers: OutgoingHttpHeaders = {},
  ) {
    super('BAD_USER_INPUT', message);
  }
}

/** The error of a request that load shedding rejects before parsing. */
export class ShedRequestError extends OverloadedError {
  constructor() {
    super('The gateway is overloaded. Try again later.', 1);
  }
}

/** One instance for all requests, because a shed request must cost little. */
export const SHED_REQUEST = new ShedRequestError();

/** The headers of a response that the hooks of Fastify do not see. */
const HEADERS = { 'content-type': 'application/json; charset=utf-8', ...COMMON_HEADERS };

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
