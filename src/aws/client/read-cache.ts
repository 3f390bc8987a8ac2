/** Keeps AWS's answers for a while, for those who may do with an older one. What the gateway changes, it drops. */

/** An answer and when AWS was asked for it. */
export interface CachedAnswer {
  readonly output: unknown;
  readonly asOf: Date;
}

/** The result of looking into the cache before AWS is asked. */
export interface CacheLook {
  readonly found: CachedAnswer | undefined;
  /** Keeps the answer that AWS then gave, unless something was dropped in the meantime. */
  readonly keep: (answer: CachedAnswer) => void;
}

/** Where answers are kept. It never fails: an answer that cannot be had is one that was not kept. */
export interface CacheStore {
  /** `scope` is a service in a target, `key` all else that the answer depends on. */
  look(scope: string, key: string, ttlSeconds: number): Promise<CacheLook>;
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
  async look(
    scope: string,
    operation: string,
    key: string,
    maxAgeSeconds: number,
  ): Promise<CacheLook | undefined> {
    const ttl = this.ttls.get(operation);
    if (ttl === undefined) return undefined;
    const { found, keep } = await this.store.look(scope, key, ttl);
    return { found: found !== undefined && ageOf(found) <= maxAgeSeconds ? found : undefined, keep };
  }

  drop(scope: string): Promise<void> {
    return this.store.drop(scope);
  }
}

function ageOf({ asOf }: CachedAnswer): number {
  return (Date.now() - asOf.getTime()) / 1000;
}
