/** Fills one page from all sources: source by source, or merged where an order is asked for. */
import type { CompletenessReport } from '../records/completeness';
import { reportOn } from './completeness';
import type { Positions, Source } from './source';
import { ScanBudget, SourceReader, type SourceProgress } from './source-reader';

/** How many AWS calls one page of a connection may cost, beyond the first of every source. */
const MAX_AWS_CALLS = 100;

/** Milliseconds after which a source that does not answer is not waited for alone any more. */
const PATIENCE = 1_000;

export interface FanOutRequest<Row> {
  readonly first: number;
  /** Where an earlier page stopped. */
  readonly positions: Positions;
  /** Merges the sources by this order, in which each source's rows already stand; without it they follow one another. */
  readonly compare?: ((a: Row, b: Row) => number) | undefined;
  /** Told of every row as soon as it is sure to be on the page, while others are still read. */
  readonly onRow?: ((row: Row) => void) | undefined;
}

export interface FanOutRow<Row> {
  readonly row: Row;
  /** Where reading goes on behind this row. */
  readonly positions: Positions;
}

export interface FanOutPage<Row> {
  readonly rows: readonly FanOutRow<Row>[];
  /** Where reading goes on behind this page, and where a source that failed is to be tried again. */
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
    rows.push({ row, positions: snapshot(readers) });
    request.onRow?.(row);
  };
  if (request.compare === undefined) await concatenate(readers, request.first, rows, take);
  else await merge(readers, request.first, rows, take, request.compare);
  return {
    rows,
    positions: snapshot(readers),
    hasMore: readers.some(({ hasMore }) => hasMore),
    completeness: reportOn(readers),
  };
}

type Take<Row> = (reader: SourceReader<Row>, row: Row) => void;

async function concatenate<Row>(
  readers: readonly SourceReader<Row>[],
  first: number,
  rows: readonly FanOutRow<Row>[],
  take: Take<Row>,
): Promise<void> {
  for (const [index, reader] of readers.entries()) {
    while (rows.length < first) {
      const wanted = first - rows.length;
      const row = await impatiently(reader.head(wanted), readers.slice(index + 1), wanted);
      if (row === undefined) break;
      take(reader, row);
    }
  }
}

/** Waits for a source, and begins to read the others after it, one by one, while it keeps silent. */
async function impatiently<Row>(
  head: Promise<Row | undefined>,
  others: readonly SourceReader<Row>[],
  wanted: number,
): Promise<Row | undefined> {
  if (others.length === 0) return head;
  const waiting = [...others];
  const timer = setInterval(() => waiting.shift()?.warmUp(wanted), PATIENCE);
  try {
    return await head;
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
  while (rows.length < first) {
    const wanted = first - rows.length;
    const heads = await Promise.all(
      readers.map(async (reader) => ({ reader, row: await reader.head(wanted) })),
    );
    const least = heads.reduce<{ reader: SourceReader<Row>; row: Row } | undefined>(
      (best, { reader, row }) =>
        row !== undefined && (best === undefined || compare(row, best.row) < 0) ? { reader, row } : best,
      undefined,
    );
    // What a source has not shown yet may belong before the rows that the others show.
    const unseen = readers.some(({ problem }) => problem === 'SCAN_LIMIT_REACHED');
    if (least === undefined || unseen) return;
    take(least.reader, least.row);
  }
}

function snapshot(readers: readonly SourceProgress[]): Positions {
  return Object.assign({}, ...readers.map((reader) => reader.snapshot())) as Positions;
}

function positionsOf(target: string, positions: Positions): Positions {
  return Object.fromEntries(
    Object.entries(positions).filter(([key]) => key === target || key.startsWith(`${target}/`)),
  );
}
