// A list in memory whose rows come and go between two calls, and whose tokens stay valid: they name the row handed out last, as the emulator's do.
import type { Partition, RowFilter, Source } from '../../src/paging/source';
import { nameOf, type Row } from './flaky-plans';

const before = (a: Row, b: Row) => a.rank - b.rank || a.index - b.index;

export class ChangingList {
  /** All that there ever was, in the list's order. */
  private readonly known: Row[];
  private readonly gone = new Set<Row>();
  private shown: Row | undefined;

  constructor(
    readonly name: string,
    ranks: readonly number[],
    private readonly pageSize: number,
  ) {
    this.known = ranks.map((rank, index) => ({ rank, list: name, index })).sort(before);
  }

  get rows(): readonly Row[] {
    return this.known.filter((row) => !this.gone.has(row));
  }

  /** The rows behind all those that were ever handed out. */
  get unseen(): readonly Row[] {
    const { shown } = this;
    return shown === undefined ? this.rows : this.rows.filter((row) => before(row, shown) > 0);
  }

  /** A new row that stands behind those of its rank. */
  add(rank: number): void {
    this.known.push({ rank, list: this.name, index: this.known.length });
    this.known.sort(before);
  }

  /** As add, behind all rows that were ever handed out. */
  addUnseen(rank: number): void {
    this.add(Math.max(rank, this.shown?.rank ?? 0));
  }

  remove(row: Row): void {
    this.gone.add(row);
  }

  /** One that was removed stands in its old place again. */
  bringBack(row: Row): void {
    this.gone.delete(row);
  }

  get removed(): readonly Row[] {
    return [...this.gone];
  }

  /** As AWS hands it out. */
  partition(key: string, filter: RowFilter<Row> | undefined): Partition<Row> {
    return { key, filter, keyOf: nameOf, maxPageSize: this.pageSize, fetch: this.fetch };
  }

  private readonly fetch: Partition<Row>['fetch'] = ({ token, size }) => {
    const last = token === undefined ? undefined : (JSON.parse(token) as Row);
    const ahead = last === undefined ? this.rows : this.rows.filter((row) => before(row, last) > 0);
    const rows = ahead.slice(0, size);
    const end = rows.at(-1);
    if (end !== undefined && (this.shown === undefined || before(end, this.shown) > 0)) this.shown = end;
    const nextToken = ahead.length > rows.length ? JSON.stringify(end) : undefined;
    return Promise.resolve({ rows, nextToken, asOf: new Date() });
  };
}

/** Sources of these lists, named by their places. */
export function changingSources(
  targets: readonly (readonly ChangingList[])[],
  filter?: RowFilter<Row>,
): Source<Row>[] {
  return targets.map((lists, index) => {
    const target = `target-${index}`;
    const partitions = lists.map((list, each) => list.partition(`${target}/${each}`, filter));
    return { target, service: 'macie2', partitions: () => Promise.resolve(partitions) };
  });
}
