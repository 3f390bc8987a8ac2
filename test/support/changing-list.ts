// A list in memory whose rows are added and removed between two calls. Its tokens stay valid: like the emulator's, a token names the last returned row.
import type { Partition, RowFilter, Source } from '../../src/paging/source';
import { nameOf, type Row } from './flaky-plans';

const before = (a: Row, b: Row) => a.rank - b.rank || a.index - b.index;

export class ChangingList {
  /** All rows, the removed ones included, in the list's order. */
  private readonly known: Row[];
  private readonly deleted = new Set<Row>();
  private lastReturned: Row | undefined;

  constructor(
    readonly name: string,
    ranks: readonly number[],
    private readonly pageSize: number,
  ) {
    this.known = ranks.map((rank, index) => ({ rank, list: name, index })).sort(before);
  }

  get rows(): readonly Row[] {
    return this.known.filter((row) => !this.deleted.has(row));
  }

  /** The rows after the last row that was ever returned. */
  get unseen(): readonly Row[] {
    const { lastReturned } = this;
    return lastReturned === undefined ? this.rows : this.rows.filter((row) => before(row, lastReturned) > 0);
  }

  /** Adds a row after the other rows of its rank. */
  add(rank: number): void {
    this.known.push({ rank, list: this.name, index: this.known.length });
    this.known.sort(before);
  }

  /** Like `add`, but after all rows that were ever returned. */
  addUnseen(rank: number): void {
    this.add(Math.max(rank, this.lastReturned?.rank ?? 0));
  }

  remove(row: Row): void {
    this.deleted.add(row);
  }

  /** Puts a removed row back into its old place. */
  bringBack(row: Row): void {
    this.deleted.delete(row);
  }

  get removed(): readonly Row[] {
    return [...this.deleted];
  }

  /** The list as a partition of a source. */
  partition(key: string, filter: RowFilter<Row> | undefined): Partition<Row> {
    return { key, filter, keyOf: nameOf, maxPageSize: this.pageSize, fetch: this.fetch };
  }

  private readonly fetch: Partition<Row>['fetch'] = ({ token, size }) => {
    const last = token === undefined ? undefined : (JSON.parse(token) as Row);
    const ahead = last === undefined ? this.rows : this.rows.filter((row) => before(row, last) > 0);
    const rows = ahead.slice(0, size);
    const end = rows.at(-1);
    if (end !== undefined && (this.lastReturned === undefined || before(end, this.lastReturned) > 0))
      this.lastReturned = end;
    const nextToken = ahead.length > rows.length ? JSON.stringify(end) : undefined;
    return Promise.resolve({ rows, nextToken, asOf: new Date(), unreadableRows: 0 });
  };
}

/** Sources of these lists: the target and the key are named after the index. */
export function changingSources(
  targets: readonly (readonly ChangingList[])[],
  filter?: RowFilter<Row>,
): Source<Row>[] {
  return targets.map((lists, index) => {
    const target = `target-${index}`;
    const partitions = lists.map((list, each) => list.partition(`${target}/${each}`, filter));
    return {
      name: target,
      reads: { target, kind: 'ClassificationJob' },
      partitions: () => Promise.resolve(partitions),
    };
  });
}
