/** Helpers that the operations of Security Incident Response share. */
import type { Call, HttpBinding } from '../kernel/operation';
import { descending, paginate, type Page } from '../kernel/paginate';
import { conflict, notFound } from './errors';
import { isClosed } from './rules';
import type { SecurityCase, SecurityIrState } from './state';

export type SecurityIrCall = Call<SecurityIrState>;

const DEFAULT_PAGE_SIZE = 25;

export function post(path: string, status: number): HttpBinding {
  return { method: 'POST', path, status };
}

/** Returns the case. Throws ResourceNotFoundException. */
export function caseOf(call: SecurityIrCall, caseId: string): SecurityCase {
  const securityCase = call.state.cases.get(caseId);
  if (securityCase === undefined) throw notFound(`The case ${caseId}`);
  return securityCase;
}

/** Throws ConflictException for a closed case, unless the setting closedCaseAcceptsUpdates is on. */
export function checkAcceptsUpdates(call: SecurityIrCall, securityCase: SecurityCase): void {
  const { closedCaseAcceptsUpdates } = call.kernel.behaviors.current;
  if (isClosed(securityCase) && !closedCaseAcceptsUpdates) {
    throw conflict(securityCase, 'The case is closed and cannot be changed any more.');
  }
}

/**
 * Returns the earlier response for a client token that the same operation on the same case has received before,
 * regardless of the other input. Otherwise, returns the result of `create` and stores it.
 */
export function oncePerToken(
  call: SecurityIrCall,
  caseId: string | undefined,
  clientToken: string | undefined,
  create: () => string,
): string {
  if (clientToken === undefined) return create();
  const { responsesByToken } = call.state;
  const key = JSON.stringify([call.operation, caseId, clientToken]);
  const response = responsesByToken.get(key) ?? create();
  responsesByToken.set(key, response);
  return response;
}

/** The `total` of a list. */
export function totalOf({ kernel }: SecurityIrCall, page: Page<unknown>, all: number): number {
  return kernel.behaviors.current.listTotals === 'all' ? all : page.rows.length;
}

interface PageInput {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}

/** A page of rows, latest first. `orderKey` must be unique. */
export function pageOf<Row>(
  call: SecurityIrCall,
  { nextToken, maxResults }: PageInput,
  rows: readonly Row[],
  orderKey: (row: Row) => (string | number)[],
  caseId?: string,
): Page<Row> {
  return paginate(call, {
    rows,
    orderKey,
    compare: descending,
    boundTo: caseId === undefined ? [] : [caseId],
    nextToken,
    pageSize: maxResults ?? DEFAULT_PAGE_SIZE,
  });
}

/** A page of the rows of a case, latest first. Rows of the same time are in reverse order of their insertion. */
export function pageOfCase<Row>(
  call: SecurityIrCall,
  input: PageInput & { readonly caseId: string },
  rows: readonly Row[],
  timeOf: (row: Row) => number,
): Page<Row> {
  const keyed = rows.map((row, index) => ({ row, key: [timeOf(row), index] }));
  keyed.sort((a, b) => descending(a.key, b.key));
  const page = pageOf(call, input, keyed, ({ key }) => key, input.caseId);
  return { rows: page.rows.map(({ row }) => row), nextToken: page.nextToken };
}
