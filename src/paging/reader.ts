/** Readers: each returns the rows of one source one by one, and keeps the progress to continue from. */
import type { AwsError } from '../domain/errors';
import type { ResourceKind } from '../domain/resources';
import type { Partition, Positions, Source } from './source';

/** The limit of AWS calls for the lists of one kind on one page of a connection, in addition to one call per source. */
const MAX_AWS_CALLS = 100;

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

/** The scan limits of a page: one for each kind of resource, so that one long list does not use up the calls of the others. */
export class ScanBudgets {
  private readonly budgets = new Map<ResourceKind | undefined, ScanBudget>();

  /** Each kind may take `MAX_AWS_CALLS` calls, and one more for each source. */
  constructor(private readonly sources: readonly Pick<Source<unknown>, 'reads'>[]) {}

  of({ reads }: Pick<Source<unknown>, 'reads'>): ScanBudget {
    const kind = reads?.kind;
    const known = this.budgets.get(kind);
    if (known !== undefined) return known;
    const count = this.sources.filter((source) => source.reads?.kind === kind).length;
    const budget = new ScanBudget(count + MAX_AWS_CALLS);
    this.budgets.set(kind, budget);
    return budget;
  }
}

/** The place at which a reader begins or continues. */
export interface ListProgress {
  /** For the partitions of the source. */
  readonly positions: Positions;
  /** The keys of failed partitions that the reader leaves out; the name of the source for all of them. */
  readonly failed: readonly string[];
}

/** The reason why rows of a source may be missing. After LIST_TOO_LONG no page continues with the others. */
export type SourceProblem = AwsError | 'SCAN_LIMIT_REACHED' | 'LIST_TOO_LONG' | 'FAILED_EARLIER';

/** The progress of a reader, independent of the type of its rows. */
export interface SourceProgress {
  readonly reads: Source<unknown>['reads'];
  /** True when the page depends on the source: a row was requested, or the source failed on an earlier page. */
  readonly isReported: boolean;
  readonly problem: SourceProblem | undefined;
  /** The failures of the lists of this source. */
  readonly failures: readonly AwsError[];
  /** True when a later page may have rows of this source. It may turn out to have none. */
  readonly hasMore: boolean;
  /** The time of the AWS call for the oldest page that was read. */
  readonly asOf: Date | undefined;
  /** The number of rows that may be missing, because the gateway cannot read them or the fields that the filter needs. */
  readonly unreadableRows: number;
  /** Replaced, never mutated: rows keep references to earlier values. */
  readonly progress: ListProgress;
}

export interface Reader<Row> extends SourceProgress {
  /** The next row if it is available without an AWS call. */
  readonly bufferedRow: Row | undefined;
  /** The list of the row that `peek` returned. */
  readonly list: ListOfRow<Row> | undefined;
  /**
   * Returns the next row without consuming it; undefined at the end, at the scan limit and after a failure.
   * `wanted` is the number of rows that the page still needs. It limits the size of the AWS page.
   */
  peek(wanted: number): Promise<Row | undefined>;
  /** Look-ahead: fetches the first page before a row is requested. */
  prefetch(wanted: number): void;
  /** Consumes the row returned by `peek`. */
  take(): void;
}

export type ListOfRow<Row> = Pick<Partition<Row>, 'key' | 'keyOf'>;
