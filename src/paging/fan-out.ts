/** Fan-out: one page filled from all sources, source by source, or merged when the request has an order. */
import type { CompletenessReport } from '../domain/records/completeness';
import { reportOn } from './completeness';
import { compareValues, isListOf, RowSequence, type RowOrder } from './order';
import { OrderedReader } from './ordered-reader';
import { ScanBudgets, type ScanBudget, type ListOfRow, type ListProgress, type Reader } from './reader';
import type { Positions, Source, WalkProgress } from './source';
import { SourceReader } from './source-reader';
import type { WholeLists } from './whole-list';

/** The wait for a slow source before the next one is prefetched. */
const LOOK_AHEAD_INTERVAL_MS = 1_000;

export interface FanOutRequest<Row> {
  readonly first: number;
  /** The progress at which the previous page ended. */
  readonly progress: WalkProgress;
  /** The order of the rows of all sources. Without it, the sources are concatenated. */
  readonly order?: RowOrder<Row> | undefined;
  /** The whole lists, for an order that the gateway makes. */
  readonly wholeLists: WholeLists<Row>;
  /** True to fetch pages as large as AWS allows, because the request reads the whole list anyway. */
  readonly fetchesFullPages?: boolean | undefined;
  /** Called with every row as soon as it is on the page, while other rows are still being read. */
  readonly onRow?: ((row: Row) => void) | undefined;
  /** Milliseconds to wait for a slow source before the page also reads the next one; 1,000 by default. */
  readonly maxWaitMs?: number | undefined;
}

export class FanOutRow<Row> {
  constructor(
    readonly row: Row,
    readonly list: ListOfRow<Row>,
    /** True when the row sorts before a row that the walk has delivered before it. */
    readonly isOutOfOrder: boolean,
    /** The progress of each reader after this row. */
    private readonly parts: readonly ListProgress[],
    private readonly lastRows: WalkProgress['lastRows'],
  ) {}

  /** The progress after this row. */
  get progress(): WalkProgress {
    return join(this.parts, this.lastRows);
  }
}

export interface FanOutPage<Row> {
  readonly rows: readonly FanOutRow<Row>[];
  /** The progress after this page. It leaves out the sources that failed, which keep their positions. */
  readonly progress: WalkProgress;
  readonly hasMore: boolean;
  readonly completeness: CompletenessReport;
}

export async function fillPage<Row>(
  sources: readonly Source<Row>[],
  request: FanOutRequest<Row>,
): Promise<FanOutPage<Row>> {
  const { order, progress, first } = request;
  const budgets = new ScanBudgets(sources);
  const readers = sources.map((source) =>
    createReader(source, request, budgets.of(source), sources.length > 1 ? ['targets'] : []),
  );
  const names = sources.map(({ name }) => name);
  const sequence = new RowSequence(names, order, progress.lastRows ?? []);
  const rows: FanOutRow<Row>[] = [];
  const take = (reader: Reader<Row>, row: Row) => {
    const { list } = reader;
    if (list === undefined) throw new Error('A reader returned a row without its list.');
    reader.take();
    const isOutOfOrder = sequence.add(row, list.key);
    const parts = readers.map((each) => each.progress);
    rows.push(new FanOutRow(row, list, isOutOfOrder, parts, sequence.lastRows));
    request.onRow?.(row);
  };
  if (order === undefined) await concatenate(readers, request, rows, take);
  else await merge(readers, first, rows, take, order);
  return {
    rows,
    progress: join(
      readers.map((reader) => reader.progress),
      sequence.lastRows,
    ),
    hasMore: readers.some(({ hasMore }) => hasMore),
    completeness: reportOn(readers),
  };
}

function createReader<Row>(
  source: Source<Row>,
  { progress, order, wholeLists, fetchesFullPages }: FanOutRequest<Row>,
  budget: ScanBudget,
  narrowBy: readonly string[],
): Reader<Row> {
  const resumed = progressOf(source.name, progress);
  return order?.sortedBy === 'GATEWAY'
    ? new OrderedReader(source, resumed, order, wholeLists, [...(order.narrowBy ?? []), ...narrowBy])
    : new SourceReader(source, resumed, budget, fetchesFullPages === true ? 'FULL_PAGES' : 'WANTED_ROWS');
}

type Take<Row> = (reader: Reader<Row>, row: Row) => void;

async function concatenate<Row>(
  readers: readonly Reader<Row>[],
  { first, maxWaitMs = LOOK_AHEAD_INTERVAL_MS }: FanOutRequest<Row>,
  rows: readonly FanOutRow<Row>[],
  take: Take<Row>,
): Promise<void> {
  for (const [index, reader] of readers.entries()) {
    while (rows.length < first) {
      const wanted = first - rows.length;
      const row =
        reader.bufferedRow ??
        (await withLookAhead(reader.peek(wanted), readers.slice(index + 1), wanted, maxWaitMs));
      if (row === undefined) break;
      take(reader, row);
    }
  }
}

/** Look-ahead: while a source does not respond, prefetches the sources after it, one per interval. */
async function withLookAhead<Row>(
  row: Promise<Row | undefined>,
  nextReaders: readonly Reader<Row>[],
  wanted: number,
  maxWaitMs: number,
): Promise<Row | undefined> {
  if (nextReaders.length === 0) return row;
  const waiting = [...nextReaders];
  const timer = setInterval(() => waiting.shift()?.prefetch(wanted), maxWaitMs);
  try {
    return await row;
  } finally {
    clearInterval(timer);
  }
}

async function merge<Row>(
  readers: readonly Reader<Row>[],
  first: number,
  rows: readonly FanOutRow<Row>[],
  take: Take<Row>,
  { valueOf, direction }: RowOrder<Row>,
): Promise<void> {
  const compare = (a: Row, b: Row) => compareValues(valueOf(a), valueOf(b), direction);
  const heads = await Promise.all(
    readers.map(async (reader) => ({ reader, row: await reader.peek(first - rows.length) })),
  );
  // Unread rows of a source that reached the scan limit may belong before the heads of the other sources.
  while (!readers.some(({ problem }) => problem === 'SCAN_LIMIT_REACHED')) {
    const least = leastOf(heads, compare);
    if (least?.row === undefined) return;
    take(least.reader, least.row);
    if (rows.length === first) return;
    least.row = least.reader.bufferedRow ?? (await least.reader.peek(first - rows.length));
  }
}

interface Head<Row> {
  readonly reader: Reader<Row>;
  row: Row | undefined;
}

function leastOf<Row>(
  heads: readonly Head<Row>[],
  compare: (a: Row, b: Row) => number,
): Head<Row> | undefined {
  let least: Head<Row> | undefined;
  for (const head of heads) {
    if (head.row !== undefined && (least?.row === undefined || compare(head.row, least.row) < 0))
      least = head;
  }
  return least;
}

function join(parts: readonly ListProgress[], lastRows: WalkProgress['lastRows']): WalkProgress {
  const positions = Object.assign({}, ...parts.map((part) => part.positions)) as Positions;
  return { positions, failed: parts.flatMap(({ failed }) => failed), ...(lastRows && { lastRows }) };
}

function progressOf(source: string, { positions, failed = [] }: WalkProgress): ListProgress {
  const own = Object.entries(positions).filter(([key]) => isListOf(source, key));
  return { positions: Object.fromEntries(own), failed: failed.filter((key) => isListOf(source, key)) };
}
