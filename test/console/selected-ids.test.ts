// The selection of a list in its address: compact, bounded, and read back without a difference.
import { idsForAddress, readIds, writeIds } from '../../packages/console/src/app/routing/selected-ids';
import { jobGlobalId } from '../support/resources';

const jobs = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    jobGlobalId(((index + 1) * 7919).toString(16).padStart(32, '0')),
  );

test('an address returns the ids that it was written from, each once and in one order', () => {
  const ids = jobs(20);
  const written = writeIds(idsForAddress(ids));
  expect(readIds(written)).toEqual([...ids].sort());
  expect(writeIds(idsForAddress([...ids].reverse()))).toBe(written);
  expect(new URLSearchParams({ selected: written }).toString()).toBe(`selected=${written}`);
});

test('the beginning that ids have in common is written once', () => {
  expect(writeIds(['job-1', 'job-12', 'job-2', 'other'])).toBe('job-1.5*2.4*2.other');
  expect(readIds('job-1.5*2.4*2.other')).toEqual(['job-1', 'job-12', 'job-2', 'other']);
});

test('an address holds the first 100 ids, in less than the 8 kB that servers and proxies accept', () => {
  const kept = idsForAddress(jobs(500));
  expect(kept).toHaveLength(100);
  expect(writeIds(kept).length).toBeLessThan(8_000);
  expect(readIds(`${writeIds(kept)}.zzz`)).toHaveLength(100);
});

test.each([
  ['', []],
  ['job-1.5*2.4', ['4', 'job-1', 'job-12']],
  ['job-1.<b>.4*2', ['job-1']],
  ['job-1.%.x', ['job-1']],
  [`job-1.${'x'.repeat(513)}`, ['job-1']],
])('of %j, the ids before the first malformed one are read', (text, ids) => {
  expect(readIds(text)).toEqual(ids);
});
