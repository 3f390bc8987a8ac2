/** A Relay connection over sources: checks the arguments, opens the cursor, fills the page and seals requested cursors. */
import { BadUserInputError } from '../domain/errors';
import type { CompletenessReport } from '../domain/records/completeness';
import { MAX_FIRST, type RowCountRecord } from '../domain/records/page';
import { canonicalJson } from '../domain/canonical-json';
import type { Cursors } from './cursors';
import { fillPage, scanBudgetFor, type FanOutRequest } from './fan-out';
import type { Source, WalkProgress } from './source';
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

export interface ConnectionEdge<Row> {
  readonly node: Row;
  readonly cursor: string;
}

export interface ConnectionPage<Row> {
  readonly edges: readonly ConnectionEdge<Row>[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | undefined;
    readonly endCursor: string;
  };
  readonly completeness: CompletenessReport;
}

/** A page of a connection over sources. */
export interface SourcesPage<Row> extends ConnectionPage<Row> {
  readonly edges: readonly SourcesEdge<Row>[];
  /** Reads all rows when it is used. Rejects with GatewayError. */
  readonly totalCount: Promise<RowCountRecord>;
}

export interface SourcesEdge<Row> extends ConnectionEdge<Row> {
  /** True when the row sorts before a row that the walk has delivered before it. */
  readonly isOutOfOrder: boolean;
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
  return canonicalJson({ query, orderBy, targets: sources.map(({ target }) => target) });
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
  const binding = bindingOf(sources, { query, orderBy });
  const resumed = after == null ? { positions: {} } : cursors.open(after, binding);
  const wholeLists = new WholeLists({
    budget: scanBudgetFor(sources),
    query: bindingOf(sources, { query }),
    kept,
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
  // Relay requires startCursor and endCursor to equal the cursors of the edges, but sealing never returns the same text
  // twice.
  const sealed = new Map<string, string>();
  const seal = (progress: WalkProgress) => {
    const key = JSON.stringify(progress);
    const cursor = sealed.get(key) ?? cursors.seal(progress, binding);
    sealed.set(key, cursor);
    return cursor;
  };
  const edges = page.rows.map(({ row, progress, isOutOfOrder }, index) => ({
    node: row,
    isOutOfOrder,
    get cursor() {
      return seal(index === page.rows.length - 1 ? page.progress : progress);
    },
  }));
  const { failed = [], ...withoutFailed } = page.progress;
  let count: Promise<RowCountRecord> | undefined;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: page.hasMore,
      hasPreviousPage: after != null,
      get startCursor() {
        return edges[0]?.cursor;
      },
      get endCursor() {
        return seal(page.progress);
      },
    },
    completeness: {
      ...page.completeness,
      get retryCursor() {
        return failed.length === 0 ? undefined : seal(withoutFailed);
      },
    },
    get totalCount() {
      // An order has read the whole lists, with their failures. Other pages know more failures than the lists do.
      const missing = order?.sortedBy === 'GATEWAY' ? resumed.failed : page.progress.failed;
      count ??= countRows(sources, wholeLists, missing ?? [], page.rows);
      return count;
    },
  };
}
