// Batches of operations that return many resources at once.
import { Targets } from '../../src/domain/targets';
import { fetchInBatches } from '../../src/loaders/batches';
import { ItemLoader } from '../../src/loaders/item-loader';
import { RequestMemory } from '../../src/loaders/request-memory';

const accountId = (index: number) => String(index).padStart(12, '0');
const refsOf = (target: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'MacieMember' as const,
    target,
    accountId: accountId(index),
  }));

test('200 rows of one page are fetched in batches of the size that AWS takes', async () => {
  const sizes: number[] = [];
  const loader = new ItemLoader({
    targets: new Targets([{ name: 'prod', region: 'us-east-1', services: ['macie2'] }]),
    service: 'macie2',
    operation: 'GetFindings',
    memory: new RequestMemory(),
    maxBatchSize: 50,
    fetch: (refs: readonly ReturnType<typeof refsOf>[number][]) => {
      sizes.push(refs.length);
      return Promise.resolve([...refs]);
    },
  });
  const rows = refsOf('prod', 200).map((ref) => loader.present(ref));
  const details = await Promise.all(rows.map((row) => row.detail()));
  expect(sizes).toEqual([50, 50, 50, 50]);
  expect(details.map((detail) => detail.accountId)).toEqual(rows.map((row) => row.accountId));
});

test('a batch holds refs of one target, and keeps the order of all refs', async () => {
  const batches: string[][] = [];
  const refs = [...refsOf('a', 3), ...refsOf('b', 2), ...refsOf('a', 1)];
  const found = await fetchInBatches(refs, 3, (batch) => {
    batches.push(batch.map(({ target }) => target));
    return Promise.resolve(batch.map(({ target, accountId: id }) => `${target} ${id}`));
  });
  expect(batches).toEqual([['a', 'a', 'a'], ['b', 'b'], ['a']]);
  expect(found).toEqual(refs.map(({ target, accountId: id }) => `${target} ${id}`));
});

test('a batch that fails costs its own refs only', async () => {
  const failure = new Error('throttled');
  const found = await fetchInBatches(refsOf('a', 4), 2, (batch) =>
    batch[0]?.accountId === accountId(0) ? Promise.reject(failure) : Promise.resolve(batch.map(() => 'ok')),
  );
  expect(found).toEqual([failure, failure, 'ok', 'ok']);
});
