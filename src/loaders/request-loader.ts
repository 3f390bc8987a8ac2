/** The loader of values without a global id, each at most once per request. */
import DataLoader from 'dataloader';
import { canonicalJson } from '../domain/canonical-json';
import type { RequestMemory } from './request-memory';
import { ONE_BY_ONE, settled } from './settled';

export function createRequestLoader<Key, Value>(
  memory: RequestMemory,
  fetch: (key: Key) => Promise<Value>,
): DataLoader<Key, Value, string> {
  return memory.keep(
    new DataLoader<Key, Value, string>((keys) => settled(keys, fetch), {
      cacheKeyFn: canonicalJson,
      ...ONE_BY_ONE,
    }),
  );
}
