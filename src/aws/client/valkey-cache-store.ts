/** Keeps AWS's answers in Valkey, for all gateways that share it. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { CachedAnswer, CacheLook, CacheStore } from './read-cache';
import type { ValkeyConnection } from '../../storage/valkey/connection';

/** An answer with the count of drops that it was read under. */
interface Kept extends CachedAnswer {
  readonly epoch: string;
}

const NOTHING: CacheLook = { found: undefined, keep: () => undefined };

export class ValkeyCacheStore implements CacheStore {
  /** Scopes whose drop Valkey has not taken yet: what it keeps of them is not believed. */
  private readonly undropped = new Set<string>();

  constructor(private readonly valkey: ValkeyConnection) {}

  async look(scope: string, key: string, ttlSeconds: number): Promise<CacheLook> {
    try {
      if (this.undropped.has(scope)) await this.count(scope);
      const place = placeOf(scope, key);
      const [count, bytes] = await this.valkey.run((redis) => redis.mgetBuffer(epochOf(scope), place));
      const epoch = count?.toString() ?? '';
      const kept = bytes == null ? undefined : (deserialize(bytes) as Kept);
      return {
        found: kept?.epoch === epoch ? kept : undefined,
        keep: ({ output, asOf }) => {
          void this.keep(place, { output, asOf, epoch }, ttlSeconds);
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

  private async keep(place: string, answer: Kept, ttlSeconds: number): Promise<void> {
    try {
      await this.valkey.run((redis) => redis.set(place, serialize(answer), 'EX', ttlSeconds));
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
