// The search for the edge of one row: how far it reads, and what it does about rows that it cannot read.
import { Cursors } from '../../src/paging/cursors';
import { findEdge } from '../../src/paging/find-edge';
import { singleList } from '../../src/paging/source';

const cursors = new Cursors('a secret of at least 32 characters');

/** A list of pages with one row each, which counts the pages that are read. */
function listOf(length: number, unreadable: readonly number[] = []) {
  let calls = 0;
  const source = singleList<string>('home', 'SecurityCase', {
    maxPageSize: 25,
    keyOf: (row) => row,
    fetch: ({ token = '0' }) => {
      calls += 1;
      const index = Number(token);
      const isUnreadable = unreadable.includes(index);
      return Promise.resolve({
        rows: isUnreadable ? [] : [`row ${index}`],
        nextToken: index + 1 < length ? String(index + 1) : undefined,
        asOf: undefined,
        unreadableRows: isUnreadable ? 1 : 0,
      });
    },
  });
  const find = (wanted: string) =>
    findEdge(cursors, source, { query: {}, field: 'comments', matches: (row) => row === wanted });
  return { find, calls: () => calls };
}

test('reads no further than the row', async () => {
  const list = listOf(10);
  expect(await list.find('row 3')).toMatchObject({ node: 'row 3' });
  expect(list.calls()).toBe(4);
});

test('returns undefined for a row that the list does not have', async () => {
  expect(await listOf(10).find('row 10')).toBeUndefined();
});

test('returns undefined at the scan limit of one source: 101 calls', async () => {
  const list = listOf(200);
  expect(await list.find('row 100')).toMatchObject({ node: 'row 100' });
  expect(list.calls()).toBe(101);
  expect(await list.find('row 101')).toBeUndefined();
  expect(list.calls()).toBe(202);
});

test('an unreadable row is an error only when it may be the row', async () => {
  const list = listOf(5, [1]);
  expect(await list.find('row 3')).toMatchObject({ node: 'row 3' });
  await expect(list.find('row 1')).rejects.toMatchObject({ code: 'UNREADABLE_FIELD' });
});
