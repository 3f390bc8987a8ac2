/** The cache store in Valkey, shared by several gateways. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { CachedResponse, CacheLookup, CacheStore } from './read-cache';
import type { ValkeyConnection } from '../../storage/valkey/connection';

/** A response with the epoch of its lookup: the number of drops of the scope at that time. */
interface StoredResponse extends CachedResponse {
  readonly epoch: string;
}

const MISS: CacheLookup = { found: undefined, store: () => undefined };

export class ValkeyCacheStore implements CacheStore {
  /** Scopes with a drop that Valkey has not confirmed; the store does not use their responses. */
  private readonly pendingDrops = new Set<string>();

  constructor(private readonly valkey: ValkeyConnection) {}

  async lookUp(scope: string, key: string, ttlSeconds: number): Promise<CacheLookup> {
    try {
      if (this.pendingDrops.has(scope)) await this.incrementEpoch(scope);
      const responseKey = responseKeyOf(scope, key);
      const [count, bytes] = await this.valkey.run((redis) =>
        redis.mgetBuffer(epochKeyOf(scope), responseKey),
      );
      const epoch = count?.toString() ?? '';
      const stored = bytes == null ? undefined : (deserialize(bytes) as StoredResponse);
      return {
        found: stored?.epoch === epoch ? stored : undefined,
        store: ({ output, asOf }) => {
          void this.store(responseKey, { output, asOf, epoch }, ttlSeconds);
        },
      };
    } catch {
      return MISS;
    }
  }

  async drop(scope: string): Promise<void> {
    this.pendingDrops.add(scope);
    try {
      await this.incrementEpoch(scope);
    } catch {
      // The next lookup in the scope repeats the drop.
    }
  }

  private async incrementEpoch(scope: string): Promise<void> {
    await this.valkey.run((redis) => redis.incr(epochKeyOf(scope)));
    this.pendingDrops.delete(scope);
  }

  private async store(responseKey: string, response: StoredResponse, ttlSeconds: number): Promise<void> {
    try {
      await this.valkey.run((redis) => redis.set(responseKey, serialize(response), 'EX', ttlSeconds));
    } catch {
      // The cache is optional.
    }
  }
}

/** The braces are a hash tag, which keeps all keys of a scope on one node of a cluster. */
function epochKeyOf(scope: string): string {
  return `secops-graph:{${scope}}:epoch`;
}

function responseKeyOf(scope: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('base64url');
  return `secops-graph:{${scope}}:read:${digest}`;
}
