/** Fan-out: one page filled from all sources, source by source, or merged when the request has an order. */
import type { CompletenessReport } from '../domain/records/completeness';
import { reportOn } from './completeness';
import type { Positions, Source } from './source';
import { ScanBudget, SourceReader } from './source-reader';

/** The limit of AWS calls for one page of a connection, in addition to one call per source. */
const MAX_AWS_CALLS = 100;

/** The wait for a slow source before the next one is prefetched. */
const LOOK_AHEAD_INTERVAL_MS = 1_000;

export interface FanOutRequest<Row> {
  readonly first: number;
  /** The positions at which the previous page ended. */
  readonly positions: Positions;
  /** The order in which sources are merged. Each source must already be in this order. Without it, the sources are concatenated. */
  readonly compare?: ((a: Row, b: Row) => number) | undefined;
  /** Called with every row as soon as it is on the page, while other rows are still being read. */
  readonly onRow?: ((row: Row) => void) | undefined;
  /** Milliseconds to wait for a slow source before the page also reads the next one; 1,000 by default. */
  readonly maxWaitMs?: number | undefined;
}

export interface FanOutRow<Row> {
  readonly row: Row;
  /** The positions after this row. */
  readonly positions: Positions;
}

export interface FanOutPage<Row> {
  readonly rows: readonly FanOutRow<Row>[];
  /** The positions after this page. A failed source keeps the position at which the next page retries it. */
  readonly positions: Positions;
  readonly hasMore: boolean;
  readonly completeness: CompletenessReport;
}

export async function fillPage<Row>(
  sources: readonly Source<Row>[],
  request: FanOutRequest<Row>,
): Promise<FanOutPage<Row>> {
  const budget = new ScanBudget(sources.length + MAX_AWS_CALLS);
  const readers = sources.map(
    (source) => new SourceReader(source, positionsOf(source.target, request.positions), budget),
  );
  const rows: FanOutRow<Row>[] = [];
  const take = (reader: SourceReader<Row>, row: Row) => {
    reader.take();
    const parts = readers.map(({ positions }) => positions);
    rows.push({
      row,
      get positions() {
        return join(parts);
      },
    });
    request.onRow?.(row);
  };
  if (request.compare === undefined) await concatenate(readers, request, rows, take);
  else await merge(readers, request.first, rows, take, request.compare);
  return {
    rows,
    positions: join(readers.map(({ positions }) => positions)),
    hasMore: readers.some(({ hasMore }) => hasMore),
    completeness: reportOn(readers),
  };
}

type Take<Row> = (reader: SourceReader<Row>, row: Row) => void;

async function concatenate<Row>(
  readers: readonly SourceReader<Row>[],
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
  nextReaders: readonly SourceReader<Row>[],
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
  readers: readonly SourceReader<Row>[],
  first: number,
  rows: readonly FanOutRow<Row>[],
  take: Take<Row>,
  compare: (a: Row, b: Row) => number,
): Promise<void> {
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
  readonly reader: SourceReader<Row>;
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

function join(parts: readonly Positions[]): Positions {
  return Object.assign({}, ...parts) as Positions;
}

function positionsOf(target: string, positions: Positions): Positions {
  return Object.fromEntries(
    Object.entries(positions).filter(([key]) => key === target || key.startsWith(`${target}/`)),
  );
}
