/** The record of a request for the log and the metrics. */
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { UsageReport } from '../../aws/client/usage';

export interface RequestRecord {
  readonly id: string;
  /** A logger that adds the id to every line. */
  readonly log: Logger;
  /** The time of arrival by `performance.now()`, in milliseconds. */
  readonly arrivedAt: number;
  principal?: string;
  operationType?: 'query' | 'mutation' | 'subscription' | undefined;
  operationName?: string | undefined;
  /** The codes of the errors in the response. */
  codes: readonly string[];
  aws?: UsageReport;
}

export function newRecord(id: string, log: Logger): RequestRecord {
  return { id, log, arrivedAt: performance.now(), codes: [] };
}

/**
 * Adds the codes of a response to the record, for an operation that was not executed. The responses to executed
 * operations can be large, and a plugin of Apollo Server reads their codes before they become text.
 */
export function recordRejection(record: RequestRecord, status: number, body: unknown): void {
  const isExecuted = record.operationType !== undefined && status < 400;
  if (isExecuted || typeof body !== 'string') return;
  const { errors = [] } = JSON.parse(body) as { readonly errors?: readonly GraphQLFormattedError[] };
  record.codes = errors.map(codeOf);
}

/** Returns the code of an error in a response. */
export function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}

/** Returns the first error code. Without one, derives the outcome from the HTTP status: OK or an error code. */
export function outcomeOf({ codes }: RequestRecord, status: number): string {
  return codes[0] ?? OUTCOMES[status] ?? (status < 400 ? 'OK' : outcomeOfFailure(status));
}

/** The end of a request: the values that are not part of its record. */
export interface RequestEnd {
  readonly address: string;
  readonly status: number;
  readonly milliseconds: number;
  /** True when the client disconnected before the response. */
  readonly isClientGone: boolean;
}

/** Writes the log line of a request. */
export function logRequest(
  record: RequestRecord,
  { address, status, milliseconds, isClientGone }: RequestEnd,
): void {
  const { log, principal, operationType, operationName, codes, aws } = record;
  const line = {
    principal,
    address,
    type: operationType,
    operation: operationName,
    status,
    codes: [...new Set(codes)],
    milliseconds: Math.round(milliseconds),
    gone: isClientGone || undefined,
    aws,
  };
  log.info(line, 'request');
}

/** The outcomes of requests that were rejected before GraphQL, by HTTP status. */
const OUTCOMES: Readonly<Partial<Record<number, string>>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
  499: 'CLIENT_GONE',
  503: 'OVERLOADED',
};

function outcomeOfFailure(status: number): string {
  return status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}
