/** The connection to Valkey or Redis, with bounded waits: a slow or unavailable store delays an optional command by at most 50 ms. */
import {
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  isBrokenCircuitError,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { Redis } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';
import { classifyValkeyError, type ValkeyFailure } from './failure';
import { redisUrl, valkeyOptions } from './options';
import { findFailure, probe, type ValkeyState } from './probe';
import { withTimeLimit } from './time-limit';

/** The limit for the commands of one `run`. A store in the same network responds within 1 or 2 ms. */
const OPTIONAL_COMMAND_TIMEOUT_MS = 50;
/** The limit for a command that a change depends on. */
const REQUIRED_COMMAND_TIMEOUT_MS = 1_000;
/** The pause in optional commands after one of them fails. */
const BREAKER_COOLDOWN_MS = 1_000;
const MAX_RECONNECT_DELAY_MS = 1_000;
/** The time that a check gives the connection to come back when the store accepts new ones. */
const RECONNECT_GRACE_MS = 200;

export class ValkeyConnection {
  private readonly redis: Redis;
  private readonly requiredRedis: Redis;
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleAll, {
    halfOpenAfter: BREAKER_COOLDOWN_MS,
    breaker: new ConsecutiveBreaker(1),
  });
  /** The result of the last check. */
  private state: ValkeyState = { failure: undefined, evicts: false };

  /**
   * Connects in the background and reconnects until `close`.
   * @param onFailure called for each failed connection and command, except for an optional command that takes too long.
   */
  constructor(
    private readonly url: string,
    private readonly onFailure: (failure: ValkeyFailure) => void,
  ) {
    this.redis = connect(url, undefined, (error) => {
      this.noteOptional(error);
    });
    this.requiredRedis = connect(url, REQUIRED_COMMAND_TIMEOUT_MS, (error) => {
      this.note(error);
    });
  }

  /** Runs every command that the gateway needs, on keys that expire. */
  async check(): Promise<ValkeyState> {
    this.state = await this.findState();
    if (this.state.failure !== undefined) this.onFailure(this.state.failure);
    return this.state;
  }

  /** Runs commands whose failure the caller tolerates. Rejects at once while the circuit breaker is open. */
  async run<Reply>(commands: (redis: Redis) => Promise<Reply>): Promise<Reply> {
    try {
      return await this.breaker.execute(() =>
        withTimeLimit(commands(this.redis), OPTIONAL_COMMAND_TIMEOUT_MS),
      );
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
      this.note(error);
      throw error;
    }
  }

  /** Calls back whenever the connection of `require` is established, and whenever it is lost. */
  watch(onReady: () => void, onClose: () => void): void {
    this.requiredRedis.on('ready', onReady);
    this.requiredRedis.on('close', onClose);
  }

  private async findState(): Promise<ValkeyState> {
    const { evicts } = this.state;
    try {
      return await probe(this.requiredRedis);
    } catch (error) {
      const failure = classifyValkeyError(error);
      if (failure !== undefined && failure !== 'UNREACHABLE') return { failure, evicts };
    }
    // Without a connection, only a new one tells why.
    const failure = await findFailure(this.url);
    if (failure !== undefined) return { failure, evicts };
    await delay(RECONNECT_GRACE_MS);
    return probe(this.requiredRedis).catch((error: unknown) => ({
      failure: classifyValkeyError(error) ?? 'UNREACHABLE',
      evicts,
    }));
  }

  /** An error that only repeats an earlier failure counts as the failure that the last check found. */
  private note(error: unknown): void {
    const failure = classifyValkeyError(error) ?? this.state.failure;
    if (failure !== undefined) this.onFailure(failure);
  }

  /** A busy gateway or store exceeds the limit of an optional command now and then. */
  private noteOptional(error: unknown): void {
    if (classifyValkeyError(error) !== 'TIMED_OUT') this.note(error);
  }

  close(): void {
    this.redis.disconnect();
    this.requiredRedis.disconnect();
  }
}

function connect(url: string, commandTimeout: number | undefined, onError: (error: unknown) => void): Redis {
  const redis = new Redis(redisUrl(url), {
    ...valkeyOptions(commandTimeout),
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_DELAY_MS),
  });
  redis.on('error', onError);
  return redis;
}
