/** The reader of one source: returns its rows one by one, fetches AWS pages on demand and tracks the positions to continue from. */
import { AwsError, CursorExpiredError, UnreadableFieldError } from '../domain/errors';
import type { AwsPage } from '../domain/records/page';
import { OpenPage, ProgressInPage } from './open-page';
import type { ListOfRow, ListProgress, Reader, ScanBudget, SourceProblem } from './reader';
import { START, type Partition, type Place, type Position, type Positions, type Source } from './source';

/** The number of lists whose first page a reader of the whole source fetches ahead. */
const LISTS_AHEAD = 4;

type State = 'READING' | 'END' | 'FAILED' | 'SCAN_LIMIT_REACHED' | 'LEFT_OUT';

/** Pages as large as the wanted rows need, pages as large as AWS allows, or all such pages of all lists. */
export type ReadExtent = 'WANTED_ROWS' | 'FULL_PAGES' | 'WHOLE_LISTS';

export class SourceReader<Row> implements Reader<Row> {
  /** The partitions that are not read to the end; undefined until the first row is requested. */
  private pending: Partition<Row>[] | undefined;
  private page: OpenPage<Row> | undefined;
  /** The offset of the next wanted row in the open page. */
  private offset = 0;
  /** Out of date for the partition of the open page. Replaced, never mutated: rows keep references to earlier values. */
  private settled: Positions;
  private state: State = 'READING';
  private readonly failed: AwsError[] = [];
  /** The partitions that failed on this page. */
  private readonly failedKeys: string[] = [];
  private read = false;
  private oldestAsOf: Date | undefined;
  private unreadable = 0;
  private prefetching: Promise<void> | undefined;
  /** The first pages of the next lists, by the keys of the lists. */
  private readonly ahead = new Map<string, Promise<AwsPage<Row>>>();

  constructor(
    private readonly source: Source<Row>,
    /** The progress of the previous page, for the partitions of this source. */
    private readonly resumed: ListProgress,
    private readonly budget: ScanBudget,
    private readonly extent: ReadExtent = 'WANTED_ROWS',
  ) {
    this.settled = resumed.positions;
    if (resumed.positions[source.name] === 'END') this.state = 'END';
    else if (resumed.failed.includes(source.name)) this.state = 'LEFT_OUT';
  }

  get reads(): Source<Row>['reads'] {
    return this.source.reads;
  }

  get isReported(): boolean {
    return this.read || this.hasLeftOut;
  }

  get problem(): SourceProblem | undefined {
    if (this.failed[0] !== undefined && this.read) return this.failed[0];
    if (this.state === 'SCAN_LIMIT_REACHED') return this.state;
    return this.hasLeftOut ? 'FAILED_EARLIER' : undefined;
  }

  get failures(): readonly AwsError[] {
    return this.failed;
  }

  get hasMore(): boolean {
    // A failed prefetch of which no row was requested leaves no gap in this page. The next page tries it again.
    const prefetchFailed = this.state === 'FAILED' && !this.read;
    return this.state === 'READING' || this.state === 'SCAN_LIMIT_REACHED' || prefetchFailed;
  }

  get asOf(): Date | undefined {
    return this.oldestAsOf;
  }

  get unreadableRows(): number {
    return this.unreadable;
  }

  get progress(): ListProgress {
    const { page, settled, offset, leftOut } = this;
    return page === undefined
      ? { positions: settled, failed: leftOut }
      : new ProgressInPage(settled, page, offset, leftOut);
  }

  /** The lists that failed, that were left out, or that a failure kept from being read; the source when they are unknown. */
  get missingLists(): readonly string[] {
    if (this.failed.length === 0 && !this.hasLeftOut) return [];
    if (this.pending === undefined) return [this.source.name];
    const unread = this.state === 'FAILED' ? this.pending.map(({ key }) => key) : [];
    return [...this.resumed.failed, ...this.failedKeys, ...unread];
  }

  get bufferedRow(): Row | undefined {
    const isCertain = this.state === 'READING' && this.read && this.page?.confirmations === undefined;
    return isCertain ? this.buffered() : undefined;
  }

  get list(): ListOfRow<Row> | undefined {
    return this.current();
  }

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

  prefetch(wanted: number): void {
    if (this.prefetching !== undefined || this.read || this.state !== 'READING') return;
    this.prefetching = this.fetchFirst(wanted);
    // `peek` awaits the same promise and handles its failure.
    this.prefetching.catch(() => undefined);
  }

  take(): void {
    if (this.page !== undefined) this.moveTo(this.page, this.offset + 1);
  }

  private async fetchFirst(wanted: number): Promise<void> {
    while (this.state === 'READING' && this.buffered() === undefined) await this.advance(wanted);
  }

  private buffered(): Row | undefined {
    return this.page?.row(this.offset);
  }

