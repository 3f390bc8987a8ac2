// The stores that replicas share: leases and idempotency keys, implemented independently of the gateway.
import type { Claim, IdempotencyStore } from '../../../src/changes/idempotency';
import type { Lease, LeaseStore } from '../../../src/changes/lease';
import { LeaseUnavailableError, OverloadedError } from '../../../src/domain/errors';
import type { Process } from './process';
import type { Simulation } from './simulation';

/** The time during which no replica reaches the store. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

class SharedStore {
  /** The number of calls that failed because the store was unavailable. */
  failures = 0;
  private tokens = 0;

  constructor(
    protected readonly sim: Simulation,
    private readonly outage: Outage,
  ) {}

  protected failure = (): Error | undefined => {
    if (this.sim.now < this.outage.from || this.sim.now >= this.outage.until) return undefined;
    this.failures += 1;
    return new LeaseUnavailableError(undefined);
  };

  protected newToken(): string {
    this.tokens += 1;
    return `token ${this.tokens}`;
  }
}

export interface HeldLease {
  readonly token: string;
  readonly holder: Process;
  readonly requestedAt: number;
  readonly until: number;
  /** True if the holder cannot know that it holds the lease, or cannot release it. */
  isOrphan: boolean;
}

export class ModelLeases extends SharedStore {
  readonly held = new Map<string, HeldLease>();
  /** Milliseconds for which the store keeps a lease. */
  protected readonly storeTtl: number = 20_000;
  /** Milliseconds for which the holder relies on a lease. */
  protected readonly holderTtl: number = 20_000;

  of(process: Process): LeaseStore {
    return { acquire: (key, latest) => this.acquire(process, key, latest) };
  }

  protected remove(key: string, token: string): void {
    if (this.held.get(key)?.token === token) this.held.delete(key);
  }

  private async acquire(process: Process, key: string, latest: number): Promise<Lease> {
    const token = this.newToken();
    for (;;) {
      const requestedAt = this.sim.now;
      const until = process.clock.now() + this.holderTtl;
      if (
        await process.call(() => this.take(process, key, token, requestedAt), this.markingOrphans(key, token))
      ) {
        return { until, release: () => this.release(process, key, token) };
      }
      if (process.clock.now() >= latest) throw new OverloadedError('Another process holds the lease.');
      await process.wait(this.sim.random.between(20, 800));
    }
  }

  private take(holder: Process, key: string, token: string, requestedAt: number): boolean {
    const now = this.sim.now;
    if (now < (this.held.get(key)?.until ?? 0)) return false;
    this.held.set(key, { token, holder, requestedAt, until: now + this.storeTtl, isOrphan: false });
    return true;
  }

  private async release(process: Process, key: string, token: string): Promise<void> {
    try {
      await process.call(
        () => {
          this.remove(key, token);
        },
        this.markingOrphans(key, token),
      );
    } catch {
      // An unreleased lease expires.
    }
  }

  /** A failure of a lease call, which also marks the lease as orphaned. */
  private markingOrphans(key: string, token: string) {
    return () => {
      const failure = this.failure();
      const lease = this.held.get(key);
      if (failure !== undefined && lease?.token === token) lease.isOrphan = true;
      return failure;
    };
  }
}

interface Key {
  readonly fingerprint: string;
  readonly token: string;
  readonly state: 'CLAIMED' | 'SENDING' | 'COMPLETED';
  readonly aliveUntil: number;
  readonly response: string;
}

export class ModelKeys extends SharedStore {
  private readonly keys = new Map<string, Key>();

  of(process: Process): IdempotencyStore {
    const call = <Result>(serve: () => Result) => process.call(serve, this.failure);
    return {
      claim: (key, fingerprint) => call(() => this.claim(key, fingerprint)),
      markSending: (key, token) =>
        call(() => {
          this.update(key, token, { state: 'SENDING', aliveUntil: this.sim.now + 90_000 });
        }),
      complete: (key, token, response) =>
        call(() => {
          this.update(key, token, { state: 'COMPLETED', response });
        }),
      release: (key, token) =>
        call(() => {
          if (this.keys.get(key)?.token === token) this.keys.delete(key);
        }),
      bind: (key, fingerprint) => call(() => this.bind(key, fingerprint)),
    };
  }

  /** True if the store has marked the key as sending. */
  isSending(key: string): boolean {
    return this.keys.get(key)?.state === 'SENDING';
  }

  protected claim(key: string, fingerprint: string): Claim {
    const entry = this.keys.get(key);
    const now = this.sim.now;
    if (entry === undefined || (entry.state === 'CLAIMED' && entry.aliveUntil <= now)) {
      const token = this.newToken();
      const aliveUntil = now + 90_000;
      this.keys.set(key, { fingerprint, token, state: 'CLAIMED', aliveUntil, response: '' });
      return { state: 'CLAIMED', token };
    }
    if (entry.fingerprint !== fingerprint) return { state: 'INPUT_MISMATCH' };
    if (entry.state === 'COMPLETED') return { state: 'COMPLETED', result: entry.response };
    return { state: entry.aliveUntil > now ? 'IN_PROGRESS' : 'ORPHANED' };
  }

  private bind(key: string, fingerprint: string): boolean {
    const claim = this.claim(key, fingerprint);
    if (claim.state === 'CLAIMED') this.update(key, claim.token, { state: 'COMPLETED' });
    return claim.state !== 'INPUT_MISMATCH';
  }

  private update(key: string, token: string, change: Partial<Key>): void {
    const entry = this.keys.get(key);
    const isGone = entry?.state === 'CLAIMED' && entry.aliveUntil <= this.sim.now;
    if (entry?.token !== token || isGone) throw new LeaseUnavailableError(undefined);
    this.keys.set(key, { ...entry, ...change });
  }
}
