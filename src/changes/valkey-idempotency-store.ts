/** The idempotency store in Valkey, shared by several gateways. */
import { randomUUID } from 'node:crypto';
import {
  BINDING_TTL_MS,
  CLAIM_TTL_MS,
  RESULT_TTL_MS,
  type Claim,
  type IdempotencyStore,
} from './idempotency';
import { LeaseUnavailableError } from '../domain/errors';
import type { ValkeyConnection } from '../storage/valkey/connection';

/** Lua code that sets `now` to the time of Valkey, in milliseconds. */
const NOW = `local time = redis.call('time'); local now = time[1] * 1000 + math.floor(time[2] / 1000);`;

/** KEYS: the key. ARGV: token, fingerprint, TTL of the claim in milliseconds. */
const CLAIM = `${NOW}
local entry = redis.call('hmget', KEYS[1], 'fingerprint', 'state', 'expiresAt', 'result')
if not entry[1] then
  redis.call('hset', KEYS[1], 'token', ARGV[1], 'fingerprint', ARGV[2], 'state', 'CLAIMED', 'expiresAt', now + ARGV[3])
  redis.call('pexpire', KEYS[1], ARGV[3])
  return { 'CLAIMED' }
end
if entry[1] ~= ARGV[2] then return { 'INPUT_MISMATCH' } end
if entry[2] == 'COMPLETED' then return { 'COMPLETED', entry[4] } end
if tonumber(entry[3]) > now then return { 'IN_PROGRESS' } end
return { 'ORPHANED' }`;

/** KEYS: the key. ARGV: token, state, result, TTL of the claim and TTL of the result in milliseconds. */
const UPDATE = `${NOW}
if redis.call('hget', KEYS[1], 'token') ~= ARGV[1] then return 0 end
redis.call('hset', KEYS[1], 'state', ARGV[2], 'result', ARGV[3], 'expiresAt', now + ARGV[4])
redis.call('pexpire', KEYS[1], ARGV[5])
return 1`;

/** KEYS: the key. ARGV: token. */
const RELEASE = `if redis.call('hget', KEYS[1], 'token') == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

/** KEYS: the key. ARGV: fingerprint, TTL of the binding in milliseconds. */
const BIND = `
local fingerprint = redis.call('hget', KEYS[1], 'fingerprint')
if fingerprint and fingerprint ~= ARGV[1] then return 0 end
redis.call('hset', KEYS[1], 'fingerprint', ARGV[1], 'state', 'COMPLETED', 'result', '')
redis.call('pexpire', KEYS[1], ARGV[2])
return 1`;

export class ValkeyIdempotencyStore implements IdempotencyStore {
  constructor(private readonly valkey: ValkeyConnection) {}

  async claim(key: string, fingerprint: string): Promise<Claim> {
    const token = randomUUID();
    const [state, result = ''] = (await this.run(CLAIM, key, token, fingerprint, CLAIM_TTL_MS)) as [
      Claim['state'],
      string?,
    ];
    if (state === 'CLAIMED') return { state, token };
    return state === 'COMPLETED' ? { state, result } : { state };
  }

  markSending(key: string, token: string): Promise<void> {
    return this.update(key, token, 'SENDING', '');
  }

  complete(key: string, token: string, result: string): Promise<void> {
    return this.update(key, token, 'COMPLETED', result);
  }

  async release(key: string, token: string): Promise<void> {
    await this.run(RELEASE, key, token);
  }

  async bind(key: string, fingerprint: string): Promise<boolean> {
    return (await this.run(BIND, key, fingerprint, BINDING_TTL_MS)) === 1;
  }

  private async update(key: string, token: string, state: string, result: string): Promise<void> {
    const done = await this.run(UPDATE, key, token, state, result, CLAIM_TTL_MS, RESULT_TTL_MS);
    if (done !== 1) throw new LeaseUnavailableError(undefined);
  }

  /** Throws LeaseUnavailableError when Valkey is unavailable, because the gateway then cannot detect repeated requests. */
  private async run(script: string, key: string, ...args: readonly (string | number)[]): Promise<unknown> {
    try {
      return await this.valkey.require((redis) =>
        redis.eval(script, 1, `secops-graph:idempotency:${key}`, ...args),
      );
    } catch {
      throw new LeaseUnavailableError(undefined);
    }
  }
}
