/** The interface of a wire protocol, and helpers that protocols share. */
import type { IncomingHttpHeaders } from 'node:http';
import type { AwsError } from '../kernel/aws-error';
import type { Output } from '../kernel/operation';
import type { Service } from '../kernel/service';

/** A request whose body has been read completely. */
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
  /** Returns the input members without validation. Throws an AwsError for a body that cannot be parsed. */
  readInput(): Record<string, unknown>;
  success(output: Output, requestId: string): HttpReply;
}

/** The protocol's names of the errors that the service models do not define. */
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
  /** Finds the operation. Throws an AwsError if the service does not have it. */
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

/** The members of a JSON body; none for an empty body. Members that are null are omitted. */
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
