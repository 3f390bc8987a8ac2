/** The connection to Valkey or Redis: a store that is slow or away costs a request next to nothing. */
import { ConsecutiveBreaker, circuitBreaker, handleAll, type CircuitBreakerPolicy } from 'cockatiel';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** Milliseconds for a command; a store in the same network answers within one or two. */
const COMMAND_TIMEOUT = 50;
/** Milliseconds for a command that a change depends on. */
const PATIENT_TIMEOUT = 1_000;
/** Milliseconds without commands after one has failed. */
const RECONNECT_COOLDOWN_MS = 1_000;
const MAX_RECONNECT_DELAY = 1_000;

export class ValkeyConnection {
  private readonly redis: Redis;
  private readonly patient: Redis;
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleAll, {
    halfOpenAfter: RECONNECT_COOLDOWN_MS,
    breaker: new ConsecutiveBreaker(1),
  });

  /** Connects in the background, again and again. */
  constructor(url: string, logger: Logger) {
    this.redis = connect(url, COMMAND_TIMEOUT, logger);
    this.patient = connect(url, PATIENT_TIMEOUT, logger);
    this.breaker.onBreak(() => {
      logger.warn('Valkey does not answer: going on without what it keeps');
    });
    this.breaker.onReset(() => {
      logger.info('Valkey answers again');
    });
  }

  /** Runs commands that can be done without. Rejects at once while the store is known to be away. */
  run<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    return this.breaker.execute(() => commands(this.redis));
  }

  /** Runs commands that a change depends on. */
  require<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    return commands(this.patient);
  }

  /** Calls back for every connection that is made for `require`, and for every one that is lost. */
  watch(made: () => void, lost: () => void): void {
    this.patient.on('ready', made);
    this.patient.on('close', lost);
  }

  close(): void {
    this.redis.disconnect();
    this.patient.disconnect();
  }
}

function connect(url: string, commandTimeout: number, logger: Logger): Redis {
  // ioredis knows Redis's schemes only.
  const redis = new Redis(url.replace(/^valkey/, 'redis'), {
    commandTimeout,
    connectTimeout: MAX_RECONNECT_DELAY,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_DELAY),
  });
  redis.on('error', (error: NodeJS.ErrnoException) => {
    logger.debug({ code: error.code }, 'no connection to Valkey');
  });
  return redis;
}
