/** Keeps AWS's answers in Valkey, for all gateways that share it. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { CachedResponse, CacheLookup, CacheStore } from './read-cache';
import type { ValkeyConnection } from '../../storage/valkey/connection';

/** An answer with the count of drops that it was read under. */
interface StoredResponse extends CachedResponse {
  readonly epoch: string;
}

const NOTHING: CacheLookup = { found: undefined, store: () => undefined };

export class ValkeyCacheStore implements CacheStore {
  /** Scopes whose drop Valkey has not taken yet: what it keeps of them is not believed. */
  private readonly undropped = new Set<string>();

  constructor(private readonly valkey: ValkeyConnection) {}

  async lookUp(scope: string, key: string, ttlSeconds: number): Promise<CacheLookup> {
    try {
      if (this.undropped.has(scope)) await this.count(scope);
      const place = placeOf(scope, key);
      const [count, bytes] = await this.valkey.run((redis) => redis.mgetBuffer(epochOf(scope), place));
      const epoch = count?.toString() ?? '';
      const stored = bytes == null ? undefined : (deserialize(bytes) as StoredResponse);
      return {
        found: stored?.epoch === epoch ? stored : undefined,
        store: ({ output, asOf }) => {
          void this.store(place, { output, asOf, epoch }, ttlSeconds);
        },
      };
    } catch {
      return NOTHING;
    }
  }

  async drop(scope: string): Promise<void> {
    this.undropped.add(scope);
    try {
      await this.count(scope);
    } catch {
      // It stays undropped until Valkey is back.
    }
  }

  private async count(scope: string): Promise<void> {
    await this.valkey.run((redis) => redis.incr(epochOf(scope)));
    this.undropped.delete(scope);
  }

  private async store(place: string, response: StoredResponse, ttlSeconds: number): Promise<void> {
    try {
      await this.valkey.run((redis) => redis.set(place, serialize(response), 'EX', ttlSeconds));
    } catch {
      // Then it is not kept.
    }
  }
}

/** The braces keep all keys of a scope on one node of a cluster. */
function epochOf(scope: string): string {
  return `secops-graph:{${scope}}:epoch`;
}

function placeOf(scope: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('base64url');
  return `secops-graph:{${scope}}:read:${digest}`;
}
