/** The reader of one source: returns its rows one by one, fetches AWS pages on demand and tracks the positions to continue from. */
import { AwsError, CursorExpiredError, UnreadableFieldError } from '../domain/errors';
import type { AwsPage } from '../domain/records/page';
import { OpenPage } from './open-page';
import { START, type Partition, type Place, type Positions, type Source } from './source';

/**
 * The scan limit: the number of AWS calls left for one page of a connection. AWS may return short or empty pages, and
 * few rows may match a filter.
 */
export class ScanBudget {
  constructor(private left: number) {}

  spend(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }
}

type State = 'READING' | 'END' | 'FAILED' | 'SCAN_LIMIT_REACHED';

/** The progress of a reader, independent of the type of its rows. */
export type SourceProgress = Pick<
  SourceReader<never>,
  | 'target'
  | 'service'
  | 'wasRead'
  | 'problem'
  | 'failures'
  | 'hasMore'
  | 'asOf'
  | 'positions'
  | 'unreadableRows'
>;

export class SourceReader<Row> {
  /** The partitions that are not read to the end; undefined until the first row is requested. */
  private pending: Partition<Row>[] | undefined;
  private page: OpenPage<Row> | undefined;
  /** Replaced, never mutated: rows keep references to earlier values. */
  private currentPositions: Positions;
  private state: State = 'READING';
  private readonly failed: AwsError[] = [];
  private read = false;
  private oldestAsOf: Date | undefined;
  private unreadable = 0;
  private prefetching: Promise<void> | undefined;

  constructor(
    private readonly source: Source<Row>,
    /** The positions at which the previous page ended, for the partitions of this source. */
    private readonly resumed: Positions,
    private readonly budget: ScanBudget,
  ) {
    this.currentPositions = resumed;
    if (resumed[source.target] === 'END') this.state = 'END';
  }

  get target(): Source<Row>['target'] {
    return this.source.target;
  }

  get service(): Source<Row>['service'] {
    return this.source.service;
  }

  /** True once a row was requested, even when the scan limit prevented the AWS call. */
  get wasRead(): boolean {
    return this.read;
  }

  /** The reason why rows of this source may be missing. */
  get problem(): AwsError | 'SCAN_LIMIT_REACHED' | undefined {
    return this.failed[0] ?? (this.state === 'SCAN_LIMIT_REACHED' ? this.state : undefined);
  }

  /** The failures of the lists of this source. */
  get failures(): readonly AwsError[] {
    return this.failed;
  }

  /** True when a later page may have rows of this source. It may turn out to have none. */
  get hasMore(): boolean {
    // A failed prefetch of which no row was requested leaves no gap in this page. The next page tries it again.
    const prefetchFailed = this.state === 'FAILED' && !this.read;
    return this.state === 'READING' || this.state === 'SCAN_LIMIT_REACHED' || prefetchFailed;
  }

  /** The time of the AWS call for the oldest page that was read. */
  get asOf(): Date | undefined {
    return this.oldestAsOf;
  }

  /** The number of rows that may be missing, because the gateway cannot read them or the fields that the filter needs. */
  get unreadableRows(): number {
    return this.unreadable;
  }

  /** The positions to continue from, for the partitions of this source. */
  get positions(): Positions {
    return this.currentPositions;
  }

  /** The next row if it is available without an AWS call. */
  get bufferedRow(): Row | undefined {
    const isCertain = this.state === 'READING' && this.read && this.current()?.filter?.confirms === undefined;
    return isCertain ? this.buffered() : undefined;
  }

  /**
   * Returns the next row without consuming it; undefined at the end, at the scan limit and after a failure.
   * `wanted` is the number of rows that the page still needs. It limits the size of the AWS page.
   */
  async peek(wanted: number): Promise<Row | undefined> {
    if (this.prefetching !== undefined) {
      this.read = true;
      await this.prefetching;
    }
    while (this.state === 'READING') {
      this.read = true;
      const row = this.buffered();
      if (row === undefined) {
        await this.advance(wanted);
        continue;
      }
      const confirmed = await this.confirm(row, wanted);
      if (confirmed === true) return row;
      if (confirmed === false) this.take();
    }
    return undefined;
  }

  /** Look-ahead: fetches the first page before a row is requested. */
  prefetch(wanted: number): void {
    if (this.prefetching !== undefined || this.read || this.state === 'END') return;
    this.prefetching = this.fetchFirst(wanted);
    // `peek` awaits the same promise and handles its failure.
    this.prefetching.catch(() => undefined);
  }

  /** Consumes the row returned by `peek`. */
  take(): void {
    const partition = this.current();
    if (partition === undefined || this.page === undefined) return;
    this.moveTo(partition, this.page, this.page.placeAfter(this.placeIn(partition)));
  }

