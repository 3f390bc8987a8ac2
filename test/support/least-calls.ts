// The minimum number of AWS calls that each page of a walk needs without faults, computed from the random lists alone.
import type { Row } from './flaky-plans';
import { wantedRows, type WalkPlan } from './flaky-walks';

interface Reading {
  readonly list: string;
  /** True for each row, by index, that matches the filter. */
  readonly wanted: readonly boolean[];
  readonly maxPageSize: number;
  /** The first row of the current AWS page, and the next row to read. */
  start: number;
  at: number;
  ended: boolean;
}

/** Call `page` for each page in order, from the start of the walk. Filters that need a further call per row are not supported. */
export class LeastCalls {
  private readonly lists: Reading[];
  private left: Row[];

  constructor(private readonly plan: WalkPlan) {
    this.left = wantedRows(plan);
    const wanted = new Set(this.left);
    this.lists = plan.sources.flatMap((lists, source) =>
      lists.map(({ rows, maxPageSize }, index) => ({
        list: `${source}/${index}`,
        wanted: rows.map((row) => wanted.has(row)),
        maxPageSize,
        start: 0,
        at: 0,
        ended: false,
      })),
    );
  }

  /** The minimum number of calls of the next page. */
  page(first: number): number {
    const taken = this.left.slice(0, first);
    this.left = this.left.slice(first);
    const last = taken.length < first ? undefined : taken.at(-1);
    // Without an order, the lists are read one after the other, up to the list with the last row of the page.
    const to = this.plan.ordered ? -1 : this.lists.findIndex(({ list }) => list === last?.list);
    const touched = to === -1 ? this.lists : this.lists.slice(0, to + 1);
    return touched
      .filter(({ ended }) => !ended)
      .reduce((calls, reading) => calls + this.read(reading, taken, first, last), 0);
  }

  private read(reading: Reading, taken: readonly Row[], first: number, last: Row | undefined): number {
    const { wanted, list } = reading;
    const behind = taken.reduce((at, row) => (row.list === list ? row.index + 1 : at), reading.at);
    const next = wanted.indexOf(true, behind);
    let need = wanted.length;
    if (list === last?.list) need = behind;
    // A merged page can return its last row only when the next row of every other list is known.
    else if (this.plan.ordered && last !== undefined && next !== -1) need = next + 1;

    let calls = 0;
    let start: number;
    let end = reading.start;
    do {
      start = end;
      end = Math.min(start + this.size(reading, taken, first, start, calls === 0), wanted.length);
      calls += 1;
    } while (end < need);

    reading.at = next === -1 || next >= end ? end : next;
    reading.start = reading.at === end ? end : start;
    reading.ended = reading.at === wanted.length;
    return calls;
  }

  /** The requested size of an AWS page: the maximum with a filter, otherwise the number of rows that the page still needs. */
  private size(
    reading: Reading,
    taken: readonly Row[],
    first: number,
    from: number,
    isFirst: boolean,
  ): number {
    if (this.plan.wanted.by !== 'ALL') return reading.maxPageSize;
    const listsBefore = this.lists.slice(0, this.lists.indexOf(reading)).map(({ list }) => list);
    const returned = isFirst
      ? this.plan.ordered
        ? 0
        : taken.filter(({ list }) => listsBefore.includes(list)).length
      : taken.findIndex(({ list, index }) => list === reading.list && index === from - 1) + 1;
    const offset = isFirst ? reading.at - reading.start : 0;
    return Math.min(reading.maxPageSize, offset + first - returned);
  }
}
