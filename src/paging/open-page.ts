/**
 * A page of an AWS list while its rows are read one by one. A later request reads the page again for a cursor, when it
 * may contain other rows. Marks of the rows before a place then find the place again.
 */
import type { AwsPage } from '../domain/records/page';
import { evaluate } from '../domain/records/unreadable';
import { Confirmations } from './confirmations';
import type { ListProgress, ScanBudget } from './reader';
import type { Partition, Place, Position, Positions } from './source';

/** The number of rows before a place that a cursor marks. One of them is enough to find the place again. */
const MARK_COUNT = 5;
/** The number of characters of a row's key in a mark, enough to distinguish the rows of a list. */
const MARK_LENGTH = 12;

export class OpenPage<Row> {
  /** Undefined when the filter needs no confirmations. */
  readonly confirmations: Confirmations<Row> | undefined;
  /**
   * Whether each row matches the filter; undefined for a row of which a field that the filter needs is unreadable.
   * Undefined without a filter.
   */
  private readonly matches: readonly (boolean | undefined)[] | undefined;
  /** The place at which the search for unhandled rows starts. */
  readonly start: Place;
  /** The marks of rows by index, filled on demand. */
  private readonly marks: string[] = [];
  /** Rows that earlier requests handled: their index in this page by mark, Infinity when the page no longer has the row. */
  private readonly handled: ReadonlyMap<string, number>;

  /** `from` is the place to continue from. Its token is the token of this page. */
  constructor(
    private readonly partition: Partition<Row>,
    private readonly page: AwsPage<Row>,
    private readonly from: Place,
    budget: ScanBudget,
  ) {
    const { filter } = partition;
    this.confirmations = filter?.confirms && new Confirmations(filter.confirms, budget);
    this.matches = filter && page.rows.map((row) => evaluate(row, filter.matches));
    const { marks = [], offset } = from;
    const currentMarks = marks.length === 0 ? [] : page.rows.map((_row, index) => this.markAt(index));
    this.handled = new Map(
      marks.map((mark) => [mark, currentMarks.includes(mark) ? currentMarks.indexOf(mark) : Infinity]),
    );
    this.start = marks.length === 0 ? from : { ...from, offset: this.offsetFor(marks, offset) };
  }

  get key(): Partition<Row>['key'] {
    return this.partition.key;
  }

  row(offset: number): Row | undefined {
    return this.page.rows[offset];
  }

  /** Returns the rows from an offset on that are unhandled and match the filter, confirmed or not. */
  wantedRowsFrom(offset: number): readonly Row[] {
    return this.page.rows.filter((_row, index) => index >= offset && this.isWanted(index));
  }

  /** Returns the number of rows that the gateway cannot read, or about which the filter cannot decide for that reason. */
  get unreadableRows(): number {
    const { matches = [], page, start } = this;
    const undecided = matches.filter((match, index) => index >= start.offset && match === undefined);
    return page.unreadableRows + undecided.length;
  }

  /** Returns the offset of the first wanted row from an offset on. */
  nextWanted(from: number): number | undefined {
    const { length } = this.page.rows;
    for (let offset = from; offset < length; offset += 1) if (this.isWanted(offset)) return offset;
    return undefined;
  }

  /** Returns the place before the row at an offset. */
  placeAt(offset: number): Place {
    return offset === this.start.offset
      ? this.start
      : { token: this.from.token, offset, marks: this.marksFor(offset) };
  }

  /** Returns the position that follows an offset after the last wanted row of this page. */
  end(offset: number): Position {
    const { rows, nextToken } = this.page;
    if (nextToken === undefined) return 'END';
    // AWS may return the page with fewer rows than before. Handled rows are then on the next page.
    return {
      token: nextToken,
      offset: Math.max(0, offset - rows.length),
      marks: this.handledMarksAfter(rows.length),
    };
  }

  /** Returns the offset after the first marked row. Other marked rows are skipped; new rows between them are not. */
  private offsetFor(marks: readonly string[], offset: number): number {
    for (const known of [marks.slice(-MARK_COUNT), marks]) {
      const first = Math.min(...known.map((mark) => this.handled.get(mark) ?? Infinity));
      if (first < Infinity) return first + 1;
    }
    // The marked rows are on the next page, or gone. A repeated row is better than a missing row.
    return this.page.rows.length > offset - MARK_COUNT ? 0 : offset;
  }

  private isWanted(index: number): boolean {
    if (this.handled.size > 0 && this.handled.has(this.markAt(index))) return false;
    return this.matches === undefined || this.matches[index] === true;
  }

  private marksFor(offset: number): readonly string[] {
    const marks = [...this.handledMarksAfter(offset)];
    for (let index = Math.max(0, offset - MARK_COUNT); index < offset; index += 1)
      marks.push(this.markAt(index));
    return marks;
  }

  /** Returns the marks of handled rows that are now after an offset, or no longer on the page. */
  private handledMarksAfter(offset: number): readonly string[] {
    if (this.handled.size === 0) return [];
    return Array.from(this.handled)
      .filter(([, index]) => index >= offset)
      .map(([mark]) => mark)
      .slice(-MARK_COUNT);
  }

  private markAt(index: number): string {
    this.marks[index] ??= this.partition.keyOf(this.page.rows[index] as Row).slice(-MARK_LENGTH);
    return this.marks[index];
  }
}

/** The progress of a reader at a row of its open page. Only rows whose cursor is sealed need its positions. */
export class ProgressInPage implements ListProgress {
  constructor(
    /** The positions of the partitions; the one of the open page is out of date. */
    private readonly settled: Positions,
    private readonly page: Pick<OpenPage<never>, 'key' | 'placeAt'>,
    private readonly offset: number,
    readonly failed: readonly string[],
  ) {}

  get positions(): Positions {
    return { ...this.settled, [this.page.key]: this.page.placeAt(this.offset) };
  }
}
