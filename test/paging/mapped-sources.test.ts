// Sources that are made from others: mapped rows, joined lists, and rows of the gateway's own.
import { AwsError } from '../../src/domain/errors';
import { UNREADABLE } from '../../src/domain/records/unreadable';
import type { ResourceKind } from '../../src/domain/resources';
import { readConnection } from '../../src/paging/connection';
import { Cursors } from '../../src/paging/cursors';
import { joinSources, mapSource, storedRows } from '../../src/paging/mapped-source';
import type { RowOrder } from '../../src/paging/order';
import { singleList, type RowFilter, type Source } from '../../src/paging/source';

const cursors = new Cursors(undefined);

interface Row {
  readonly id: string;
  readonly value: number;
}

const row = (value: number): Row => ({ id: `row-${value}`, value });
const keyOf = ({ id }: Row) => id;
const BY_VALUE: RowOrder<Row> = {
  valueOf: ({ value }) => value,
  direction: 'ASC',
  sortedBy: 'GATEWAY',
  allowsPartialLists: true,
};

interface ListOptions {
  readonly target?: string;
  readonly kind?: ResourceKind;
  readonly pageSize?: number;
  readonly unreadableRows?: number;
  readonly filter?: RowFilter<Row>;
  /** Called before each page. */
  readonly onFetch?: (token: string | undefined) => void;
}

/** A list whose tokens are the indices of its rows. */
function listOf(
  rows: readonly Row[] | (() => readonly Row[]),
  {
    target = 'home',
    kind = 'SecurityCase',
    pageSize = 2,
    unreadableRows = 0,
    filter,
    onFetch,
  }: ListOptions = {},
): Source<Row> {
  return singleList(target, kind, {
    maxPageSize: pageSize,
    keyOf,
    filter,
    fetch: ({ token, size }) => {
      onFetch?.(token);
      const all = typeof rows === 'function' ? rows() : rows;
      const start = Number(token ?? 0);
      const end = start + Math.min(size, pageSize);
      const nextToken = end < all.length ? String(end) : undefined;
      return Promise.resolve({ rows: all.slice(start, end), nextToken, asOf: new Date(0), unreadableRows });
    },
  });
}

const read = (sources: readonly Source<Row>[], first = 100, after?: string) =>
  readConnection(cursors, sources, { first, after, query: 'rows', order: BY_VALUE });
const valuesOf = ({ nodes }: { readonly nodes: readonly Row[] }) => nodes.map(({ value }) => value);

describe('mapSource', () => {
  const twice = (rows: readonly Row[]) => ({
    rows: rows.flatMap(({ value }) => [row(value), row(value + 0.5)]),
    unreadableRows: 0,
  });

  test('has any number of rows for each row of a page, also on pages without any', async () => {
    const some = mapSource(listOf([1, 2, 3, 4, 5].map(row)), {
      map: (rows) => twice(rows.filter(({ value }) => value > 3)),
      keyOf,
    });
    expect(valuesOf(await read([some]))).toEqual([4, 4.5, 5, 5.5]);
  });

  test('names its list by target and kind, so that two kinds of one target are two lists', async () => {
    const cases = mapSource(listOf([row(1), row(3)]), { map: twice, keyOf });
    const members = mapSource(listOf([row(2)], { kind: 'MacieMember' }), { map: twice, keyOf });
    expect([cases.name, members.name]).toEqual(['home:SecurityCase', 'home:MacieMember']);
    const keys = await Promise.all(
      [cases, members].map(async (source) => (await source.partitions())[0]?.key),
    );
    expect(keys).toEqual(['home:SecurityCase', 'home:MacieMember']);
    const pages = [await read([cases, members], 2)];
    for (let page = pages[0]; page?.pageInfo.hasNextPage === true; page = pages.at(-1))
      pages.push(await read([cases, members], 2, page.pageInfo.endCursor));
    expect(pages.flatMap(valuesOf)).toEqual([1, 1.5, 2, 2.5, 3, 3.5]);
    expect(pages[0]?.completeness.sources.map(({ target, kind }) => `${target} ${kind}`)).toEqual([
      'home SecurityCase',
      'home MacieMember',
    ]);
  });

  test('keeps the names of the lists of a source behind its own', async () => {
    const lists = ['home/a', 'home/b'].map((key) => ({
      key,
      maxPageSize: 2,
      keyOf,
      fetch: () => Promise.resolve({ rows: [], nextToken: undefined, asOf: undefined, unreadableRows: 0 }),
    }));
    const source: Source<Row> = {
      name: 'home',
      reads: { target: 'home', kind: 'MailboxExportJob' },
      partitions: () => Promise.resolve(lists),
    };
    const mapped = await mapSource(source, { map: twice, keyOf }).partitions();
    expect(mapped.map(({ key }) => key)).toEqual(['home:MailboxExportJob/a', 'home:MailboxExportJob/b']);
  });

  test('maps only the rows that match the filter of the list', async () => {
    const odd = { matches: ({ value }: Row) => value % 2 === 1 };
    const mapped = mapSource(listOf([1, 2, 3, 4].map(row), { filter: odd }), { map: twice, keyOf });
    expect(valuesOf(await read([mapped]))).toEqual([1, 1.5, 3, 3.5]);
  });

  test('counts unreadable rows of the page, of the filter and of the mapping', async () => {
    const unreadable = { ...row(2), [UNREADABLE]: new Set(['value']) };
    const filter = { matches: ({ value }: Row) => value > 0 };
    const list = listOf([row(1), unreadable, row(3)], { pageSize: 3, unreadableRows: 1, filter });
    const mapped = mapSource(list, { map: (rows) => ({ ...twice(rows), unreadableRows: 2 }), keyOf });
    const page = await read([mapped]);
    expect(valuesOf(page)).toEqual([1, 1.5, 3, 3.5]);
    expect(page.completeness.sources[0]).toMatchObject({
      status: 'UNREADABLE_ROWS',
      message: 'Security Incident Response in target home sent 4 rows that the gateway cannot read.',
    });
    expect(await page.totalCount).toEqual({ value: 4, exact: false });
  });

  test('rejects a filter that needs AWS calls', async () => {
    const filter = { matches: () => true, confirms: () => Promise.resolve(true) };
    const mapped = mapSource(listOf([row(1)], { filter }), { map: twice, keyOf });
    await expect(read([mapped])).rejects.toThrow('A mapped source cannot confirm rows with AWS calls.');
  });

  test('a mapping that fails fails the connection, unless it is a failure of AWS', async () => {
    const mapped = (error: Error) => mapSource(listOf([row(1)]), { map: () => Promise.reject(error), keyOf });
    await expect(read([mapped(new RangeError('broken'))])).rejects.toThrow(RangeError);
    const details = { service: 'security-ir', operation: 'List', target: 'home', notApplied: true } as const;
    const page = await read([mapped(new AwsError('AWS_THROTTLED', details))]);
    expect(page.completeness.sources).toMatchObject([{ status: 'THROTTLED' }]);
  });
});

