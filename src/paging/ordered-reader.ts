/** The reader of a source that the gateway sorts: it reads the whole list, and returns the rows behind the last one of the previous page. */
import type { AwsError } from '../domain/errors';
import { compareKeys, compareValues, type RowOrder, type SortValue } from './order';
import type { ListOfRow, ListProgress, Reader, SourceProblem } from './reader';
import type { Position, Positions, SortedPlace, Source } from './source';
import { SortLimitError } from './sort-limit-error';
import type { WholeList, WholeLists } from './whole-list';

interface SortedRow<Row> {
  readonly row: Row;
  readonly list: string;
  readonly key: string;
  readonly value: SortValue;
}

export class OrderedReader<Row> implements Reader<Row> {
  /** The remaining rows, the first one last; undefined until the first row is requested. */
  private remaining: SortedRow<Row>[] | undefined;
  /** The number of remaining rows by list. */
  private readonly counts = new Map<string, number>();
  /** The lists that never end: those beyond the scan limit, so that every page names them, and those that need no AWS call. */
  private readonly endless = new Set<string>();
  private whole: WholeList<Row> | undefined;
  private positions: Positions;
  private readonly hasEnded: boolean;

  constructor(
    private readonly source: Source<Row>,
    private readonly resumed: ListProgress,
    private readonly order: RowOrder<Row>,
    private readonly lists: WholeLists<Row>,
    /** The arguments that reduce the AWS calls for the list. */
    private readonly narrowBy: readonly string[],
  ) {
    this.positions = resumed.positions;
    this.hasEnded = resumed.positions[source.name] === 'END' || resumed.failed.includes(source.name);
  }

  get reads(): Source<Row>['reads'] {
    return this.source.reads;
  }

  get isReported(): boolean {
    return this.whole !== undefined || this.resumed.failed.length > 0;
  }

  get problem(): SourceProblem | undefined {
    if (this.whole !== undefined) return this.whole.problem;
    return this.resumed.failed.length > 0 ? 'FAILED_EARLIER' : undefined;
  }

  get failures(): readonly AwsError[] {
    return this.whole?.failures ?? [];
  }

  get hasMore(): boolean {
    return this.remaining === undefined ? !this.hasEnded : this.remaining.length > 0;
  }

  get asOf(): Date | undefined {
    return this.whole?.asOf;
  }

  get unreadableRows(): number {
    return this.whole?.unreadableRows ?? 0;
  }

  get progress(): ListProgress {
    const missing = this.whole?.missingLists ?? this.resumed.failed;
    const isAtEnd = missing.length > 0 && this.remaining?.length === 0;
    return { positions: this.positions, failed: isAtEnd ? [this.source.name] : missing };
  }

  get bufferedRow(): Row | undefined {
    return this.remaining?.at(-1)?.row;
  }

  get list(): ListOfRow<Row> | undefined {
    const next = this.remaining?.at(-1);
    return next && { key: next.list, keyOf: () => next.key };
  }

  /** Throws SortLimitError when the list cannot be read to its end within the scan limit and the order needs that. */
  async peek(): Promise<Row | undefined> {
    if (!this.hasEnded) this.remaining ??= await this.load();
    return this.bufferedRow;
  }

  /** A merge requests the first row of every source at once, so there is nothing to do ahead. */
  prefetch(): void {
    return undefined;
  }

  take(): void {
    const taken = this.remaining?.pop();
    if (taken === undefined) return;
    const left = (this.counts.get(taken.list) ?? 0) - 1;
    this.counts.set(taken.list, left);
    const isAtEnd = left === 0 && !this.endless.has(taken.list);
    this.moveTo({ [taken.list]: isAtEnd ? 'END' : { value: taken.value, key: taken.key } });
  }

  private async load(): Promise<SortedRow<Row>[]> {
    const whole = await this.lists.read(this.source, this.resumed);
    const isTooLong = whole.problem === 'SCAN_LIMIT_REACHED';
    if (isTooLong && this.order.allowsPartialLists !== true) throw new SortLimitError(this.narrowBy);
    this.whole = isTooLong ? { ...whole, problem: 'LIST_TOO_LONG' } : whole;
    const rows: SortedRow<Row>[] = [];
    const ended: Record<string, Position> = {};
    for (const { key: list, isWhole, rows: found } of whole.lists) {
      // Unread rows of a list may sort before those that the gateway has read.
      if (!isWhole && !isTooLong) continue;
      const behind = Array.from(found, ([key, row]) => ({
        row,
        list,
        key,
        value: this.order.valueOf(row),
      })).filter((row) => this.isBehind(row, this.resumed.positions[list]));
      this.counts.set(list, behind.length);
      if (!isWhole || this.reads === undefined) this.endless.add(list);
      else if (behind.length === 0) ended[list] = 'END';
      rows.push(...behind);
    }
    this.remaining = rows.sort((a, b) => this.compare(b, a));
    this.moveTo(ended);
    return rows;
  }

  private moveTo(positions: Positions): void {
    const hasAllRows = this.whole?.missingLists.length === 0 && this.whole.problem !== 'LIST_TOO_LONG';
    const isAtEnd = this.remaining?.length === 0 && hasAllRows && this.reads !== undefined;
    this.positions = isAtEnd ? { [this.source.name]: 'END' } : { ...this.positions, ...positions };
  }

  private isBehind({ value, key }: SortedRow<Row>, position: Position | undefined): boolean {
    if (position === undefined) return true;
    if (position === 'END' || !('key' in position)) return false;
    return this.comparePlaces({ value, key }, position) > 0;
  }

  private compare(a: SortedRow<Row>, b: SortedRow<Row>): number {
    return (
      compareValues(a.value, b.value, this.order.direction) ||
      compareKeys(a.list, b.list) ||
      compareKeys(a.key, b.key)
    );
  }

  private comparePlaces(a: SortedPlace, b: SortedPlace): number {
    return compareValues(a.value, b.value, this.order.direction) || compareKeys(a.key, b.key);
  }
}
