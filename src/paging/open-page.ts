/** A page of AWS's while its rows are handed out. Read again, it may hold other rows: a place in it is found by those that were there. */
import type { AwsPage } from '../domain/records/page';
import type { Partition, Place, Position } from './source';

/** So many rows before a place are marked: it is found as long as one of them is there. */
const MARKS = 5;
/** Enough of AWS's ids to tell the rows of a list from each other. */
const MARK_LENGTH = 12;

export class OpenPage<Row> {
  /** What the filter's `confirms` says of rows. */
  readonly verdicts = new Map<Row, Promise<boolean>>();
  /** Where to look for rows that have not been dealt with. */
  readonly start: Place;
  /** Of its rows, as far as they were asked for. */
  private readonly marks: string[] = [];
  /** By the marks of rows that were dealt with before the page was read again, where they stand in it now; behind all others if they do not. */
  private readonly passed: ReadonlyMap<string, number>;

  /** `from` is where reading goes on: the page was asked for by its token. */
  constructor(
    private readonly partition: Partition<Row>,
    private readonly page: AwsPage<Row>,
    private readonly from: Place,
  ) {
    const { marks = [], offset } = from;
    const here = marks.length === 0 ? [] : page.rows.map((_row, index) => this.markAt(index));
    this.passed = new Map(marks.map((mark) => [mark, here.includes(mark) ? here.indexOf(mark) : Infinity]));
    this.start = marks.length === 0 ? from : { ...from, offset: this.offsetFor(marks, offset) };
  }

  row({ offset }: Place): Row | undefined {
    return this.page.rows[offset];
  }

  /** The rows from a place on that belong to the connection, as far as they tell themselves. */
  wantedFrom({ offset }: Place): readonly Row[] {
    return this.page.rows.filter((_row, index) => index >= offset && this.isWanted(index));
  }

  /** The place behind a row. */
  behind({ offset }: Place): Place {
    return this.placeAt(offset + 1);
  }

  /** The first row from a place on that is wanted. */
  nextWanted(place: Place): Place | undefined {
    const { rows } = this.page;
    for (let { offset } = place; offset < rows.length; offset += 1) {
      if (this.isWanted(offset)) return offset === place.offset ? place : this.placeAt(offset);
    }
    return undefined;
  }

  /** Where reading goes on from a place behind the last row that is wanted. */
  end({ offset }: Place): Position {
    const { rows, nextToken } = this.page;
    if (nextToken === undefined) return 'END';
    // AWS may hand it out shorter than before; what was dealt with then stands on the next one too.
    return {
      token: nextToken,
      offset: Math.max(0, offset - rows.length),
      marks: this.passedBehind(rows.length),
    };
  }

  /** Behind the first row that is marked: the other marked ones are passed over, what has come in between them is not. */
  private offsetFor(marks: readonly string[], offset: number): number {
    for (const known of [marks.slice(-MARKS), marks]) {
      const first = Math.min(...known.map((mark) => this.passed.get(mark) ?? Infinity));
      if (first < Infinity) return first + 1;
    }
    // They may come on the next page, or nobody knows where they were: a row that comes twice is better than one that never does.
    return this.page.rows.length > offset - MARKS ? 0 : offset;
  }

  private isWanted(index: number): boolean {
    if (this.passed.size > 0 && this.passed.has(this.markAt(index))) return false;
    return this.partition.filter?.matches(this.page.rows[index] as Row) !== false;
  }

  /** Few places are ever asked for their marks: those that are sealed in a cursor. */
  private placeAt(offset: number): Place {
    const marks = () => this.marksFor(offset);
    return {
      token: this.from.token,
      offset,
      get marks() {
        return marks();
      },
    };
  }

  private marksFor(offset: number): readonly string[] {
    const marks = [...this.passedBehind(offset)];
    for (let index = Math.max(0, offset - MARKS); index < offset; index += 1) marks.push(this.markAt(index));
    return marks;
  }

  /** The marks of rows that were dealt with and stand behind a place now, or are not here any more. */
  private passedBehind(offset: number): readonly string[] {
    if (this.passed.size === 0) return [];
    return Array.from(this.passed)
      .filter(([, index]) => index >= offset)
      .map(([mark]) => mark)
      .slice(-MARKS);
  }

  private markAt(index: number): string {
    this.marks[index] ??= this.partition.keyOf(this.page.rows[index] as Row).slice(-MARK_LENGTH);
    return this.marks[index];
  }
}