describe('joinSources', () => {
  test('has the rows of all lists, page by page, as one list', async () => {
    const tokens: string[] = [];
    const onFetch = (name: string) => (token: string | undefined) =>
      tokens.push(`${name} ${token ?? 'first'}`);
    const joined = joinSources(
      listOf([1, 2, 3, 4, 5].map(row), { onFetch: onFetch('a') }),
      listOf([], { onFetch: onFetch('b') }),
      listOf([6, 7, 8].map(row), { onFetch: onFetch('c') }),
    );
    expect((await joined.partitions()).map(({ key }) => key)).toEqual(['home']);
    expect(valuesOf(await read([joined]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(tokens).toEqual(['a first', 'a 2', 'a 4', 'b first', 'c first', 'c 2']);
  });

  test('a row that moves to a later list while they are read is one row, and none is missed', async () => {
    let stage = 0;
    // Row 2 is in both lists, and row 3 moves between the reads.
    const open = listOf(() => [row(1), row(2), row(3)], { pageSize: 10 });
    const done = listOf(() => (stage === 0 ? [row(2)] : [row(2), row(3)]), { pageSize: 10 });
    const joined = joinSources(open, done);
    const first = await read([joined], 2);
    expect([valuesOf(first), await first.totalCount]).toEqual([[1, 2], { value: 3, exact: true }]);
    stage = 1;
    const rest = await read([joined], 2, first.pageInfo.endCursor);
    expect(valuesOf(rest)).toEqual([3]);
  });

  test('a row that is delivered from one list is not delivered again from another one', async () => {
    let isDone = false;
    const open = listOf(() => (isDone ? [row(2)] : [row(1), row(2)]));
    const done = listOf(() => (isDone ? [row(1)] : []));
    const first = await read([joinSources(open, done)], 1);
    isDone = true;
    const rest = await read([joinSources(open, done)], 9, first.pageInfo.endCursor);
    expect([...valuesOf(first), ...valuesOf(rest)]).toEqual([1, 2]);
  });

  test('applies the filter of each list', async () => {
    const above = (least: number) => ({ matches: ({ value }: Row) => value > least });
    const joined = joinSources(
      listOf([1, 2, 3].map(row), { filter: above(2) }),
      listOf([4, 5, 6].map(row), { filter: above(4), unreadableRows: 1 }),
    );
    const page = await read([joined]);
    expect(valuesOf(page)).toEqual([3, 5, 6]);
    // One for each of two pages.
    expect(page.completeness.sources[0]?.message).toContain(' sent 2 rows ');
  });

  test('with one source, is that source', () => {
    const only = listOf([row(1)]);
    expect(joinSources(only)).toBe(only);
  });
});

describe('storedRows', () => {
  test('are rows that completeness does not name and that are merged with the others', async () => {
    const stored = storedRows('changes', [row(4), row(1), row(2)], keyOf);
    const page = await read([
      mapSource(listOf([row(3)]), { map: (rows) => ({ rows, unreadableRows: 0 }), keyOf }),
      stored,
    ]);
    expect(valuesOf(page)).toEqual([1, 2, 3, 4]);
    expect(page.completeness.sources.map(({ kind }) => kind)).toEqual(['SecurityCase']);
    expect(await page.totalCount).toEqual({ value: 4, exact: true });
  });

  test('that come between two pages are on the next one, unless they sort before the last row', async () => {
    const first = await read([storedRows('changes', [], keyOf), listOf([row(5), row(6)])], 1);
    const rest = await read(
      [storedRows('changes', [row(7)], keyOf), listOf([row(5), row(6)])],
      9,
      first.pageInfo.endCursor,
    );
    expect(valuesOf(rest)).toEqual([6, 7]);
    const later = await read(
      [storedRows('changes', [row(7), row(8), row(2)], keyOf), listOf([row(5), row(6)])],
      9,
      rest.pageInfo.endCursor,
    );
    expect(valuesOf(later)).toEqual([8]);
    expect(later.pageInfo.hasNextPage).toBe(false);
  });

  test('without rows, a walk ends', async () => {
    const page = await read([storedRows('changes', [], keyOf)]);
    expect(page).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: false },
      completeness: { complete: true, sources: [] },
    });
    const beyond = await read([storedRows('changes', [], keyOf)], 5, page.pageInfo.endCursor);
    expect(beyond.pageInfo.hasNextPage).toBe(false);
  });
});
