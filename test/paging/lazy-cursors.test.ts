// Cursors that are sealed after the page is read, in any order: each continues after its own row.
import { readConnection } from '../../src/paging/connection';
import type { SourcesPage } from '../../src/paging/connection-page';
import { Cursors } from '../../src/paging/cursors';
import type { RowOrder } from '../../src/paging/order';
import type { RowFilter, Source } from '../../src/paging/source';
import { SortableList, sortableSources, type SortableRow } from '../support/sortable-list';

const cursors = new Cursors('a secret of at least 32 characters');

const isEven = ({ value }: SortableRow) => (value ?? 0) % 2 === 0;

/** Two targets; the first one has two lists. Each list has pages of at most 3 rows. */
function sources(filter?: RowFilter<SortableRow>): Source<SortableRow>[] {
  const lists = [
    new SortableList('a', 'a/1', [1, 2, 4, 6, 7, 10, 12], 3),
    new SortableList('a', 'a/2', [2, 3, 8, 9], 3),
    new SortableList('b', 'b', [0, 2, 5, 6, 11], 3),
  ];
  return sortableSources(lists).map((source) => ({
    ...source,
    partitions: async () => (await source.partitions()).map((partition) => ({ ...partition, filter })),
  }));
}

/** One list per target, each in the order of its values, as a merge needs it. */
function sortedSources(): Source<SortableRow>[] {
  return sortableSources([
    new SortableList('a', 'a', [1, 2, 4, 6, 7, 10, 12], 3),
    new SortableList('b', 'b', [0, 2, 5, 6, 11], 3),
    new SortableList('c', 'c', [], 3),
  ]);
}

const byValue = (sortedBy: 'AWS' | 'GATEWAY'): RowOrder<SortableRow> => ({
  valueOf: ({ value }) => value,
  direction: 'ASC',
  sortedBy,
});

interface Case {
  readonly name: string;
  readonly sources: () => Source<SortableRow>[];
  readonly order?: RowOrder<SortableRow>;
  readonly length: number;
}

const CASES: readonly Case[] = [
  { name: 'several targets and lists', sources, length: 16 },
  { name: 'a filter', sources: () => sources({ matches: isEven }), length: 10 },
  {
    name: 'a filter with confirmations',
    sources: () => sources({ matches: () => true, confirms: (row) => Promise.resolve(isEven(row)) }),
    length: 10,
  },
  { name: 'an order of AWS', sources: sortedSources, order: byValue('AWS'), length: 12 },
  { name: 'an order of the gateway', sources, order: byValue('GATEWAY'), length: 16 },
];

const nameOf = ({ list, id }: SortableRow) => `${list} ${id}`;

describe.each(CASES)('with $name', ({ sources: create, order, length }) => {
  const read = (first: number, after?: string): Promise<SourcesPage<SortableRow>> =>
    readConnection(cursors, create(), { first, after, query: 'rows', orderBy: order && 'value', order });

  test('the cursor of each edge continues after exactly its row, in whatever order cursors are selected', async () => {
    const whole = await read(50);
    const names = whole.nodes.map(nameOf);
    expect(new Set(names).size).toBe(length);
    for (const first of [1, 4, 50]) {
      const page = await read(first);
      expect(page.nodes.map(nameOf)).toEqual(names.slice(0, first));
      for (const [index, edge] of [...page.edges.entries()].reverse()) {
        expect(nameOf(edge.node)).toBe(names[index]);
        const rest = await read(50, edge.cursor);
        expect(rest.nodes.map(nameOf)).toEqual(names.slice(index + 1));
      }
    }
  });

  test('a cursor has one text, which startCursor and endCursor share with their edges', async () => {
    const page = await read(5);
    const { startCursor, endCursor } = page.pageInfo;
    const selected = page.edges.map(({ cursor }) => cursor);
    expect(selected[0]).toBe(startCursor);
    expect(selected.at(-1)).toBe(endCursor);
    expect(new Set(selected).size).toBe(5);
    expect(page.edges.map(({ cursor }) => cursor)).toEqual(selected);
    expect(page.edges).toBe(page.edges);
    expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
  });

  test('a page without rows has one end cursor', async () => {
    const { pageInfo } = await read(50);
    const empty = await read(50, pageInfo.endCursor);
    expect(empty.nodes).toEqual([]);
    expect(empty.edges).toEqual([]);
    expect(empty.pageInfo.startCursor).toBeUndefined();
    expect(empty.pageInfo.endCursor).toBe(empty.pageInfo.endCursor);
  });
});

test('a cursor selected after a failure continues at its row, and retryCursor has one text', async () => {
  const healthy = new SortableList('a', 'a', [1, 2], 3);
  const failing = new SortableList('b', 'b', [3, 4, 5, 6], 2);
  const read = (after?: string) =>
    readConnection(cursors, sortableSources([healthy, failing]), { first: 50, after, query: 'rows' });
  failing.failure = { code: 'AWS_UNAVAILABLE', from: 'SECOND_PAGE' };
  const page = await read();
  failing.failure = undefined;
  expect(page.nodes.map(({ value }) => value)).toEqual([1, 2, 3, 4]);
  const third = await read(page.edges[2]?.cursor);
  expect(third.nodes.map(({ value }) => value)).toEqual([4, 5, 6]);
  const { retryCursor } = page.completeness;
  expect(page.completeness.retryCursor).toBe(retryCursor);
  expect(retryCursor).not.toBe(page.pageInfo.endCursor);
  const retried = await read(retryCursor);
  expect(retried.nodes.map(({ value }) => value)).toEqual([5, 6]);
});
