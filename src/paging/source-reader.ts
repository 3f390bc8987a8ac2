/** Reads one source row by row, fetching AWS's pages as rows are needed, and knows at any time where to go on. */
import { AwsError, CursorExpiredError } from '../errors';
import type { AwsPage } from '../records/page';
import { START, type Partition, type Position, type Positions, type Source } from './source';

/** AWS may answer with short or empty pages that have a successor; this bounds what one page of a connection may cost. */
export class PageBudget {
  constructor(private left: number) {}

  spend(): boolean {
    this.left -= 1;
    return this.left >= 0;
  }
}

/** How AWS refuses a token that it no longer accepts: Macie and Security Incident Response, and WorkMail. */
const TOKEN_REFUSALS: ReadonlySet<string | undefined> = new Set([
  'ValidationException',
  'InvalidParameterException',
]);

type State = 'READING' | 'END' | 'FAILED' | 'SCAN_LIMIT_REACHED';

export class SourceReader<Row> {
  /** Undefined until the source is first asked for a row. */
  private pending: Partition<Row>[] | undefined;
  private page: AwsPage<Row> | undefined;
  private positions: Record<string, Position>;
  private state: State = 'READING';
  private failure: AwsError | undefined;
  private asked = false;

  constructor(
    private readonly source: Source<Row>,
    /** Where an earlier page stopped, for the partitions of this source. */
    private readonly resumed: Positions,
    private readonly budget: PageBudget,
  ) {
    this.positions = { ...resumed };
    if (resumed[source.target] === 'END') this.state = 'END';
  }

  get target(): Source<Row>['target'] {
    return this.source.target;
  }

  get service(): Source<Row>['service'] {
    return this.source.service;
  }

  /** True once AWS was asked, or would have been but for the scan limit. */
  get wasAsked(): boolean {
    return this.asked;
  }

  /** Why rows of this source may be missing. */
  get problem(): AwsError | 'SCAN_LIMIT_REACHED' | undefined {
    return this.failure ?? (this.state === 'SCAN_LIMIT_REACHED' ? this.state : undefined);
  }

  /** True when a later page may hold rows of this source; whether it does only AWS can say. */
  get hasMore(): boolean {
    return this.state === 'READING' || this.state === 'SCAN_LIMIT_REACHED';
  }

  /** Where reading goes on, for the partitions of this source. */
  snapshot(): Positions {
    return { ...this.positions };
  }

  /**
   * The next row, which stays until it is taken; undefined at the end, at the scan limit and after a failure.
   * `wanted` is how many rows are still needed, so that no more is asked of AWS.
   */
  async head(wanted: number): Promise<Row | undefined> {
    while (this.state === 'READING') {
      const row = this.buffered();
      if (row !== undefined) return row;
      await this.advance(wanted);
    }
    return undefined;
  }

  /** Hands out the row that `head` showed. */
  take(): void {
    const partition = this.current();
    if (partition === undefined) return;
    const { token, offset } = this.positionOf(partition);
    this.positions[partition.key] = { token, offset: offset + 1 };
    this.skipToNextPage();
  }

  private buffered(): Row | undefined {
    const partition = this.current();
    return partition && this.page?.rows[this.positionOf(partition).offset];
  }

  private async advance(wanted: number): Promise<void> {
    this.asked = true;
    try {
      if (this.pending === undefined) {
        const partitions = await this.source.partitions();
        this.pending = partitions.filter(({ key }) => this.positions[key] !== 'END');
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
    const { token, offset } = this.positionOf(partition);
    const size = Math.min(partition.maxPageSize, offset + wanted);
    this.page = await this.fetchPage(partition, token, size);
    this.skipToNextPage();
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
      if (fromCursor && error instanceof AwsError && TOKEN_REFUSALS.has(error.details.awsCode)) {
        throw new CursorExpiredError();
      }
      throw error;
    }
  }

  /** Past the last row of a page reading goes on with the page after it, or with the next partition. */
  private skipToNextPage(): void {
    const partition = this.current();
    if (partition === undefined || this.page === undefined) return;
    const { offset } = this.positionOf(partition);
    const { rows, nextToken } = this.page;
    if (offset < rows.length) return;
    this.page = undefined;
    if (nextToken !== undefined) {
      // A page read again may come shorter than before; what was handed out of it then stands on the next one too.
      this.positions[partition.key] = { token: nextToken, offset: offset - rows.length };
      return;
    }
    this.positions[partition.key] = 'END';
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
    this.positions = { [this.target]: 'END' };
  }

  private current(): Partition<Row> | undefined {
    return this.pending?.[0];
  }

  private positionOf(partition: Partition<Row>): Exclude<Position, 'END'> {
    const position = this.positions[partition.key] ?? START;
    return position === 'END' ? START : position;
  }
}
