/** Reads one source row by row, fetching AWS's pages as rows are needed, and knows at any time where to go on. */
import { AwsError, CursorExpiredError } from '../domain/errors';
import type { AwsPage } from '../domain/records/page';
import { OpenPage } from './open-page';
import { START, type Partition, type Place, type Positions, type Source } from './source';

/** AWS may answer with short or empty pages, and few rows may pass a filter; this bounds the AWS calls of one page of a connection. */
export class ScanBudget {
  constructor(private left: number) {}

  spend(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }
}

type State = 'READING' | 'END' | 'FAILED' | 'SCAN_LIMIT_REACHED';

/** How reading a source goes, whatever its rows are. */
export type SourceProgress = Pick<
  SourceReader<never>,
  'target' | 'service' | 'wasRead' | 'problem' | 'hasMore' | 'asOf' | 'positions'
>;

export class SourceReader<Row> {
  /** Undefined until the source is first asked for a row. */
  private pending: Partition<Row>[] | undefined;
  private page: OpenPage<Row> | undefined;
  /** Replaced, never changed. */
  private places: Positions;
  private state: State = 'READING';
  private failure: AwsError | undefined;
  private read = false;
  private oldest: Date | undefined;
  private warming: Promise<void> | undefined;

  constructor(
    private readonly source: Source<Row>,
    /** Where an earlier page stopped, for the partitions of this source. */
    private readonly resumed: Positions,
    private readonly budget: ScanBudget,
  ) {
    this.places = resumed;
    if (resumed[source.target] === 'END') this.state = 'END';
  }

  get target(): Source<Row>['target'] {
    return this.source.target;
  }

  get service(): Source<Row>['service'] {
    return this.source.service;
  }

  /** True once a row was asked for: AWS was asked then or before, or would have been but for the scan limit. */
  get wasRead(): boolean {
    return this.read;
  }

  /** Why rows of this source may be missing. */
  get problem(): AwsError | 'SCAN_LIMIT_REACHED' | undefined {
    return this.failure ?? (this.state === 'SCAN_LIMIT_REACHED' ? this.state : undefined);
  }

  /** True when a later page may hold rows of this source; whether it does only AWS can say. */
  get hasMore(): boolean {
    // What failed before a row was asked for is missing from no page, so the next one tries it.
    const failedAhead = this.state === 'FAILED' && !this.read;
    return this.state === 'READING' || this.state === 'SCAN_LIMIT_REACHED' || failedAhead;
  }

  /** When AWS was asked for the oldest page that rows were read from. */
  get asOf(): Date | undefined {
    return this.oldest;
  }

  /** Where reading goes on, for the partitions of this source. */
  get positions(): Positions {
    return this.places;
  }

  /** The next row if there is nothing to wait for. */
  get ready(): Row | undefined {
    const isSure = this.state === 'READING' && this.read && this.current()?.filter?.confirms === undefined;
    return isSure ? this.buffered() : undefined;
  }

  /**
   * The next row, which stays until it is taken; undefined at the end, at the scan limit and after a failure.
   * `wanted` is how many rows are still needed, so that no more is asked of AWS.
   */
  async head(wanted: number): Promise<Row | undefined> {
    if (this.warming !== undefined) {
      this.read = true;
      await this.warming;
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

  /** Fetches the first page before a row of it is asked for. */
  warmUp(wanted: number): void {
    if (this.warming !== undefined || this.read || this.state === 'END') return;
    this.warming = this.fetchFirst(wanted);
    // `head` meets the failure.
    this.warming.catch(() => undefined);
  }

  /** Hands out the row that `head` showed. */
  take(): void {
    const partition = this.current();
    if (partition === undefined || this.page === undefined) return;
    this.goTo(partition, this.page, this.page.behind(this.placeIn(partition)));
  }

  private async fetchFirst(wanted: number): Promise<void> {
    while (this.state === 'READING' && this.buffered() === undefined) await this.advance(wanted);
  }

  private buffered(): Row | undefined {
    const partition = this.current();
    return partition && this.page?.row(this.placeIn(partition));
  }

  /** Undefined when it could not be found out: the row then stays where it is, for another try. */
  private async confirm(row: Row, wanted: number): Promise<boolean | undefined> {
    const partition = this.current();
    const confirms = partition?.filter?.confirms;
    if (partition === undefined || confirms === undefined || this.page === undefined) return true;
    const { page } = this;
    if (!page.verdicts.has(row)) {
      this.readAhead(page, confirms, page.wantedFrom(this.placeIn(partition)).slice(0, wanted));
    }
    const verdict = page.verdicts.get(row);
    if (verdict === undefined) {
      this.state = 'SCAN_LIMIT_REACHED';
      return undefined;
    }
    try {
      return await verdict;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.fail(error);
      return undefined;
    }
  }

  /** Asks about as many rows as are still wanted, so that their calls run side by side. */
  private readAhead(
    { verdicts }: OpenPage<Row>,
    confirms: (row: Row) => Promise<boolean>,
    rows: readonly Row[],
  ): void {
    for (const row of rows) {
      if (!this.budget.spend()) return;
      const verdict = confirms(row);
      // A row that is never reached may fail unnoticed.
      verdict.catch(() => undefined);
      verdicts.set(row, verdict);
    }
  }

  private async advance(wanted: number): Promise<void> {
    try {
      if (this.pending === undefined) {
        const partitions = await this.source.partitions();
        this.pending = partitions.filter(({ key }) => this.places[key] !== 'END');
        this.endWhenRead();
      } else {
        await this.fetch(wanted);
      }
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      this.fail(error);
    }
  }

  /** A refusal may concern one list only, so the others are still read; whatever else fails concerns them all. */
  private fail(error: AwsError): void {
    this.failure ??= error;
    this.page = undefined;
    this.pending?.shift();
    if (error.retryable || this.pending === undefined) this.state = 'FAILED';
    else this.endWhenRead();
  }

  private async fetch(wanted: number): Promise<void> {
    const partition = this.current();
    if (partition === undefined) return;
    if (!this.budget.spend()) {
      this.state = 'SCAN_LIMIT_REACHED';
      return;
    }
    const place = this.placeIn(partition);
    // How many rows of a page will pass a filter is not known beforehand.
    const size = partition.filter
      ? partition.maxPageSize
      : Math.min(partition.maxPageSize, place.offset + wanted);
    const page = await this.fetchPage(partition, place.token, size);
    if (page.asOf !== undefined && (this.oldest === undefined || page.asOf < this.oldest)) {
      this.oldest = page.asOf;
    }
    this.page = new OpenPage(partition, page, place);
    this.goTo(partition, this.page, this.page.start);
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

  /** To the next row that is wanted; past the last one reading goes on with the page after it, or with the next partition. */
  private goTo({ key }: Partition<Row>, page: OpenPage<Row>, place: Place): void {
    const next = page.nextWanted(place);
    const position = next ?? page.end(place);
    this.places = { ...this.places, [key]: position };
    if (next !== undefined) return;
    this.page = undefined;
    if (position !== 'END') return;
    this.pending?.shift();
    this.endWhenRead();
  }

  private endWhenRead(): void {
    if (this.pending?.length !== 0) return;
    if (this.failure !== undefined) {
      this.state = 'FAILED';
      return;
    }
    this.state = 'END';
    this.places = { [this.target]: 'END' };
  }

  private current(): Partition<Row> | undefined {
    return this.pending?.[0];
  }

  private placeIn({ key }: Pick<Partition<Row>, 'key'>): Place {
    const position = this.places[key] ?? START;
    return position === 'END' ? START : position;
  }
}
