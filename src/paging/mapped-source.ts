/** Mapped sources: the rows are made from those of other sources, so that one connection has rows of several kinds. */
import { evaluate } from '../domain/records/unreadable';
import type { AwsPage, PageRequest } from '../domain/records/page';
import type { Partition, RowFilter, Source } from './source';

export interface MappedRows<Mapped> {
  readonly rows: readonly Mapped[];
  /** The number of rows that may be missing, because the gateway cannot read the fields that decide. */
  readonly unreadableRows: number;
}

interface RowMapping<Row, Mapped> {
  /** The mapped rows of a page, any number for each of its rows. */
  readonly map: (rows: readonly Row[]) => MappedRows<Mapped> | Promise<MappedRows<Mapped>>;
  /** Returns a key of the mapped row, unique in its list. */
  readonly keyOf: (row: Mapped) => string;
}

/** A source for connections that the gateway sorts. Its name and the keys of its lists have the kind behind the target, which several kinds share. */
export function mapSource<Row, Mapped>(
  { name, reads, partitions }: Source<Row>,
  { map, keyOf }: RowMapping<Row, Mapped>,
): Source<Mapped> {
  const mappedName = reads === undefined ? name : `${name}:${reads.kind}`;
  return {
    name: mappedName,
    reads,
    partitions: async () =>
      (await partitions()).map(({ key, maxPageSize, fetch, filter }) => ({
        key: `${mappedName}${key.slice(name.length)}`,
        maxPageSize,
        keyOf,
        fetch: async (request) => {
          const page = await fetch(request);
          const { rows: selected, unreadableRows: undecided } = select(page.rows, filter);
          const { rows, unreadableRows } = await map(selected);
          return { ...page, rows, unreadableRows: page.unreadableRows + undecided + unreadableRows };
        },
      })),
  };
}

/**
 * A source with one list, which has the rows of several lists of the same kind in the same target, for connections that the
 * gateway sorts. It reads them one after another: a row that moves to a later list meanwhile is not missed, and its key
 * makes it one row.
 */
export function joinSources<Row>(first: Source<Row>, ...others: readonly Source<Row>[]): Source<Row> {
  if (others.length === 0) return first;
  return {
    ...first,
    partitions: async () => {
      const lists = (await Promise.all([first, ...others].map((source) => source.partitions()))).flat();
      const [list] = lists;
      if (list === undefined) return [];
      return [
        {
          key: first.name,
          maxPageSize: Math.min(...lists.map(({ maxPageSize }) => maxPageSize)),
          keyOf: list.keyOf,
          fetch: (request) => fetchFrom(lists, request),
        },
      ];
    },
  };
}

/** The token is the index of the list, and the token of its page. */
async function fetchFrom<Row>(
  lists: readonly Partition<Row>[],
  { token = '0', size }: PageRequest,
): Promise<AwsPage<Row>> {
  const [index = ''] = token.split(' ', 1);
  const list = lists[Number(index)];
  if (list === undefined) throw new Error('A token names a list that does not exist.');
  const tokenOfList = token === index ? undefined : token.slice(index.length + 1);
  const page = await list.fetch({ token: tokenOfList, size });
  const { rows, unreadableRows } = select(page.rows, list.filter);
  const next = Number(index) + 1;
  const atEnd = next < lists.length ? String(next) : undefined;
  return {
    ...page,
    rows,
    unreadableRows: page.unreadableRows + unreadableRows,
    nextToken: page.nextToken === undefined ? atEnd : `${index} ${page.nextToken}`,
  };
}

/** A source of rows that the gateway has, which completeness does not name. */
export function storedRows<Row>(
  name: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Source<Row> {
  const page = { rows, nextToken: undefined, asOf: undefined, unreadableRows: 0 };
  const list = { key: name, maxPageSize: Infinity, fetch: () => Promise.resolve(page), keyOf };
  return { name, reads: undefined, partitions: () => Promise.resolve([list]) };
}

function select<Row>(rows: readonly Row[], filter: RowFilter<Row> | undefined): MappedRows<Row> {
  if (filter === undefined) return { rows, unreadableRows: 0 };
  if (filter.confirms !== undefined) throw new Error('A mapped source cannot confirm rows with AWS calls.');
  const matches = rows.map((row) => evaluate(row, filter.matches));
  return {
    rows: rows.filter((_row, index) => matches[index] === true),
    unreadableRows: matches.filter((match) => match === undefined).length,
  };
}
