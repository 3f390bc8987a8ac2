// Snapshots of whole lists: their bounds in rows, bytes and time, and what a drop removes.
import { Snapshots } from '../../src/paging/snapshots';
import type { KeptList } from '../../src/paging/whole-list';

const listOf = (rows: readonly unknown[]): KeptList<unknown> => ({
  lists: [{ key: 'home', isWhole: true, rows: new Map(rows.map((row, index) => [`${index}`, row])) }],
  asOf: new Date(),
  unreadableRows: 0,
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => index);

function kept(snapshots: Snapshots, scope: string, keys: readonly string[]): string[] {
  return keys.filter((key) => snapshots.lookUp(scope, key).found !== undefined);
}

afterEach(() => {
  jest.useRealTimers();
});

test('all snapshots together keep at most the maximum number of rows, the latest ones first', () => {
  const snapshots = new Snapshots({ maxRows: 10, maxBytes: 1_000_000 });
  for (const key of ['a', 'b', 'c']) snapshots.lookUp('scope', key).keep(listOf(rows(4)));
  expect(kept(snapshots, 'scope', ['a', 'b', 'c'])).toEqual(['b', 'c']);
  snapshots.lookUp('scope', 'too many rows').keep(listOf(rows(11)));
  expect(kept(snapshots, 'scope', ['b', 'c', 'too many rows'])).toEqual(['b', 'c']);
});

test('all snapshots together keep at most the maximum number of bytes', () => {
  const snapshots = new Snapshots({ maxRows: 1_000, maxBytes: 1_000 });
  for (const key of ['a', 'b', 'c']) snapshots.lookUp('scope', key).keep(listOf(['x'.repeat(400)]));
  expect(kept(snapshots, 'scope', ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

test('a snapshot ends after a minute', () => {
  jest.useFakeTimers();
  jest.advanceTimersByTime(1);
  const snapshots = new Snapshots();
  snapshots.lookUp('scope', 'a').keep(listOf(rows(3)));
  jest.advanceTimersByTime(59_000);
  expect(kept(snapshots, 'scope', ['a'])).toEqual(['a']);
  jest.advanceTimersByTime(2_000);
  expect(kept(snapshots, 'scope', ['a'])).toEqual([]);
});

test('a drop removes the snapshots of its scope, and of reads that began before it', () => {
  const snapshots = new Snapshots();
  snapshots.lookUp('scope', 'a').keep(listOf(rows(3)));
  snapshots.lookUp('scope of another', 'a').keep(listOf(rows(3)));
  const reading = snapshots.lookUp('scope', 'b');
  snapshots.drop('scope');
  reading.keep(listOf(rows(3)));
  expect(kept(snapshots, 'scope', ['a', 'b'])).toEqual([]);
  expect(kept(snapshots, 'scope of another', ['a'])).toEqual(['a']);
  snapshots.lookUp('scope', 'b').keep(listOf(rows(3)));
  expect(kept(snapshots, 'scope', ['b'])).toEqual(['b']);
});
