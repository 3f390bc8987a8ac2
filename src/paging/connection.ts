/** A Relay connection over sources: checks the arguments, opens the cursor, fills the page and seals requested cursors. */
import { BadUserInputError } from '../domain/errors';
import type { CompletenessReport } from '../domain/records/completeness';
import { MAX_FIRST } from '../domain/records/page';
import { canonicalJson } from '../domain/canonical-json';
import type { Cursors } from './cursors';
import { fillPage, type FanOutRequest } from './fan-out';
import type { Positions, Source } from './source';

export interface ConnectionRequest<Row> {
  readonly first: number;
  readonly after?: string | null | undefined;
  /** The binding of the cursors: the field, and every argument that determines the rows or their order. */
  readonly query: unknown;
  readonly compare?: FanOutRequest<Row>['compare'];
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

/** Throws BadUserInputError when `first` is out of range. */
export function checkFirst(first: number): void {
  if (first < 1 || first > MAX_FIRST) {
    throw new BadUserInputError(`first must be from 1 to ${MAX_FIRST}, not ${first}.`);
  }
}

/** Throws BadUserInputError, CursorInvalidError or CursorExpiredError. Reports failures of AWS in `completeness`. */
export async function readConnection<Row>(
  cursors: Cursors,
  sources: readonly Source<Row>[],
  { first, after, query, compare, onRow, maxWaitMs }: ConnectionRequest<Row>,
): Promise<ConnectionPage<Row>> {
  checkFirst(first);
  const binding = canonicalJson({ query, targets: sources.map(({ target }) => target) });
  const resumed = after == null ? {} : cursors.open(after, binding);
  const page = await fillPage(sources, { first, positions: resumed, compare, onRow, maxWaitMs });
  // Relay requires startCursor and endCursor to equal the cursors of the edges, but sealing never returns the same text
  // twice.
  const sealed = new Map<string, string>();
  const seal = (positions: Positions) => {
    const key = canonicalJson(positions);
    const cursor = sealed.get(key) ?? cursors.seal(positions, binding);
    sealed.set(key, cursor);
    return cursor;
  };
  const edges = page.rows.map(({ row, positions }) => ({
    node: row,
    get cursor() {
      return seal(positions);
    },
  }));
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
        return seal(page.positions);
      },
    },
    completeness: page.completeness,
  };
}
