/** The cache store in the memory of the process. */
import { LRUCache } from 'lru-cache';
import type { CachedResponse, CacheLookup, CacheStore } from './read-cache';

const MAX_RESPONSES = 5_000;

export class MemoryCacheStore implements CacheStore {
  private readonly responses = new LRUCache<string, CachedResponse>({ max: MAX_RESPONSES });
  /** The number of drops by scope. It is part of the cache keys, so that lookups miss responses from before a drop. */
  private readonly epochs = new Map<string, number>();

  lookUp(scope: string, key: string, ttlSeconds: number): Promise<CacheLookup> {
    const cacheKey = this.keyOf(scope, key);
    return Promise.resolve({
      found: this.responses.get(cacheKey),
      store: (response) => {
        this.responses.set(cacheKey, response, { ttl: ttlSeconds * 1000 });
      },
    });
  }

  drop(scope: string): Promise<void> {
    this.epochs.set(scope, this.epochOf(scope) + 1);
    return Promise.resolve();
  }

  private keyOf(scope: string, key: string): string {
    return `${scope} ${this.epochOf(scope)} ${key}`;
  }

  private epochOf(scope: string): number {
    return this.epochs.get(scope) ?? 0;
  }
}
