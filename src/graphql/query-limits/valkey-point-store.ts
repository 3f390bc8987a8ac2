/** The point store in Valkey, shared by several gateways. */
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { PERIOD_SECONDS, secondsToWait, type PointStore } from './rate-limit';
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
        duration: PERIOD_SECONDS,
        // Blocks a key without points in memory, so that its requests do not reach the store.
        inMemoryBlockOnConsumed: this.pointsPerMinute + 1,
      });
      return secondsToWait(this.limiter.consume(key, points));
    });
  }
}
