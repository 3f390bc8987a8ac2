/** What the wire protocols have in common. */
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
  /** The input members, unchecked. Throws an AwsError for a body that cannot be read. */
  readInput(): Record<string, unknown>;
  success(output: Output, requestId: string): HttpReply;
}

/** What a protocol calls the errors that no service's model has. */
export interface CommonErrorNames {
  readonly missingCredentials: string;
  readonly incompleteSignature: string;
  readonly invalidToken: string;
  readonly expiredToken: string;
  readonly unknownOperation: string;
  readonly throttled: string;
  readonly internal: string;
}

export interface Protocol {
  readonly errorNames: CommonErrorNames;
  /** Throws an AwsError for an operation that the service does not have. */
  route(service: Service, request: HttpRequest): RoutedCall;
  failure(error: AwsError, requestId: string): HttpReply;
}

export const JSON_ERROR_NAMES: CommonErrorNames = {
  missingCredentials: 'MissingAuthenticationTokenException',
  incompleteSignature: 'IncompleteSignatureException',
  invalidToken: 'UnrecognizedClientException',
  expiredToken: 'ExpiredTokenException',
  unknownOperation: 'UnknownOperationException',
  throttled: 'ThrottlingException',
  internal: 'InternalServerException',
};

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
