/** The read cache of AWS responses, for requests that accept a maximum age. The gateway drops responses that its changes may affect. */

export interface CachedResponse {
  readonly output: unknown;
  /** The time of the AWS call. */
  readonly asOf: Date;
}

/** The result of a cache lookup before an AWS call. */
export interface CacheLookup {
  readonly found: CachedResponse | undefined;
  /** Stores the response of the AWS call, unless the scope was dropped since the lookup. */
  readonly store: (response: CachedResponse) => void;
}

/** A store of cached responses. It never rejects: a store that fails behaves like an empty one. */
export interface CacheStore {
  /** @param scope a service in an account and region. @param key identifies the operation, its input and the caller. */
  lookUp(scope: string, key: string, ttlSeconds: number): Promise<CacheLookup>;
  /** Drops all responses of the scope. */
  drop(scope: string): Promise<void>;
}

export class ReadCache {
  constructor(
    private readonly store: CacheStore,
    /** The TTL in seconds, by operation; the cache skips all other operations. */
    private readonly ttls: ReadonlyMap<string, number>,
  ) {}

  /** Undefined for an operation without a TTL. */
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
