/** Fills one page from all sources: source by source, or merged where an order is asked for. */
import type { CompletenessReport } from '../domain/records/completeness';
import { reportOn } from './completeness';
import type { Positions, Source } from './source';
import { ScanBudget, SourceReader } from './source-reader';

/** How many AWS calls one page of a connection may cost, beyond the first of every source. */
const MAX_AWS_CALLS = 100;

/** Milliseconds after which a source that does not answer is not waited for alone any more. */
const MAX_WAIT_MS = 1_000;

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
    const parts = readers.map(({ positions }) => positions);
    rows.push({
      row,
      get positions() {
        return joined(parts);
      },
    });
    request.onRow?.(row);
  };
  if (request.compare === undefined) await concatenate(readers, request.first, rows, take);
  else await merge(readers, request.first, rows, take, request.compare);
  return {
    rows,
    positions: joined(readers.map(({ positions }) => positions)),
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
      const row = reader.ready ?? (await impatiently(reader.head(wanted), readers.slice(index + 1), wanted));
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
  const timer = setInterval(() => waiting.shift()?.warmUp(wanted), MAX_WAIT_MS);
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
  const heads = await Promise.all(
    readers.map(async (reader) => ({ reader, row: await reader.head(first - rows.length) })),
  );
  // What a source has not shown yet may belong before the rows that the others show.
  while (!readers.some(({ problem }) => problem === 'SCAN_LIMIT_REACHED')) {
    const least = leastOf(heads, compare);
    if (least?.row === undefined) return;
    take(least.reader, least.row);
    if (rows.length === first) return;
    least.row = least.reader.ready ?? (await least.reader.head(first - rows.length));
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

function joined(parts: readonly Positions[]): Positions {
  return Object.assign({}, ...parts) as Positions;
}

function positionsOf(target: string, positions: Positions): Positions {
  return Object.fromEntries(
    Object.entries(positions).filter(([key]) => key === target || key.startsWith(`${target}/`)),
  );
}
