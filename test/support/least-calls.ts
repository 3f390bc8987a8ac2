// How few AWS calls the pages of a walk can be had for when nothing goes wrong, worked out from the made-up lists alone.
import type { Row } from './flaky-plans';
import { wantedRows, type WalkPlan } from './flaky-walks';

interface Reading {
  readonly list: string;
  /** Which rows are wanted, by index. */
  readonly wanted: readonly boolean[];
  readonly maxPageSize: number;
  /** The first row of the AWS page in which reading stands, and the row at which it stands. */
  start: number;
  at: number;
  ended: boolean;
}

/** Must be asked page by page from the beginning of the walk; rows that only a further call can tell are not foreseen. */
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

  /** The calls of the next page. */
  page(first: number): number {
    const taken = this.left.slice(0, first);
    this.left = this.left.slice(first);
    const last = taken.length < first ? undefined : taken.at(-1);
    // Lists that follow one another are read only as far as the page goes.
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
    // A merged page is not sure of its last row before every other list has shown what comes next.
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

  /** A filter asks for full pages; without one no more is asked for than the page still needs. */
  private size(
    reading: Reading,
    taken: readonly Row[],
    first: number,
    from: number,
    isFirst: boolean,
  ): number {
    if (this.plan.wanted.by !== 'ALL') return reading.maxPageSize;
    const listsBefore = this.lists.slice(0, this.lists.indexOf(reading)).map(({ list }) => list);
    const handedOut = isFirst
      ? this.plan.ordered
        ? 0
        : taken.filter(({ list }) => listsBefore.includes(list)).length
      : taken.findIndex(({ list, index }) => list === reading.list && index === from - 1) + 1;
    const offset = isFirst ? reading.at - reading.start : 0;
    return Math.min(reading.maxPageSize, offset + first - handedOut);
  }
}