  /** Returns undefined when the confirmation fails or reaches the scan limit. The row then stays unconsumed for a retry. */
  private async confirm(row: Row, wanted: number): Promise<boolean | undefined> {
    const { page } = this;
    if (page?.confirmations === undefined) return true;
    // As many rows as the page still needs.
    const ahead = () => page.wantedRowsFrom(this.offset).slice(0, wanted);
    const confirmation = page.confirmations.of(row, ahead);
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

  private async advance(wanted: number): Promise<void> {
    try {
      if (this.pending === undefined) {
        const partitions = await this.source.partitions();
        this.pending = partitions.filter(
          ({ key }) => this.settled[key] !== 'END' && !this.resumed.failed.includes(key),
        );
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
    this.settled = this.progress.positions;
    this.page = undefined;
    const partition = this.pending?.shift();
    if (partition !== undefined) this.failedKeys.push(partition.key);
    if (error.retryable || this.pending === undefined) this.state = 'FAILED';
    else this.endIfAllRead();
  }

  private async fetch(wanted: number): Promise<void> {
    const partition = this.current();
    if (partition === undefined) return;
    const place = placeOf(this.settled[partition.key]);
    const ahead = this.takeAhead(partition, place.token);
    if (ahead === undefined && !this.budget.spend()) {
      this.state = 'SCAN_LIMIT_REACHED';
      return;
    }
    // With a filter, the number of rows to fetch is unknown, so the page is as large as AWS allows.
    const size =
      partition.filter || this.extent !== 'WANTED_ROWS'
        ? partition.maxPageSize
        : Math.min(partition.maxPageSize, place.offset + wanted);
    const page = await this.fetchPage(partition, place.token, size, ahead);
    if (page.asOf !== undefined && (this.oldestAsOf === undefined || page.asOf < this.oldestAsOf)) {
      this.oldestAsOf = page.asOf;
    }
    this.page = new OpenPage(partition, page, place, this.budget);
    this.unreadable += this.page.unreadableRows;
    this.moveTo(this.page, this.page.start.offset);
  }

  private async fetchPage(
    partition: Partition<Row>,
    token: string | undefined,
    size: number,
    ahead: Promise<AwsPage<Row>> | undefined,
  ): Promise<AwsPage<Row>> {
    try {
      if (this.extent === 'WHOLE_LISTS') this.fetchAhead();
      return await (ahead ?? partition.fetch({ token, size }));
    } catch (error) {
      const resumed = placeOf(this.resumed.positions[partition.key]);
      const fromCursor = token !== undefined && resumed.token === token;
      if (fromCursor && error instanceof AwsError && error.details.isTokenRejected === true) {
        throw new CursorExpiredError();
      }
      throw error;
    }
  }

  /** The lists of a source are independent, so a reader of all of them need not wait for one before it reads the next. */
  private fetchAhead(): void {
    for (const next of this.pending?.slice(1, 1 + LISTS_AHEAD) ?? []) {
      if (this.ahead.has(next.key) || this.settled[next.key] !== undefined) continue;
      if (!this.budget.spend()) return;
      const page = next.fetch({ token: undefined, size: next.maxPageSize });
      // A failure counts only when the list is reached.
      page.catch(() => undefined);
      this.ahead.set(next.key, page);
    }
  }

  private takeAhead({ key }: Partition<Row>, token: string | undefined): Promise<AwsPage<Row>> | undefined {
    const page = token === undefined ? this.ahead.get(key) : undefined;
    if (page !== undefined) this.ahead.delete(key);
    return page;
  }

  /** Moves to the next wanted row. After the last one, moves to the next AWS page or to the next partition. */
  private moveTo(page: OpenPage<Row>, offset: number): void {
    const next = page.nextWanted(offset);
    if (next !== undefined) {
      this.offset = next;
      return;
    }
    const position = page.end(offset);
    this.settled = { ...this.settled, [page.key]: position };
    this.page = undefined;
    if (position !== 'END') return;
    this.pending?.shift();
    this.endIfAllRead();
  }

  private endIfAllRead(): void {
    if (this.pending?.length !== 0) return;
    if (this.failed.length > 0 || this.hasLeftOut) {
      this.state = 'FAILED';
      return;
    }
    this.state = 'END';
    this.settled = { [this.source.name]: 'END' };
  }

  private current(): Partition<Row> | undefined {
    return this.pending?.[0];
  }

  private get hasLeftOut(): boolean {
    return this.resumed.failed.length > 0;
  }

  /** What later pages leave out. A failed prefetch of which no row was requested does not count. */
  private get leftOut(): readonly string[] {
    const { failed } = this.resumed;
    if (!this.read || failed.includes(this.source.name)) return failed;
    if (this.state === 'FAILED') return [this.source.name];
    return this.failedKeys.length === 0 ? failed : [...failed, ...this.failedKeys];
  }
}

function placeOf(position: Position | undefined): Place {
  return position === undefined || position === 'END' || 'key' in position ? START : position;
}
