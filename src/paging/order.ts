/** The order of the rows of a connection: by value, then by source, by list and by key. */
import type { OrderDirection } from '../domain/records/order';

/** The value by which a row is sorted; undefined when AWS sent none or one that the gateway cannot read. */
export type SortValue = string | number | undefined;

export interface RowOrder<Row> {
  readonly valueOf: (row: Row) => SortValue;
  readonly direction: OrderDirection;
  /** AWS when every source returns its rows in this order. Otherwise the gateway reads each list whole and sorts it. */
  readonly sortedBy: 'AWS' | 'GATEWAY';
  /** The arguments, besides `targets`, that reduce the AWS calls for the whole list. */
  readonly narrowBy?: readonly string[];
  /** True to sort the rows that the scan limit lets the gateway read, and to name a longer list in `completeness`; otherwise it fails the connection. */
  readonly allowsPartialLists?: boolean;
}

/** Compares two values. A missing value is last in both directions. */
export function compareValues(a: SortValue, b: SortValue, direction: OrderDirection): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b === (direction === 'ASC') ? -1 : 1;
}

/** Compares two keys by their UTF-16 code units. */
export function compareKeys(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The last of the rows, in the order of the walk, that one list has delivered. */
export interface LastRow {
  /** The key of the list. */
  readonly list: string;
  readonly value: SortValue;
}

/** The last rows of two lists: enough to know, for each list, the last row of the other lists. */
const KEPT_LISTS = 2;

/** Tells rows that sort before a row that the walk has already delivered, such as rows of a source that failed and came back. */
export class RowSequence<Row> {
  constructor(
    /** The names of the sources of the connection, in their order. */
    private readonly sources: readonly string[],
    /** Undefined when the rows follow one another list by list. */
    private readonly order: RowOrder<Row> | undefined,
    /** The last rows of the earlier pages. Replaced, never mutated. */
    private last: readonly LastRow[],
  ) {}

  get lastRows(): readonly LastRow[] {
    return this.last;
  }

  /** Adds a delivered row. Returns true when it sorts before a row of another list that was delivered before it. */
  add(row: Row, list: string): boolean {
    const added: LastRow = { list, value: this.order?.valueOf(row) };
    const greatest = this.last[0];
    // A row of the same list with the same value changes nothing, such as the next row without an order.
    if (greatest?.list === list && greatest.value === added.value) return false;
    const others = this.last.filter((other) => other.list !== list);
    const isOutOfOrder = others.some((other) => this.compare(added, other) < 0);
    const previous = this.last.find((other) => other.list === list);
    const own = previous !== undefined && this.compare(added, previous) < 0 ? previous : added;
    this.last = [...others, own].sort((a, b) => this.compare(b, a)).slice(0, KEPT_LISTS);
    return isOutOfOrder;
  }

  private compare(a: LastRow, b: LastRow): number {
    return (
      compareValues(a.value, b.value, this.order?.direction ?? 'ASC') ||
      this.rankOf(a) - this.rankOf(b) ||
      compareKeys(a.list, b.list)
    );
  }

  private rankOf({ list }: LastRow): number {
    return this.sources.findIndex((source) => isListOf(source, list));
  }
}

/** True when the list is the only list of the source with this name, or one of several. */
export function isListOf(source: string, list: string): boolean {
  return list === source || list.startsWith(`${source}/`);
}
