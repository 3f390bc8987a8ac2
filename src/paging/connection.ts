/** A Relay connection over sources: checks the arguments, opens the cursor, fills the page and seals requested cursors. */
import { BadUserInputError } from '../domain/errors';
import { MAX_FIRST } from '../domain/records/page';
import { canonicalJson } from '../domain/canonical-json';
import { SealedPage, type SourcesPage } from './connection-page';
import type { Cursors } from './cursors';
import { fillPage, type FanOutRequest } from './fan-out';
import { ScanBudgets } from './reader';
import type { Source } from './source';
import { countRows } from './total-count';
import { WholeLists, type KeptLists } from './whole-list';

export interface ConnectionRequest<Row> {
  readonly first: number;
  readonly after?: string | null | undefined;
  /** Identifies the rows: the field, and every argument that selects rows. */
  readonly query: unknown;
  /** Identifies the order of the rows; undefined without an order. */
  readonly orderBy?: unknown;
  readonly order?: FanOutRequest<Row>['order'];
  /** The whole lists that earlier pages have read. */
  readonly kept?: KeptLists<Row> | undefined;
  /** True when the request selects `totalCount`, so that the page and the count read the same AWS pages. */
  readonly countsRows?: boolean | undefined;
  readonly onRow?: FanOutRequest<Row>['onRow'];
  readonly maxWaitMs?: FanOutRequest<Row>['maxWaitMs'];
}

/** Throws BadUserInputError when `first` is out of range. */
export function checkFirst(first: number): void {
  if (first < 1 || first > MAX_FIRST) {
    throw new BadUserInputError(`first must be from 1 to ${MAX_FIRST}, not ${first}.`);
  }
}

/** Identifies the rows and their order: a cursor is valid only for the connection with the binding of the cursor. */
export function bindingOf<Row>(
  sources: readonly Source<Row>[],
  { query, orderBy }: Pick<ConnectionRequest<Row>, 'query' | 'orderBy'>,
): string {
  return canonicalJson({ query, orderBy, sources: sources.map(({ name }) => name) });
}

/**
 * Throws BadUserInputError, CursorInvalidError, CursorExpiredError or SortLimitError. Reports failures of AWS in
 * `completeness`.
 */
export async function readConnection<Row>(
  cursors: Cursors,
  sources: readonly Source<Row>[],
  { first, after, query, orderBy, order, kept, countsRows, onRow, maxWaitMs }: ConnectionRequest<Row>,
): Promise<SourcesPage<Row>> {
  checkFirst(first);
  let binding: string | undefined;
  const bind = () => (binding ??= bindingOf(sources, { query, orderBy }));
  const resumed = after == null ? { positions: {} } : cursors.open(after, bind());
  const wholeLists = new WholeLists({
    budgets: new ScanBudgets(sources),
    query: () => bindingOf(sources, { query }),
    kept,
    keepsPartialLists: order?.allowsPartialLists === true,
    mayUseKept: after != null,
  });
  const page = await fillPage(sources, {
    first,
    progress: resumed,
    order,
    wholeLists,
    fetchesFullPages: countsRows,
    onRow,
    maxWaitMs,
  });
  return new SealedPage(page, {
    hasPreviousPage: after != null,
    seal: (progress) => cursors.seal(progress, bind()),
    countRows: () => {
      // An order has read the whole lists, with their failures. Other pages know more failures than the lists do.
      const missing = order?.sortedBy === 'GATEWAY' ? resumed.failed : page.progress.failed;
      return countRows(sources, wholeLists, missing ?? [], page.rows);
    },
  });
}
