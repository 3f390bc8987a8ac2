/** The connection to Valkey or Redis: a store that is slow or away costs a request next to nothing. */
import { Redis } from 'ioredis';
import { ConsecutiveBreaker, circuitBreaker, handleAll, type CircuitBreakerPolicy } from 'cockatiel';
import type { Logger } from 'pino';

/** Milliseconds for a command; a store in the same network answers within one or two. */
const COMMAND_TIMEOUT = 50;
/** Milliseconds without commands after one has failed. */
const REST = 1_000;
const MAX_RECONNECT_DELAY = 1_000;

export class ValkeyConnection {
  private readonly redis: Redis;
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleAll, {
    halfOpenAfter: REST,
    breaker: new ConsecutiveBreaker(1),
  });

  /** Connects in the background, again and again. */
  constructor(url: string, logger: Logger) {
    // ioredis knows Redis's schemes only.
    this.redis = new Redis(url.replace(/^valkey/, 'redis'), {
      commandTimeout: COMMAND_TIMEOUT,
      connectTimeout: MAX_RECONNECT_DELAY,
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_DELAY),
    });
    this.redis.on('error', (error: NodeJS.ErrnoException) => {
      logger.debug({ code: error.code }, 'no connection to Valkey');
    });
    this.breaker.onBreak(() => {
      logger.warn('Valkey does not answer: going on without it');
    });
    this.breaker.onReset(() => {
      logger.info('Valkey answers again');
    });
  }

  /** Runs commands. Rejects at once while the store is known to be away. */
  run<Answer>(commands: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    return this.breaker.execute(() => commands(this.redis));
  }

  close(): void {
    this.redis.disconnect();
  }
}
