/** Idempotency keys: a repeated request returns the result of the first and changes nothing again. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { LeaseUnavailableError } from '../domain/errors';
import type { Clock } from './clock';

/** The state of a key when a request claims it. */
export type Claim =
  /** This request has claimed the key, which was unused or released. The token proves the claim. */
  | { readonly state: 'CLAIMED'; readonly token: string }
  /** Another request has claimed the key and has not completed. */
  | { readonly state: 'IN_PROGRESS' }
  /** A request sent its change, but did not complete before its claim expired. */
  | { readonly state: 'ORPHANED' }
  | { readonly state: 'COMPLETED'; readonly result: string }
  /** The key was used with a different input. */
  | { readonly state: 'INPUT_MISMATCH' };

export interface IdempotencyStore {
  /** @param fingerprint the hash of the mutation and its input. */
  claim(key: string, fingerprint: string): Promise<Claim>;
  /** Must be awaited before the change is sent: afterwards no other request may send for this key. */
  markSending(key: string, token: string): Promise<void>;
  complete(key: string, token: string, result: string): Promise<void>;
  /** Releases the key, so that another request can claim it. */
  release(key: string, token: string): Promise<void>;
  /**
   * Binds the key to the input of a request with several changes, whose results are stored under keys of their own.
   * False when the key was used with a different input.
   */
  bind(key: string, fingerprint: string): Promise<boolean>;
}

/** Milliseconds that a store keeps a result. */
export const RESULT_TTL_MS = 24 * 3_600_000;
/** Milliseconds that a store keeps a bound key: longer than the results of the changes, of which the last is stored within 2 hours. */
export const BINDING_TTL_MS = RESULT_TTL_MS + 2 * 3_600_000;
/** Milliseconds after which a claim expires; longer than the maximum duration of a mutation. */
export const CLAIM_TTL_MS = 90_000;

interface Entry {
  readonly fingerprint: string;
  readonly token: string;
  readonly state: 'CLAIMED' | 'SENDING' | 'COMPLETED';
  readonly expiresAt: number;
  readonly result?: string;
}

const MAX_KEYS = 20_000;

/** The store of a single gateway, in the memory of the process. */
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

  bind(key: string, fingerprint: string): Promise<boolean> {
    const entry = this.entries.get(key);
    const isExpired = entry?.state === 'CLAIMED' && entry.expiresAt <= this.clock.now();
    if (entry !== undefined && !isExpired && entry.fingerprint !== fingerprint) return Promise.resolve(false);
    const bound: Entry = { fingerprint, token: '', state: 'COMPLETED', expiresAt: Infinity, result: '' };
    this.entries.set(key, bound, { ttl: BINDING_TTL_MS });
    return Promise.resolve(true);
  }

  private update(key: string, token: string, change: Partial<Entry>): Promise<void> {
    const entry = this.entries.get(key);
    if (entry?.token !== token) return Promise.reject(new LeaseUnavailableError(undefined));
    this.entries.set(key, { ...entry, ...change });
    return Promise.resolve();
  }
}
