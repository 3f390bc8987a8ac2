/** Idempotency keys in Valkey, for all gateways that share it. */
import { randomUUID } from 'node:crypto';
import { ANSWER_LIFE, CLAIM_LIFE, type Claim, type IdempotencyStore } from './idempotency';
import { LeaseUnavailableError } from '../domain/errors';
import type { ValkeyConnection } from '../storage/valkey/connection';

/** Milliseconds by the store's own clock. */
const NOW = `local time = redis.call('time'); local now = time[1] * 1000 + math.floor(time[2] / 1000);`;

/** Key; token, fingerprint, life of a claim. */
const CLAIM = `${NOW}
local entry = redis.call('hmget', KEYS[1], 'fingerprint', 'state', 'aliveUntil', 'answer')
if not entry[1] then
  redis.call('hset', KEYS[1], 'token', ARGV[1], 'fingerprint', ARGV[2], 'state', 'CLAIMED', 'aliveUntil', now + ARGV[3])
  redis.call('pexpire', KEYS[1], ARGV[3])
  return { 'OURS' }
end
if entry[1] ~= ARGV[2] then return { 'OTHER_INPUT' } end
if entry[2] == 'SETTLED' then return { 'SETTLED', entry[4] } end
if tonumber(entry[3]) > now then return { 'UNDER_WAY' } end
return { 'LEFT_SENT' }`;

/** Key; token, state, answer, life of a claim, life of an answer. */
const UPDATE = `${NOW}
if redis.call('hget', KEYS[1], 'token') ~= ARGV[1] then return 0 end
redis.call('hset', KEYS[1], 'state', ARGV[2], 'answer', ARGV[3], 'aliveUntil', now + ARGV[4])
redis.call('pexpire', KEYS[1], ARGV[5])
return 1`;

const ABANDON = `if redis.call('hget', KEYS[1], 'token') == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end`;

export class ValkeyIdempotencyStore implements IdempotencyStore {
  constructor(private readonly valkey: ValkeyConnection) {}

  async claim(key: string, fingerprint: string): Promise<Claim> {
    const token = randomUUID();
    const [state, answer = ''] = (await this.run(CLAIM, key, token, fingerprint, CLAIM_LIFE)) as [
      Claim['state'],
      string?,
    ];
    if (state === 'OURS') return { state, token };
    return state === 'SETTLED' ? { state, answer } : { state };
  }

  sending(key: string, token: string): Promise<void> {
    return this.update(key, token, 'SENDING', '');
  }

  settle(key: string, token: string, answer: string): Promise<void> {
    return this.update(key, token, 'SETTLED', answer);
  }

  async abandon(key: string, token: string): Promise<void> {
    await this.run(ABANDON, key, token);
  }

  private async update(key: string, token: string, state: string, answer: string): Promise<void> {
    const done = await this.run(UPDATE, key, token, state, answer, CLAIM_LIFE, ANSWER_LIFE);
    if (done !== 1) throw new LeaseUnavailableError(undefined);
  }

  /** Without the store nobody can tell whether the request is the first of its key. */
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
