/** Whole lists: all rows of a source that match the filter, read once for the order and the count of a connection. */
import type { ListProgress, ScanBudgets, SourceProblem, SourceProgress } from './reader';
import { CallBudgetExceededError } from '../domain/errors';
import type { AwsList } from '../domain/aws-list';
import type { Source } from './source';
import { SourceReader } from './source-reader';

/** One list of a source. */
export interface ListRows<Row> {
  readonly key: string;
  /** False when the gateway could not read the list to its end. */
  readonly isWhole: boolean;
  /** By their keys. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** The result of reading a source to its end. */
export interface WholeList<Row> {
  /** The lists that have rows. */
  readonly lists: readonly ListRows<Row>[];
  readonly problem: SourceProblem | undefined;
  readonly failures: SourceProgress['failures'];
  /** The lists that failed or were left out; the name of the source for all of them. */
  readonly missingLists: readonly string[];
  readonly asOf: Date | undefined;
  readonly unreadableRows: number;
}

/** A list that an earlier page of the same caller has read. */
export type KeptList<Row> = Pick<WholeList<Row>, 'lists' | 'asOf' | 'unreadableRows'> & {
  /** True when the scan limit ended the read before the end of a list. */
  readonly isPartial?: boolean;
};

export interface ListLookup<Row> {
  /** Returns the list if the gateway still keeps it and the request may use it. */
  readonly find: () => KeptList<Row> | undefined;
  /** Keeps the list for later pages, unless a change has made it out of date since the lookup. */
  readonly keep: (list: KeptList<Row>) => void;
  /** Drops the list, because a later read of it failed. */
  readonly drop: () => void;
}

/** The lists that the gateway keeps for later pages of the same caller. */
export interface KeptLists<Row> {
  /** @param query identifies the rows: the field, the filter and the targets. */
  readonly lookUp: (list: AwsList, query: string) => ListLookup<Row>;
}

interface WholeListsOptions<Row> {
  readonly budgets: ScanBudgets;
  /** Identifies the rows of the connection, whatever their order. */
  readonly query: () => string;
  readonly kept: KeptLists<Row> | undefined;
  /** True to keep also what the scan limit let the gateway read of a longer list. */
  readonly keepsPartialLists: boolean;
  /** False for the first page of a walk, which reads every list. */
  readonly mayUseKept: boolean;
}

const CUT_SHORT = Symbol('cut short');

/** The whole lists of one page. Each is read at most once. */
export class WholeLists<Row> {
  private readonly reads = new Map<string, Promise<WholeList<Row>>>();

  constructor(private readonly options: WholeListsOptions<Row>) {}

  /** Reads all lists of the source except those that have ended or failed by `progress`. */
  read(source: Source<Row>, { positions, failed }: ListProgress): Promise<WholeList<Row>> {
    const ended = Object.keys(positions).filter((key) => positions[key] === 'END');
    const key = JSON.stringify([source.name, ended, failed]);
    const read = this.reads.get(key) ?? this.readOnce(source, ended, failed);
    this.reads.set(key, read);
    return read;
  }

  private async readOnce(
    source: Source<Row>,
    ended: readonly string[],
    failed: readonly string[],
  ): Promise<WholeList<Row>> {
    const { kept, query, mayUseKept, keepsPartialLists } = this.options;
    const { reads } = source;
    const lookup = failed.length === 0 ? reads && kept?.lookUp(reads, query()) : undefined;
    const found = mayUseKept ? lookup?.find() : undefined;
    if (found !== undefined) {
      const problem = found.isPartial === true ? 'SCAN_LIMIT_REACHED' : undefined;
      return { ...found, problem, failures: [], missingLists: [] };
    }
    const list = await this.readFromAws(source, ended, failed);
    const isPartial = keepsPartialLists && list.problem === 'SCAN_LIMIT_REACHED';
    if (list.problem !== undefined && !isPartial) lookup?.drop();
    else if (ended.length === 0) {
      const { lists, asOf, unreadableRows } = list;
      lookup?.keep({ lists, asOf, unreadableRows, isPartial });
    }
    return list;
  }

  private async readFromAws(
    source: Source<Row>,
    ended: readonly string[],
    failed: readonly string[],
  ): Promise<WholeList<Row>> {
    const positions = Object.fromEntries(ended.map((key) => [key, 'END'] as const));
    const reader = new SourceReader(
      source,
      { positions, failed },
      this.options.budgets.of(source),
      'WHOLE_LISTS',
    );
    const found = new Map<string, Map<string, Row>>();
    let isCutShort = false;
    for (;;) {
      const next = reader.bufferedRow ?? (await this.peek(reader));
      isCutShort = next === CUT_SHORT;
      const row = next === CUT_SHORT ? undefined : next;
      const { list } = reader;
      if (row === undefined || list === undefined) break;
      const rows = found.get(list.key) ?? new Map<string, Row>();
      found.set(list.key, rows);
      // A list that changes while it is read can have a row on two pages.
      rows.set(list.keyOf(row), row);
      reader.take();
    }
    const { progress, failures, missingLists, asOf, unreadableRows } = reader;
    const problem = reader.problem ?? (isCutShort ? 'SCAN_LIMIT_REACHED' : undefined);
    const isWhole = (key: string) => [key, source.name].some((each) => progress.positions[each] === 'END');
    const lists = Array.from(found, ([key, rows]) => ({ key, rows, isWhole: isWhole(key) }));
    return { lists, problem, failures, missingLists, asOf, unreadableRows };
  }

  /** The call budget of the request cuts a list as the scan limit does, where lists may be partial. */
  private async peek(reader: SourceReader<Row>): Promise<Row | typeof CUT_SHORT | undefined> {
    try {
      return await reader.peek(Infinity);
    } catch (error) {
      if (this.options.keepsPartialLists && error instanceof CallBudgetExceededError) return CUT_SHORT;
      throw error;
    }
  }
}
