/** Idempotency keys: the same request, sent again, gets the answer of the first. */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { LeaseUnavailableError } from '../domain/errors';
import type { Clock } from './clock';

/** What a key stands for when somebody comes with it. */
export type Claim =
  /** Nobody came with it before, or nothing came of it. The token proves that it is ours. */
  | { readonly state: 'OURS'; readonly token: string }
  /** Somebody is at it. */
  | { readonly state: 'UNDER_WAY' }
  /** Something was sent, and whoever sent it has not been heard of since. */
  | { readonly state: 'LEFT_SENT' }
  | { readonly state: 'SETTLED'; readonly answer: string }
  /** It was given with another input. */
  | { readonly state: 'OTHER_INPUT' };

export interface IdempotencyStore {
  claim(key: string, fingerprint: string): Promise<Claim>;
  /** To be awaited before anything is sent: from here on nobody else may send for this key. */
  sending(key: string, token: string): Promise<void>;
  settle(key: string, token: string, answer: string): Promise<void>;
  /** Gives the key back: nothing was sent for it. */
  abandon(key: string, token: string): Promise<void>;
}

/** Milliseconds that an answer is kept. */
export const ANSWER_LIFE = 24 * 3_600_000;
/** Milliseconds after which whoever is at a key counts as gone: longer than any mutation may take. */
export const CLAIM_LIFE = 90_000;

interface Entry {
  readonly fingerprint: string;
  readonly token: string;
  readonly state: 'CLAIMED' | 'SENDING' | 'SETTLED';
  readonly aliveUntil: number;
  readonly answer?: string;
}

const MAX_KEYS = 20_000;

/** For a gateway that is the only one. */
export class MemoryIdempotencyStore implements IdempotencyStore {
  private readonly entries = new LRUCache<string, Entry>({ max: MAX_KEYS, ttl: ANSWER_LIFE });

  constructor(private readonly clock: Clock) {}

  claim(key: string, fingerprint: string): Promise<Claim> {
    const entry = this.entries.get(key);
    const now = this.clock.now();
    if (entry === undefined || (entry.state === 'CLAIMED' && entry.aliveUntil <= now)) {
      const token = randomUUID();
      this.entries.set(key, { fingerprint, token, state: 'CLAIMED', aliveUntil: now + CLAIM_LIFE });
      return Promise.resolve({ state: 'OURS', token });
    }
    if (entry.fingerprint !== fingerprint) return Promise.resolve({ state: 'OTHER_INPUT' });
    if (entry.answer !== undefined) return Promise.resolve({ state: 'SETTLED', answer: entry.answer });
    return Promise.resolve({ state: entry.aliveUntil > now ? 'UNDER_WAY' : 'LEFT_SENT' });
  }

  sending(key: string, token: string): Promise<void> {
    return this.update(key, token, { state: 'SENDING', aliveUntil: this.clock.now() + CLAIM_LIFE });
  }

  settle(key: string, token: string, answer: string): Promise<void> {
    return this.update(key, token, { state: 'SETTLED', answer });
  }

  abandon(key: string, token: string): Promise<void> {
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
