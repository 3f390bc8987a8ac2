/** Keeps AWS's answers for a while, for those who may do with an older one. What the gateway changes, it drops. */

/** An answer and when AWS was asked for it. */
export interface CachedResponse {
  readonly output: unknown;
  readonly asOf: Date;
}

/** The result of looking into the cache before AWS is asked. */
export interface CacheLookup {
  readonly found: CachedResponse | undefined;
  /** Keeps the answer that AWS then gave, unless something was dropped in the meantime. */
  readonly store: (response: CachedResponse) => void;
}

/** Where answers are kept. It never fails: an answer that cannot be had is one that was not kept. */
export interface CacheStore {
  /** `scope` is a service in a target, `key` all else that the answer depends on. */
  lookUp(scope: string, key: string, ttlSeconds: number): Promise<CacheLookup>;
  /** Drops every answer of the scope. */
  drop(scope: string): Promise<void>;
}

/** How long answers are kept, and where. */
export class ReadCache {
  constructor(
    private readonly store: CacheStore,
    /** Seconds by operation; the others are not kept. */
    private readonly ttls: ReadonlyMap<string, number>,
  ) {}

  /** Undefined for an operation whose answers are not kept. */
  async lookUp(
    scope: string,
    operation: string,
    key: string,
    maxAgeSeconds: number,
  ): Promise<CacheLookup | undefined> {
    const ttl = this.ttls.get(operation);
    if (ttl === undefined) return undefined;
    const { found, store } = await this.store.lookUp(scope, key, ttl);
    return { found: found !== undefined && ageOf(found) <= maxAgeSeconds ? found : undefined, store };
  }

  drop(scope: string): Promise<void> {
    return this.store.drop(scope);
  }
}

function ageOf({ asOf }: CachedResponse): number {
  return (Date.now() - asOf.getTime()) / 1000;
}
