/** Pagination, which all list operations of all services use. */
import type { Call } from './operation';
import type { Position } from './tokens';

type OrderKey = readonly (string | number)[];

/** An ordered list of rows, and the page that the client requests. */
export interface PageRequest<Row> {
  /** The rows in the order of `orderKey`, which must be unique. */
  readonly rows: readonly Row[];
  /** The number of rows to list, from the first row on. Default: all rows. */
  readonly count?: number;
  readonly orderKey: (row: Row) => OrderKey;
  /** The order of two keys, as in Array.sort. */
  readonly compare: (a: OrderKey, b: OrderKey) => number;
  /** The input members that a token is bound to: all except the page size and the token. */
  readonly boundTo: unknown;
  readonly nextToken: string | undefined;
  readonly pageSize: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextToken: string | undefined;
}

/**
 * Returns one page. Throws the error of the service for a token that is invalid, expired or bound to another call.
 */
export function paginate<Row>(call: Call<unknown>, request: PageRequest<Row>): Page<Row> {
  const { tokens, behaviors } = call.kernel;
  const query = [call.operation, call.scope.account, call.scope.region, request.boundTo];
  const position =
    request.nextToken === undefined ? { after: null } : tokens.open(query, request.nextToken, call.now);
  if (position === undefined) throw call.errors.badToken();

  const start = startOf(request, position.after);
  const end = request.count ?? request.rows.length;
  const full = request.rows.slice(start, Math.min(start + request.pageSize, end));
  const rows = cutByFault(full, call.pageFault);
  const isLast = start + rows.length >= end;
  if (isLast && call.pageFault !== 'empty') {
    return { rows, nextToken: behaviors.current.lastPageToken === 'empty' ? '' : undefined };
  }

  const last = rows.at(-1);
  const after = last === undefined ? position.after : request.orderKey(last);
  const expires = call.now + behaviors.current.nextTokenLifeSeconds * 1_000;
  return { rows, nextToken: tokens.seal(query, after, expires) };
}

/** Compares part by part, text by code unit. Both keys must have the same shape. */
export function ascending(a: OrderKey, b: OrderKey): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

export function descending(a: OrderKey, b: OrderKey): number {
  return ascending(b, a);
}

function startOf<Row>({ rows, orderKey, compare }: PageRequest<Row>, after: Position): number {
  if (after === null) return 0;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && compare(orderKey(row), after) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cutByFault<Row>(rows: readonly Row[], fault: Call<unknown>['pageFault']): readonly Row[] {
  if (fault === 'empty') return [];
  return fault === 'short' ? rows.slice(0, Math.floor(rows.length / 2)) : rows;
}
