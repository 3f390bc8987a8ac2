/** What the operations of Security Incident Response have in common. */
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

/** Throws when there is no such case. */
export function caseOf(call: SecurityIrCall, caseId: string): SecurityCase {
  const securityCase = call.state.cases.get(caseId);
  if (securityCase === undefined) throw notFound(`The case ${caseId}`);
  return securityCase;
}

/** Throws when the case is closed, unless closed cases accept updates. */
export function checkAcceptsUpdates(call: SecurityIrCall, securityCase: SecurityCase): void {
  const { closedCaseAcceptsUpdates } = call.kernel.behaviours.current;
  if (isClosed(securityCase) && !closedCaseAcceptsUpdates) {
    throw conflict(securityCase, 'The case is closed and cannot be changed any more.');
  }
}

/** The same answer for the same token of the same operation on the same case, whatever else is asked. */
export function oncePerToken(
  call: SecurityIrCall,
  caseId: string | undefined,
  clientToken: string | undefined,
  answer: () => string,
): string {
  if (clientToken === undefined) return answer();
  const { responsesByToken } = call.state;
  const key = JSON.stringify([call.operation, caseId, clientToken]);
  const given = responsesByToken.get(key) ?? answer();
  responsesByToken.set(key, given);
  return given;
}

/** The `total` of a list. */
export function totalOf({ kernel }: SecurityIrCall, page: Page<unknown>, all: number): number {
  return kernel.behaviours.current.listTotals === 'all' ? all : page.rows.length;
}

interface PageInput {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}

/** A page of ordered rows, latest first; `orderKey` must tell any two rows apart. */
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

/** A page of what a case has, latest first; of rows of the same time, the one that came last. */
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
