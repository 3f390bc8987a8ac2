/** The connection to Valkey or Redis, with bounded waits: a slow or unavailable store delays an optional command by at most 50 ms. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, type CircuitBreakerPolicy } from 'cockatiel';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** A store in the same network responds within 1 or 2 ms. */
const OPTIONAL_COMMAND_TIMEOUT_MS = 50;
/** The limit for a command that a change depends on. */
const REQUIRED_COMMAND_TIMEOUT_MS = 1_000;
/** The pause in optional commands after one of them fails. */
const RECONNECT_COOLDOWN_MS = 1_000;
const MAX_RECONNECT_DELAY_MS = 1_000;

export class ValkeyConnection {
  private readonly redis: Redis;
  private readonly requiredRedis: Redis;
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleAll, {
    halfOpenAfter: RECONNECT_COOLDOWN_MS,
    breaker: new ConsecutiveBreaker(1),
  });

  /** Connects in the background and reconnects until `close`. */
  constructor(url: string, logger: Logger) {
    this.redis = connect(url, OPTIONAL_COMMAND_TIMEOUT_MS, logger);
    this.requiredRedis = connect(url, REQUIRED_COMMAND_TIMEOUT_MS, logger);
    this.breaker.onBreak(() => {
      logger.warn(
        'Valkey is unavailable; the gateway continues without the shared read cache and rate limits',
      );
    });
    this.breaker.onReset(() => {
      logger.info('Valkey is available again');
    });
  }

  /** Runs commands whose failure the caller tolerates. Rejects at once while the circuit breaker is open. */
  run<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    return this.breaker.execute(() => commands(this.redis));
  }

  /** Runs commands that a change depends on. They wait longer and bypass the circuit breaker. */
  require<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    return commands(this.requiredRedis);
  }

  /** Calls back whenever the connection of `require` is established, and whenever it is lost. */
  watch(onReady: () => void, onClose: () => void): void {
    this.requiredRedis.on('ready', onReady);
    this.requiredRedis.on('close', onClose);
  }

  close(): void {
    this.redis.disconnect();
    this.requiredRedis.disconnect();
  }
}

function connect(url: string, commandTimeout: number, logger: Logger): Redis {
  // ioredis accepts only the schemes redis and rediss.
  const redis = new Redis(url.replace(/^valkey/, 'redis'), {
    commandTimeout,
    connectTimeout: MAX_RECONNECT_DELAY_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_DELAY_MS),
  });
  redis.on('error', (error: NodeJS.ErrnoException) => {
    logger.debug({ code: error.code }, 'A connection to Valkey failed');
  });
  return redis;
}
