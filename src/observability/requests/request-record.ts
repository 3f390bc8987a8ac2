/** What is told of a request once it is answered, in the log and in the metrics. */
import type { Logger } from 'pino';
import type { UsageReport } from '../../aws/client/usage';

export interface RequestRecord {
  readonly id: string;
  /** Its lines carry the id. */
  readonly log: Logger;
  /** When it came, by `performance.now()`. */
  readonly arrivedAt: number;
  principal?: string;
  operationType?: 'query' | 'mutation' | 'subscription' | undefined;
  operationName?: string | undefined;
  /** The codes of the errors in the answer. */
  codes: readonly string[];
  aws?: UsageReport;
}

export function newRecord(id: string, log: Logger): RequestRecord {
  return { id, log, arrivedAt: performance.now(), codes: [] };
}

/** The first code tells how the request went; without any, its status does. */
export function outcomeOf({ codes }: RequestRecord, status: number): string {
  return codes[0] ?? OUTCOMES[status] ?? (status < 400 ? 'OK' : outcomeOfFailure(status));
}

/** How a request went, beside what its record says. */
export interface RequestEnd {
  readonly address: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Nobody waited for the answer any more. */
  readonly isClientGone: boolean;
}

/** The one line that every request has. */
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

/** Of requests that were refused before they were looked into. */
const OUTCOMES: Readonly<Partial<Record<number, string>>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
  503: 'OVERLOADED',
};

function outcomeOfFailure(status: number): string {
  return status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR';
}