  private async fetchFirst(wanted: number): Promise<void> {
    while (this.state === 'READING' && this.buffered() === undefined) await this.advance(wanted);
  }

  private buffered(): Row | undefined {
    const partition = this.current();
    return partition && this.page?.row(this.placeIn(partition));
  }

  /** Returns undefined when the confirmation fails or reaches the scan limit. The row then stays unconsumed for a retry. */
  private async confirm(row: Row, wanted: number): Promise<boolean | undefined> {
    const partition = this.current();
    const confirms = partition?.filter?.confirms;
    if (partition === undefined || confirms === undefined || this.page === undefined) return true;
    const { page } = this;
    if (!page.confirmations.has(row)) {
      this.confirmAhead(page, confirms, page.wantedRowsFrom(this.placeIn(partition)).slice(0, wanted));
    }
    const confirmation = page.confirmations.get(row);
    if (confirmation === undefined) {
      this.state = 'SCAN_LIMIT_REACHED';
      return undefined;
    }
    try {
      return await confirmation;
    } catch (error) {
      if (error instanceof UnreadableFieldError) {
        this.unreadable += 1;
        return false;
      }
      if (!(error instanceof AwsError)) throw error;
      this.fail(error);
      return undefined;
    }
  }

  /** Look-ahead: starts the confirmations of as many rows as the page still needs, so that their AWS calls run in parallel. */
  private confirmAhead(
    { confirmations }: OpenPage<Row>,
    confirms: (row: Row) => Promise<boolean>,
    rows: readonly Row[],
  ): void {
    for (const row of rows) {
      if (!this.budget.spend()) return;
      const confirmation = confirms(row);
      // A failure counts only when the row is reached.
      confirmation.catch(() => undefined);
      confirmations.set(row, confirmation);
    }
  }

  private async advance(wanted: number): Promise<void> {
    try {
      if (this.pending === undefined) {
        const partitions = await this.source.partitions();
        this.pending = partitions.filter(({ key }) => this.currentPositions[key] !== 'END');
        this.endIfAllRead();
      } else {
        await this.fetch(wanted);
      }
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.fail(error);
    }
  }

  /** A permanent error may concern one list only, so the other lists are still read. A retryable error stops the source. */
  private fail(error: AwsError): void {
    this.failed.push(error);
    this.page = undefined;
    this.pending?.shift();
    if (error.retryable || this.pending === undefined) this.state = 'FAILED';
    else this.endIfAllRead();
  }

  private async fetch(wanted: number): Promise<void> {
    const partition = this.current();
    if (partition === undefined) return;
    if (!this.budget.spend()) {
      this.state = 'SCAN_LIMIT_REACHED';
      return;
    }
    const place = this.placeIn(partition);
    // With a filter, the number of rows to fetch is unknown, so the page is as large as AWS allows.
    const size = partition.filter
      ? partition.maxPageSize
      : Math.min(partition.maxPageSize, place.offset + wanted);
    const page = await this.fetchPage(partition, place.token, size);
    if (page.asOf !== undefined && (this.oldestAsOf === undefined || page.asOf < this.oldestAsOf)) {
      this.oldestAsOf = page.asOf;
    }
    this.page = new OpenPage(partition, page, place);
    this.unreadable += this.page.unreadableRows;
    this.moveTo(partition, this.page, this.page.start);
  }

  private async fetchPage(
    partition: Partition<Row>,
    token: string | undefined,
    size: number,
  ): Promise<AwsPage<Row>> {
    try {
      return await partition.fetch({ token, size });
    } catch (error) {
      const resumed = this.resumed[partition.key];
      const fromCursor = token !== undefined && resumed !== 'END' && resumed?.token === token;
      if (fromCursor && error instanceof AwsError && error.details.isTokenRejected === true) {
        throw new CursorExpiredError();
      }
      throw error;
    }
  }

  /** Moves to the next wanted row. After the last one, moves to the next AWS page or to the next partition. */
  private moveTo({ key }: Partition<Row>, page: OpenPage<Row>, place: Place): void {
    const next = page.nextWanted(place);
    const position = next ?? page.end(place);
    this.currentPositions = { ...this.currentPositions, [key]: position };
    if (next !== undefined) return;
    this.page = undefined;
    if (position !== 'END') return;
    this.pending?.shift();
    this.endIfAllRead();
  }

  private endIfAllRead(): void {
    if (this.pending?.length !== 0) return;
    if (this.failed.length > 0) {
      this.state = 'FAILED';
      return;
    }
    this.state = 'END';
    this.currentPositions = { [this.target]: 'END' };
  }

  private current(): Partition<Row> | undefined {
    return this.pending?.[0];
  }

  private placeIn({ key }: Pick<Partition<Row>, 'key'>): Place {
    const position = this.currentPositions[key] ?? START;
    return position === 'END' ? START : position;
  }
}
