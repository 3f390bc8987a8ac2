/** Leases in Valkey: one gateway at a time changes a resource. Without the store nothing is changed at all. */
import { randomUUID } from 'node:crypto';
import type { Clock } from './clock';
import type { Lease, LeaseStore } from './lease';
import { LeaseUnavailableError, OverloadedError } from '../domain/errors';
import type { ValkeyConnection } from '../storage/valkey/connection';

/** Milliseconds. A gateway that dies holds its resource for so long. */
export const LEASE_LIFE = 20_000;

/** Milliseconds between two tries for a lease that another gateway has. */
const PAUSE = { least: 20, most: 80 };

/** Deletes the lease only if it is still ours. */
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

export class ValkeyLeaseStore implements LeaseStore {
  /** Leases of others may have been lost with the store's memory: none is given out until they have ended. */
  private quarantinedUntil = Infinity;
  private wasLost = false;

  constructor(
    private readonly valkey: ValkeyConnection,
    private readonly clock: Clock,
    private readonly life = LEASE_LIFE,
  ) {
    valkey.watch(
      () => void this.enterQuarantine(),
      () => {
        this.wasLost = true;
        this.quarantinedUntil = Infinity;
      },
    );
  }

  async acquire(key: string, latest: number, signal: AbortSignal): Promise<Lease> {
    const place = `secops-graph:lease:${key}`;
    const token = randomUUID();
    for (;;) {
      this.refuseInQuarantine();
      const asked = this.clock.now();
      if (await this.take(place, token)) {
        return { until: asked + this.life, release: () => this.release(place, token) };
      }
      if (signal.aborted || this.clock.now() >= latest) {
        throw new OverloadedError(
          'Another gateway has been changing this resource for too long; nothing was sent.',
        );
      }
      await this.clock.delay(PAUSE.least + Math.random() * (PAUSE.most - PAUSE.least));
    }
  }

  private refuseInQuarantine(): void {
    const left = this.quarantinedUntil - this.clock.now();
    if (left <= 0) return;
    throw new LeaseUnavailableError(Number.isFinite(left) ? Math.ceil(left / 1000) : undefined);
  }

  private async take(place: string, token: string): Promise<boolean> {
    try {
      const answer = await this.valkey.require((redis) => redis.set(place, token, 'PX', this.life, 'NX'));
      return answer === 'OK';
    } catch {
      // It may have been taken all the same.
      void this.release(place, token);
      throw new LeaseUnavailableError(undefined);
    }
  }

  private async release(place: string, token: string): Promise<void> {
    try {
      await this.valkey.require((redis) => redis.eval(RELEASE, 1, place, token));
    } catch {
      // Then it ends by itself.
    }
  }

  /** A store that this gateway has lost, or that has just begun, may have forgotten leases that still hold. */
  private async enterQuarantine(): Promise<void> {
    const since = this.clock.now();
    try {
      const info = await this.valkey.require((redis) => redis.info('server'));
      const uptime = Number(/uptime_in_seconds:(\d+)/.exec(info)?.[1] ?? 0) * 1000;
      const young = Math.max(0, this.life - uptime);
      this.quarantinedUntil = since + (this.wasLost ? this.life : young);
    } catch {
      this.quarantinedUntil = since + this.life;
    }
  }
}
