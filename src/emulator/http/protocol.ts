/** What the two wire protocols have in common. */
import type { IncomingHttpHeaders } from 'node:http';
import type { AwsError } from '../kernel/aws-error';
import type { Output } from '../kernel/operation';
import type { Service } from '../kernel/service';

/** A request that was read whole. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query string, percent-encoded. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A request whose operation is known. */
export interface RoutedCall {
  readonly operation: string;
  readonly status: number;
  /** The input members, unchecked. Throws an AwsError for a body that is not JSON. */
  readInput(): Record<string, unknown>;
}

export interface Protocol {
  /** Throws UnknownOperationException for what the service does not have. */
  route(service: Service, request: HttpRequest): RoutedCall;
  success(status: number, output: Output): HttpReply;
  failure(error: AwsError): HttpReply;
}

/** The members of a JSON body; an empty body has none. */
export function readJsonObject(service: Service, body: string): Record<string, unknown> {
  if (body === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw service.errors.unparsable('The request body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw service.errors.unparsable('The request body is not a JSON object.');
  }
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}

export function retryAfter({ retryAfterSeconds }: AwsError): Record<string, string> {
  return retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
}
