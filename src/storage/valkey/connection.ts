/** The connection to Valkey or Redis, with bounded waits: a slow or unavailable store delays an optional command by at most 50 ms. */
import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  isBrokenCircuitError,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { classifyValkeyError, type ValkeyFailure } from './failure';
import { ValkeyMonitor } from './monitor';
import { redisUrl, valkeyOptions } from './options';
import { probeCommands } from './probe';

/** A store in the same network responds within 1 or 2 ms. */
const OPTIONAL_COMMAND_TIMEOUT_MS = 50;
/** The limit for a command that a change depends on. */
const REQUIRED_COMMAND_TIMEOUT_MS = 1_000;
/** The pause in optional commands after one of them fails. */
const BREAKER_COOLDOWN_MS = 1_000;
const MAX_RECONNECT_DELAY_MS = 1_000;

export class ValkeyConnection {
  private readonly redis: Redis;
  private readonly requiredRedis: Redis;
  private readonly monitor: ValkeyMonitor;
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleAll, {
    halfOpenAfter: BREAKER_COOLDOWN_MS,
    breaker: new ConsecutiveBreaker(1),
  });

  /** Connects in the background and reconnects until `close`. */
  constructor(url: string, logger: Logger, onFailure: (failure: ValkeyFailure) => void) {
    this.monitor = new ValkeyMonitor(() => probeCommands(this.requiredRedis), logger, onFailure);
    this.redis = connect(url, OPTIONAL_COMMAND_TIMEOUT_MS, (error) => {
      this.noteOptional(error);
    });
    this.requiredRedis = connect(url, REQUIRED_COMMAND_TIMEOUT_MS, (error) => {
      this.monitor.note(error);
    });
    this.requiredRedis.on('ready', () => {
      this.monitor.checkSoon();
    });
  }

  /** Rejects while Valkey cannot be used. */
  check(): Promise<void> {
    return this.monitor.check();
  }

  /** Runs commands whose failure the caller tolerates. Rejects at once while the circuit breaker is open. */
  async run<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    try {
      return await this.breaker.execute(() => commands(this.redis));
    } catch (error) {
      if (!isBrokenCircuitError(error)) this.noteOptional(error);
      throw error;
    }
  }

  /** Runs commands that a change depends on. They wait longer and bypass the circuit breaker. */
  async require<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    try {
      return await commands(this.requiredRedis);
    } catch (error) {
      this.monitor.note(error);
      throw error;
    }
  }

  /** Calls back whenever the connection of `require` is established, and whenever it is lost. */
  watch(onReady: () => void, onClose: () => void): void {
    this.requiredRedis.on('ready', onReady);
    this.requiredRedis.on('close', onClose);
  }

  /** A busy gateway or store exceeds the limit of an optional command now and then. Then a probe finds out more. */
  private noteOptional(error: unknown): void {
    if (classifyValkeyError(error) === 'TIMED_OUT') this.monitor.checkSoon();
    else this.monitor.note(error);
  }

  close(): void {
    this.monitor.close();
    this.redis.disconnect();
    this.requiredRedis.disconnect();
  }
}

function connect(url: string, commandTimeout: number, onError: (error: unknown) => void): Redis {
  const redis = new Redis(redisUrl(url), {
    ...valkeyOptions(commandTimeout),
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_DELAY_MS),
  });
  redis.on('error', onError);
  return redis;
}
