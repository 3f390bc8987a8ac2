/** The pages of connections. A page makes its edges, and seals its cursors, when the request selects them. */
import type { CompletenessReport } from '../domain/records/completeness';
import type { RowCountRecord } from '../domain/records/page';
import type { FanOutPage, FanOutRow } from './fan-out';
import type { WalkProgress } from './source';

export interface ConnectionEdge<Row> {
  readonly node: Row;
  readonly cursor: string;
}

export interface ConnectionPage<Row, Report = CompletenessReport> {
  readonly edges: readonly ConnectionEdge<Row>[];
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | undefined;
    readonly endCursor: string;
  };
  readonly completeness: Report;
}

/** A page of a connection over sources. */
export interface SourcesPage<Row> extends ConnectionPage<Row> {
  readonly edges: readonly SourcesEdge<Row>[];
  /** Reads all rows when it is used. Rejects with GatewayError. */
  readonly totalCount: Promise<RowCountRecord>;
}

export interface SourcesEdge<Row> extends ConnectionEdge<Row> {
  /** True when the row sorts before a row that the walk has delivered before it. */
  readonly isOutOfOrder: boolean;
}

interface SealedPageOptions {
  readonly hasPreviousPage: boolean;
  readonly seal: (progress: WalkProgress) => string;
  readonly countRows: () => Promise<RowCountRecord>;
}

/**
 * The page of a connection over sources. Its getters are on prototypes: V8 gives each object literal with a getter
 * another hidden class, which keeps the object alive until a full garbage collection.
 */
export class SealedPage<Row> implements SourcesPage<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: ConnectionPage<Row>['pageInfo'];
  readonly completeness: CompletenessReport;
  private readonly cursors: PageCursors;
  private made: readonly SourcesEdge<Row>[] | undefined;
  private count: Promise<RowCountRecord> | undefined;

  constructor(
    private readonly page: FanOutPage<Row>,
    private readonly options: SealedPageOptions,
  ) {
    this.cursors = new PageCursors(page, options.seal);
    this.nodes = page.rows.map(({ row }) => row);
    this.pageInfo = new SealedPageInfo(page.hasMore, options.hasPreviousPage, this.cursors);
    this.completeness = new SealedCompleteness(page.completeness, this.cursors);
  }

  get edges(): readonly SourcesEdge<Row>[] {
    this.made ??= this.page.rows.map((row, index) => new SealedEdge(row, this.cursors, index));
    return this.made;
  }

  get totalCount(): Promise<RowCountRecord> {
    this.count ??= this.options.countRows();
    return this.count;
  }
}

interface HasProgress {
  readonly progress: WalkProgress;
}

/**
 * The cursors of a page, each sealed once: Relay requires startCursor and endCursor to equal the cursors of the edges, but
 * sealing never returns the same text twice.
 */
class PageCursors {
  private readonly sealedRows: string[] = [];
  private sealedEnd: string | undefined;
  private sealedRetry: string | undefined;

  constructor(
    private readonly page: HasProgress & { readonly rows: readonly HasProgress[] },
    private readonly seal: (progress: WalkProgress) => string,
  ) {}

  /** Undefined for an empty page. */
  start(): string | undefined {
    const first = this.page.rows[0];
    return first && this.ofRow(first, 0);
  }

  /** @param index of the row in the page. */
  ofRow(row: HasProgress, index: number): string {
    if (index === this.page.rows.length - 1) return this.end();
    return (this.sealedRows[index] ??= this.seal(row.progress));
  }

  end(): string {
    return (this.sealedEnd ??= this.seal(this.page.progress));
  }

  retry(): string | undefined {
    const { failed = [], ...withoutFailed } = this.page.progress;
    return failed.length === 0 ? undefined : (this.sealedRetry ??= this.seal(withoutFailed));
  }
}

class SealedEdge<Row> implements SourcesEdge<Row> {
  readonly node: Row;
  readonly isOutOfOrder: boolean;

  constructor(
    private readonly row: FanOutRow<Row>,
    private readonly cursors: PageCursors,
    private readonly index: number,
  ) {
    this.node = row.row;
    this.isOutOfOrder = row.isOutOfOrder;
  }

  get cursor(): string {
    return this.cursors.ofRow(this.row, this.index);
  }
}

class SealedPageInfo {
  constructor(
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
    private readonly cursors: PageCursors,
  ) {}

  get startCursor(): string | undefined {
    return this.cursors.start();
  }

  get endCursor(): string {
    return this.cursors.end();
  }
}

class SealedCompleteness implements CompletenessReport {
  readonly complete: boolean;
  readonly fieldErrors: 0;
  readonly asOf: CompletenessReport['asOf'];
  readonly sources: CompletenessReport['sources'];

  constructor(
    { complete, fieldErrors, asOf, sources }: CompletenessReport,
    private readonly cursors: PageCursors,
  ) {
    this.complete = complete;
    this.fieldErrors = fieldErrors;
    this.asOf = asOf;
    this.sources = sources;
  }

  get retryCursor(): string | undefined {
    return this.cursors.retry();
  }
}
