/** Counts points of cost in Valkey, for all gateways that share it. */
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { PERIOD, waitOf, type PointStore } from './rate-limit';
import type { ValkeyConnection } from '../../storage/valkey/connection';

export class ValkeyPointStore implements PointStore {
  private limiter: RateLimiterRedis | undefined;

  constructor(
    private readonly valkey: ValkeyConnection,
    private readonly pointsPerMinute: number,
  ) {}

  take(key: string, points: number): Promise<number | undefined> {
    return this.valkey.run((redis) => {
      this.limiter ??= new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: 'secops-graph:points',
        points: this.pointsPerMinute,
        duration: PERIOD,
        // Whoever has used up their points does not cost the store anything either.
        inMemoryBlockOnConsumed: this.pointsPerMinute + 1,
      });
      return waitOf(this.limiter.consume(key, points));
    });
  }
}
