// What replicas share besides AWS: leases and idempotency keys, by rules written down here anew.
import type { Claim, IdempotencyStore } from '../../../src/changes/idempotency';
import type { Lease, LeaseStore } from '../../../src/changes/lease';
import { LeaseUnavailableError, OverloadedError } from '../../../src/domain/errors';
import type { Process } from './process';
import type { Simulation } from './simulation';

/** When nobody reaches the store. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

class SharedStore {
  /** How often somebody found the store away. */
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
  readonly asked: number;
  readonly until: number;
  /** Set when its holder cannot know that it has it, or cannot give it back. */
  isOrphan: boolean;
}

export class ModelLeases extends SharedStore {
  readonly held = new Map<string, HeldLease>();
  /** Milliseconds that the store keeps a lease, and that its holder believes in. */
  protected readonly life: number = 20_000;
  protected readonly believed: number = 20_000;

  of(process: Process): LeaseStore {
    return { acquire: (key, latest) => this.acquire(process, key, latest) };
  }

  protected remove(key: string, token: string): void {
    if (this.held.get(key)?.token === token) this.held.delete(key);
  }

  private async acquire(process: Process, key: string, latest: number): Promise<Lease> {
    const token = this.newToken();
    for (;;) {
      const asked = this.sim.now;
      const until = process.clock.now() + this.believed;
      if (await process.ask(() => this.take(process, key, token, asked), this.mindful(key, token))) {
        return { until, release: () => this.release(process, key, token) };
      }
      if (process.clock.now() >= latest) throw new OverloadedError('Somebody else has the lease.');
      await process.later(this.sim.random.between(20, 800));
    }
  }

  private take(holder: Process, key: string, token: string, asked: number): boolean {
    const now = this.sim.now;
    if (now < (this.held.get(key)?.until ?? 0)) return false;
    this.held.set(key, { token, holder, asked, until: now + this.life, isOrphan: false });
    return true;
  }

  private async release(process: Process, key: string, token: string): Promise<void> {
    try {
      await process.ask(
        () => {
          this.remove(key, token);
        },
        this.mindful(key, token),
      );
    } catch {
      // Leases end by themselves.
    }
  }

  private mindful(key: string, token: string) {
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
  readonly answer: string;
}

export class ModelKeys extends SharedStore {
  private readonly keys = new Map<string, Key>();

  of(process: Process): IdempotencyStore {
    const ask = <Answer>(serve: () => Answer) => process.ask(serve, this.failure);
    return {
      claim: (key, fingerprint) => ask(() => this.claim(key, fingerprint)),
      markSending: (key, token) =>
        ask(() => {
          this.update(key, token, { state: 'SENDING', aliveUntil: this.sim.now + 90_000 });
        }),
      complete: (key, token, answer) =>
        ask(() => {
          this.update(key, token, { state: 'COMPLETED', answer });
        }),
      release: (key, token) =>
        ask(() => {
          if (this.keys.get(key)?.token === token) this.keys.delete(key);
        }),
    };
  }

  /** Whether everybody else knows that something is being sent for the key. */
  isSending(key: string): boolean {
    return this.keys.get(key)?.state === 'SENDING';
  }

  protected claim(key: string, fingerprint: string): Claim {
    const entry = this.keys.get(key);
    const now = this.sim.now;
    if (entry === undefined || (entry.state === 'CLAIMED' && entry.aliveUntil <= now)) {
      const token = this.newToken();
      const aliveUntil = now + 90_000;
      this.keys.set(key, { fingerprint, token, state: 'CLAIMED', aliveUntil, answer: '' });
      return { state: 'CLAIMED', token };
    }
    if (entry.fingerprint !== fingerprint) return { state: 'INPUT_MISMATCH' };
    if (entry.state === 'COMPLETED') return { state: 'COMPLETED', result: entry.answer };
    return { state: entry.aliveUntil > now ? 'IN_PROGRESS' : 'ORPHANED' };
  }

  private update(key: string, token: string, change: Partial<Key>): void {
    const entry = this.keys.get(key);
    const isGone = entry?.state === 'CLAIMED' && entry.aliveUntil <= this.sim.now;
    if (entry?.token !== token || isGone) throw new LeaseUnavailableError(undefined);
    this.keys.set(key, { ...entry, ...change });
  }
}
