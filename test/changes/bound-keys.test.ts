// Keys bound to the input of a request with several changes, in memory and in a Valkey that two gateways share.
import { setTimeout as delay } from 'node:timers/promises';
import { SYSTEM_CLOCK } from '../../src/changes/clock';
import { CLAIM_TTL_MS, MemoryIdempotencyStore, type IdempotencyStore } from '../../src/changes/idempotency';
import { ValkeyIdempotencyStore } from '../../src/changes/valkey-idempotency-store';
import { ValkeyConnection } from '../../src/storage/valkey/connection';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway, type TestGateway } from '../support/gateway';
import { Harness } from '../support/harness';
import { describeWithRedis, RedisServer } from '../support/redis';
import { jobGlobalId, putJob } from '../support/resources';

async function expectBinding(keys: IdempotencyStore): Promise<void> {
  expect(await keys.bind('key', 'one')).toBe(true);
  expect(await keys.bind('key', 'one')).toBe(true);
  expect(await keys.bind('key', 'other')).toBe(false);
  expect(await keys.claim('key', 'other')).toEqual({ state: 'INPUT_MISMATCH' });
  const claim = await keys.claim('claimed', 'one');
  expect(await keys.bind('claimed', 'other')).toBe(false);
  if (claim.state !== 'CLAIMED') throw new Error(claim.state);
  await keys.release('claimed', claim.token);
  expect(await keys.bind('claimed', 'other')).toBe(true);
  const bound = await Promise.all(['one', 'two', 'three'].map((input) => keys.bind('contested', input)));
  expect(bound.filter((isBound) => isBound)).toHaveLength(1);
}

test('a store in memory binds a key to one input', async () => {
  expect.hasAssertions();
  await expectBinding(new MemoryIdempotencyStore(SYSTEM_CLOCK));
});

test('a store in memory binds a key whose claim has expired', async () => {
  let now = 0;
  const keys = new MemoryIdempotencyStore({ ...SYSTEM_CLOCK, now: () => now });
  await keys.claim('key', 'one');
  expect(await keys.bind('key', 'other')).toBe(false);
  now = CLAIM_TTL_MS;
  expect(await keys.bind('key', 'other')).toBe(true);
});

describeWithRedis('bound keys in Valkey')('bound keys in Valkey', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });

  afterAll(() => redis.kill());

  test('a store in Valkey binds a key to one input for 26 hours', async () => {
    const valkey = new ValkeyConnection(redis.url, () => undefined);
    await delay(300);
    const keys = new ValkeyIdempotencyStore(valkey);
    await expectBinding(keys);
    const seconds = await redis.withClient((client) => client.ttl('secops-graph:idempotency:key'));
    expect(seconds).toBeGreaterThan(26 * 3_600 - 60);
    expect(seconds).toBeLessThanOrEqual(26 * 3_600);
    valkey.close();
  });

  test('of requests to two gateways with one key, those with another input are rejected as a whole', async () => {
    const harness = new Harness();
    harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    const gateways = await Promise.all(
      [1, 2].map(() => startTestGateway(harness.emulator.url, { valkeyUrl: redis.url })),
    );
    const [one, other] = gateways as [TestGateway, TestGateway];
    const idOf = (index: number) => String(index).padStart(32, '0');
    for (const index of [0, 1, 2, 3]) await putJob(harness, 'RUNNING', { jobId: idOf(index) });
    const change = async (gateway: TestGateway, indexes: readonly number[], idempotencyKey: string) => {
      const items = indexes.map((index) => ({ id: jobGlobalId(idOf(index)), action: 'PAUSE' }));
      const { data, errors } = await gateway.send(
        `mutation ($input: ChangeStatusesInput!) {
          changeStatuses(input: $input) { results { outcome userErrors { code } } userErrors { path } }
        }`,
        { input: { items, idempotencyKey } },
      );
      expect(errors).toBeUndefined();
      return data?.changeStatuses;
    };
    const applied = (count: number) => ({
      results: Array.from({ length: count }, () => ({ outcome: 'APPLIED', userErrors: [] })),
      userErrors: [],
    });
    const mismatch = { results: [], userErrors: [{ path: ['input', 'idempotencyKey'] }] };
    // A gateway takes no lease in the first 20 s of a Valkey. A retry with the same key then makes the change.
    while (JSON.stringify(await change(one, [0], 'first')) !== JSON.stringify(applied(1))) await delay(500);
    await harness.forgetCalls();

    const payloads = await Promise.all([
      change(one, [1, 2], 'key'),
      change(other, [1, 2], 'key'),
      change(other, [1, 2, 3], 'key'),
      change(one, [1, 2, 3], 'key'),
    ]);
    const updates = (await harness.updates()).length;
    expect([2, 3]).toContain(updates);
    expect(payloads.filter((payload) => JSON.stringify(payload) === JSON.stringify(mismatch))).toHaveLength(
      2,
    );
    expect(
      payloads.filter((payload) => JSON.stringify(payload) === JSON.stringify(applied(updates))),
    ).toHaveLength(2);
    await Promise.all(gateways.map((gateway) => gateway.close()));
    await harness.emulator.close();
  }, 60_000);
});
