/** Keeps AWS's answers in this process. */
import { LRUCache } from 'lru-cache';
import type { CachedAnswer, CacheLook, CacheStore } from './read-cache';

const MAX_ANSWERS = 5_000;

export class MemoryCacheStore implements CacheStore {
  private readonly answers = new LRUCache<string, CachedAnswer>({ max: MAX_ANSWERS });
  /** Counts what was dropped, by scope: answers of an earlier count are not found any more. */
  private readonly epochs = new Map<string, number>();

  look(scope: string, key: string, ttlSeconds: number): Promise<CacheLook> {
    const place = this.placeOf(scope, key);
    return Promise.resolve({
      found: this.answers.get(place),
      keep: (answer) => {
        this.answers.set(place, answer, { ttl: ttlSeconds * 1000 });
      },
    });
  }

  drop(scope: string): Promise<void> {
    this.epochs.set(scope, this.epochOf(scope) + 1);
    return Promise.resolve();
  }

  private placeOf(scope: string, key: string): string {
    return `${scope} ${this.epochOf(scope)} ${key}`;
  }

  private epochOf(scope: string): number {
    return this.epochs.get(scope) ?? 0;
  }
}
