/** Pages of rows that end early, so that long rows do not fill the memory. */
import type { SqlRow } from './database';

/** The bytes of rows after which a page ends. */
const MAX_PAGE_BYTES = 1_048_576;

interface PageQuery {
  /** Selects the rows, in this order and with a limit. */
  readonly matching: string;
  readonly order: string;
  /** The columns whose length varies. */
  readonly columns: readonly string[];
}

/** Selects the rows only as long as the rows before a row have at most 1 MB together. A page has a row if any row matches. */
export function sizedPage({ matching, order, columns }: PageQuery): string {
  const bytes = columns.map((column) => `COALESCE(octet_length(${column}), 0)`).join(' + ');
  return `SELECT * FROM (
    SELECT matching.*, SUM(${bytes}) OVER (
      ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) AS bytes_before, COUNT(*) OVER () AS matching_rows FROM (${matching}) AS matching
  ) AS sized WHERE bytes_before IS NULL OR bytes_before <= ${MAX_PAGE_BYTES} ORDER BY ${order}`;
}

/** The number of rows that match, up to the limit, including those that the limit in bytes left out. */
export function matchingRows([row]: readonly SqlRow[]): number {
  return Number(row?.matching_rows ?? 0);
}
