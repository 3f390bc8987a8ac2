/** Idempotency keys: the same request, sent again, gets the answer of the first. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { LeaseUnavailableError } from '../domain/errors';
import type { Clock } from './clock';

/** What a key stands for when somebody comes with it. */
export type Claim =
  /** Nobody came with it before, or nothing came of it. The token proves that it is ours. */
  | { readonly state: 'CLAIMED'; readonly token: string }
  /** Somebody is at it. */
  | { readonly state: 'IN_PROGRESS' }
  /** Something was sent, and whoever sent it has not been heard of since. */
  | { readonly state: 'ORPHANED' }
  | { readonly state: 'COMPLETED'; readonly result: string }
  /** It was given with another input. */
  | { readonly state: 'INPUT_MISMATCH' };

export interface IdempotencyStore {
  claim(key: string, fingerprint: string): Promise<Claim>;
  /** To be awaited before anything is sent: from here on nobody else may send for this key. */
  markSending(key: string, token: string): Promise<void>;
  complete(key: string, token: string, result: string): Promise<void>;
  /** Gives the key back: nothing was sent for it. */
  release(key: string, token: string): Promise<void>;
}

/** Milliseconds that an answer is kept. */
export const RESULT_TTL_MS = 24 * 3_600_000;
/** Milliseconds after which whoever is at a key counts as gone: longer than any mutation may take. */
export const CLAIM_TTL_MS = 90_000;

interface Entry {
  readonly fingerprint: string;
  readonly token: string;
  readonly state: 'CLAIMED' | 'SENDING' | 'COMPLETED';
  readonly expiresAt: number;
  readonly result?: string;
}

const MAX_KEYS = 20_000;

/** For a gateway that is the only one. */
export class MemoryIdempotencyStore implements IdempotencyStore {
  private readonly entries = new LRUCache<string, Entry>({ max: MAX_KEYS, ttl: RESULT_TTL_MS });

  constructor(private readonly clock: Clock) {}

  claim(key: string, fingerprint: string): Promise<Claim> {
    const entry = this.entries.get(key);
    const now = this.clock.now();
    if (entry === undefined || (entry.state === 'CLAIMED' && entry.expiresAt <= now)) {
      const token = randomUUID();
      this.entries.set(key, { fingerprint, token, state: 'CLAIMED', expiresAt: now + CLAIM_TTL_MS });
      return Promise.resolve({ state: 'CLAIMED', token });
    }
    if (entry.fingerprint !== fingerprint) return Promise.resolve({ state: 'INPUT_MISMATCH' });
    if (entry.result !== undefined) return Promise.resolve({ state: 'COMPLETED', result: entry.result });
    return Promise.resolve({ state: entry.expiresAt > now ? 'IN_PROGRESS' : 'ORPHANED' });
  }

  markSending(key: string, token: string): Promise<void> {
    return this.update(key, token, { state: 'SENDING', expiresAt: this.clock.now() + CLAIM_TTL_MS });
  }

  complete(key: string, token: string, result: string): Promise<void> {
    return this.update(key, token, { state: 'COMPLETED', result });
  }

  release(key: string, token: string): Promise<void> {
    if (this.entries.get(key)?.token === token) this.entries.delete(key);
    return Promise.resolve();
  }

  private update(key: string, token: string, change: Partial<Entry>): Promise<void> {
    const entry = this.entries.get(key);
    if (entry?.token !== token) return Promise.reject(new LeaseUnavailableError(undefined));
    this.entries.set(key, { ...entry, ...change });
    return Promise.resolve();
  }
}
