/** The lease store in Valkey, shared by several gateways. While Valkey is unavailable, the gateway rejects all changes. */
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock';
import type { Lease, LeaseStore } from './lease';
import { LeaseUnavailableError, OverloadedError } from '../domain/errors';
import type { ValkeyConnection } from '../storage/valkey/connection';

/** Milliseconds after which a lease expires, for example when its gateway has stopped. */
const LEASE_TTL_MS = 20_000;

/** The range of the random delay between two attempts to acquire a lease. */
const RETRY_DELAY_MS = { min: 20, max: 80 };

/** Deletes the lease if it still has the token of its holder. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

export class ValkeyLeaseStore implements LeaseStore {
  /** Valkey may have lost leases of other gateways: until they have expired, the store grants no lease. */
  private quarantinedUntil = Infinity;
  private hasLostConnection = false;

  constructor(
    private readonly valkey: ValkeyConnection,
    private readonly clock: Clock,
    private readonly ttlMs = LEASE_TTL_MS,
  ) {
    valkey.watch(
      () => void this.enterQuarantine(),
      () => {
        this.hasLostConnection = true;
        this.quarantinedUntil = Infinity;
      },
    );
  }

  async acquire(key: string, deadline: number, signal: AbortSignal): Promise<Lease> {
    const leaseKey = `secops-graph:lease:${key}`;
    const token = randomUUID();
    for (;;) {
      this.throwInQuarantine();
      const requestedAt = this.clock.now();
      if (await this.tryAcquire(leaseKey, token)) {
        return { until: requestedAt + this.ttlMs, release: () => this.release(leaseKey, token) };
      }
      if (signal.aborted || this.clock.now() >= deadline) {
        throw new OverloadedError(
          'Another gateway was still changing this resource, so that the change was not sent: try again.',
        );
      }
      await this.clock.delay(RETRY_DELAY_MS.min + Math.random() * (RETRY_DELAY_MS.max - RETRY_DELAY_MS.min));
    }
  }

  /** True while the store grants no lease although Valkey is connected, because it may have lost leases that are still valid. */
  isWaitingForExpiry(): boolean {
    const remainingMs = this.remainingQuarantineMs();
    return remainingMs > 0 && Number.isFinite(remainingMs);
  }

  private remainingQuarantineMs(): number {
    return this.quarantinedUntil - this.clock.now();
  }

  private throwInQuarantine(): void {
    const remainingMs = this.remainingQuarantineMs();
    if (remainingMs <= 0) return;
    throw new LeaseUnavailableError(Number.isFinite(remainingMs) ? Math.ceil(remainingMs / 1000) : undefined);
  }

  private async tryAcquire(leaseKey: string, token: string): Promise<boolean> {
    try {
      const reply = await this.valkey.require((redis) => redis.set(leaseKey, token, 'PX', this.ttlMs, 'NX'));
      return reply === 'OK';
    } catch {
      // Valkey may have granted the lease although its reply did not arrive.
      void this.release(leaseKey, token);
      throw new LeaseUnavailableError(undefined);
    }
  }

  private async release(leaseKey: string, token: string): Promise<void> {
    try {
      await this.valkey.require((redis) => redis.eval(RELEASE, 1, leaseKey, token));
    } catch {
      // The lease expires.
    }
  }

  /** Starts the quarantine after a connect: a restarted or replaced Valkey may have lost leases that are still valid. */
  private async enterQuarantine(): Promise<void> {
    const connectedAt = this.clock.now();
    try {
      const info = await this.valkey.require((redis) => redis.info('server'));
      const uptimeMs = Number(/uptime_in_seconds:(\d+)/.exec(info)?.[1] ?? 0) * 1000;
      const remainingLeaseMs = Math.max(0, this.ttlMs - uptimeMs);
      this.quarantinedUntil = connectedAt + (this.hasLostConnection ? this.ttlMs : remainingLeaseMs);
    } catch {
      this.quarantinedUntil = connectedAt + this.ttlMs;
    }
  }
}
