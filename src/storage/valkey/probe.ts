/** Probes of Valkey at startup and for health: the commands that the gateway needs, and the kind of the server. */
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { StartError } from '../../domain/errors';
import { adviceFor, classifyValkeyError, type ValkeyFailure } from './failure';
import { redisUrl, valkeyOptions } from './options';
import { findTlsAlert } from './tls-alert';

/** The time limit of each step at startup: connecting, and the response to a command. */
const STEP_TIMEOUT_MS = 1_000;
/** The lifetime of the keys of a probe that is interrupted. */
const PROBE_TTL_MS = 1_000;

/** Runs every command that the scripts of the gateway and of the rate limiter use. KEYS: a string, a hash. ARGV: TTL. */
const ALL_COMMANDS = `redis.call('time')
redis.call('get', KEYS[1])
redis.call('set', KEYS[1], 0, 'EX', 1, 'NX')
redis.call('incrby', KEYS[1], 1)
redis.call('pttl', KEYS[1])
redis.call('expire', KEYS[1], 1)
redis.call('hset', KEYS[2], 'state', 'PROBE')
redis.call('pexpire', KEYS[2], ARGV[1])
redis.call('hmget', KEYS[2], 'state')
redis.call('hget', KEYS[2], 'state')
return redis.call('del', KEYS[1], KEYS[2])`;

/** The digest of no script: only a user who may not run EVALSHA gets another error than NOSCRIPT. */
const NO_SCRIPT = '0'.repeat(40);

/** Runs every command that the gateway uses, on keys of its own. Rejects with the error of the first one that fails. */
async function probeCommands(redis: Redis): Promise<void> {
  const key = `secops-graph:probe:${randomUUID()}`;
  await Promise.all([
    redis.ping(),
    redis.set(key, 1, 'PX', PROBE_TTL_MS, 'NX'),
    redis.mget(key),
    redis.incr(key),
    redis.eval(ALL_COMMANDS, 2, key, `${key}:hash`, PROBE_TTL_MS),
    redis.evalsha(NO_SCRIPT, 0).catch(ignoreMissingScript),
  ]);
}

function ignoreMissingScript(error: Error): void {
  if (!error.message.startsWith('NOSCRIPT')) throw error;
}

/** The result of a probe of a store that responds. */
export interface ValkeyState {
  /** Undefined when the gateway can use the store. */
  readonly failure: ValkeyFailure | undefined;
  /** True when the store has a limit of memory, and evicts keys at it instead of rejecting writes. All keys of the gateway expire, so that every evicting policy can hit its leases. */
  readonly evicts: boolean;
}

/** Probes the store by an open connection. Rejects with the error of the first command that fails. */
export async function probe(redis: Redis): Promise<ValkeyState> {
  const info = await redis.info();
  const failure = kindOf(info);
  if (failure === undefined) await probeCommands(redis);
  const evicts = /^maxmemory:[1-9]/m.test(info) && /^maxmemory_policy:(?!noeviction)/m.test(info);
  return { failure, evicts };
}

/**
 * Checks the store at startup. Throws StartError when it cannot be used until an operator changes something. Returns
 * for failures that can end without that, such as an unreachable server: the gateway then starts without Valkey.
 */
export async function checkAtStart(url: string): Promise<void> {
  const failure = await findFailure(url);
  const advice = failure && adviceFor(failure);
  if (advice !== undefined) throw new StartError(`VALKEY_URL ${advice} (${failure}).`);
}

/** Probes the store by a new connection. Returns undefined when the gateway can use the store. */
export async function findFailure(url: string): Promise<ValkeyFailure | undefined> {
  const failure = await connectAndProbe(url);
  if (failure !== 'UNREACHABLE' || !redisUrl(url).startsWith('rediss:')) return failure;
  return (await findTlsAlert(url, STEP_TIMEOUT_MS)) ?? failure;
}

async function connectAndProbe(url: string): Promise<ValkeyFailure | undefined> {
  const redis = new Redis(redisUrl(url), {
    ...valkeyOptions(STEP_TIMEOUT_MS),
    lazyConnect: true,
    // The probe reports a server that is loading.
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  let failure: ValkeyFailure | undefined;
  redis.on('error', (error: unknown) => {
    failure ??= classifyValkeyError(error);
  });
  try {
    await redis.connect();
    const state = await probe(redis);
    failure ??= state.failure;
  } catch (error) {
    failure ??= classifyValkeyError(error) ?? 'UNREACHABLE';
  } finally {
    redis.disconnect();
  }
  return failure;
}

/** Reads the response of INFO. A replica can be configured to accept writes, which it then loses. */
function kindOf(info: string): ValkeyFailure | undefined {
  if (/^cluster_enabled:1/m.test(info) || /^redis_mode:cluster/m.test(info)) return 'CLUSTER';
  if (/^redis_mode:sentinel/m.test(info)) return 'SENTINEL';
  return /^role:slave/m.test(info) ? 'REPLICA' : undefined;
}
