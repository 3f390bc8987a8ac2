// The read cache in a real Redis: shared by gateways, invalidated by changes on any of them, and skipped while Redis is unavailable.
import { setTimeout as delay } from 'node:timers/promises';
import { ValkeyCacheStore } from '../../../src/aws/client/valkey-cache-store';
import { ValkeyConnection } from '../../../src/storage/valkey/connection';
import { HOME, useSeveralTargets } from '../../support/several-targets';
import { startTestGateway, type TestGateway } from '../../support/gateway';
import { describeWithRedis, RedisServer } from '../../support/redis';
import { Stopwatch } from '../../support/stopwatch';

const CACHED_OPERATIONS = new Map([
  ['ListCases', 60],
  ['GetCase', 60],
]);
const QUERY = '{ securityCases(first: 5) { nodes { id status description } completeness { complete } } }';
const setup = useSeveralTargets({}, { targets: [HOME] });

describeWithRedis('the read cache in Redis')('a read cache in Redis', () => {
  let redis: RedisServer;
  let gateways: TestGateway[] = [];

  beforeAll(async () => {
    redis = await RedisServer.start();
  });

  beforeEach(async () => {
    const config = { targets: [HOME], readCacheSeconds: CACHED_OPERATIONS, valkeyUrl: redis.url };
    gateways = await Promise.all([1, 2].map(() => startTestGateway(setup.emulator.url, config)));
    await redis.withClient((client) => client.flushall());
    // Until both are connected, they cache nothing. Each has two connections, and this test has one.
    while ((await connections()) < 5) await delay(20);
    await setup.forgetCalls();
  });

  afterEach(async () => {
    for (const gateway of gateways) await gateway.close();
  });

  afterAll(() => redis.kill());

  const send = (index: number, query = QUERY) => gateways[index]?.send(query);
  const connections = () =>
    redis.withClient(async (client) => String(await client.client('LIST')).match(/^id=/gm)?.length ?? 0);
  const cachedKeys = () => redis.withClient((client) => client.keys('*:read:*'));

  /** Sends to the first gateway until all its reads are cached: on a busy machine a command may time out. */
  async function sendAndCache() {
    const response = await send(0);
    for (let round = 0; (await cachedKeys()).length < 6; round += 1) {
      await delay(50);
      if (round % 10 === 9) await send(0);
    }
    return response;
  }

  test('a gateway reuses the reads of another, and both return the same response', async () => {
    const first = await sendAndCache();
    await setup.forgetCalls();
    const second = await send(1);
    expect(second).toEqual(first);
    expect(first?.data).toMatchObject({ securityCases: { completeness: { complete: true } } });
    expect(await setup.callCounts()).toEqual({});
  });

  test('a gateway reads again after a change on another', async () => {
    const { data } = (await sendAndCache()) ?? {};
    const { nodes } = data?.securityCases as { nodes: { id: string; status: string }[] };
    const open = nodes.find(({ status }) => status !== 'CLOSED');
    // A Redis that has just started may have lost leases, so the gateways reject changes for a while.
    const closed = { data: { closeSecurityCase: { outcome: 'APPLIED' } } };
    const close = () =>
      send(1, `mutation { closeSecurityCase(input: { id: "${open?.id ?? ''}" }) { outcome } }`);
    let response = await close();
    while (response?.errors?.[0]?.extensions.code === 'LEASE_UNAVAILABLE') {
      await delay(500);
      response = await close();
    }
    expect(response).toEqual(closed);
    await setup.forgetCalls();
    const after = await send(0);
    const found = after?.data?.securityCases as { nodes: { id: string; status: string }[] };
    expect(found.nodes.find(({ id }) => id === open?.id)?.status).toBe('CLOSED');
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
  });

  test('every key expires, and contains no data of a case', async () => {
    await sendAndCache();
    await redis.withClient(async (client) => {
      const keys = await client.keys('*:read:*');
      expect(keys).toHaveLength(6);
      for (const key of keys) {
        expect(await client.ttl(key)).toBeGreaterThan(0);
        expect(key).toMatch(/^secops-graph:\{security-ir us-east-1 \}:read:[\w-]{43}$/);
      }
    });
  });

  test('the gateway ignores entries that it did not write', async () => {
    await sendAndCache();
    await redis.withClient(async (client) => {
      for (const key of await client.keys('*:read:*')) await client.set(key, 'garbage', 'EX', 60);
    });
    await setup.forgetCalls();
    expect(await send(1)).toMatchObject({ data: { securityCases: { completeness: { complete: true } } } });
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
  });

  describe('while the server is unavailable', () => {
    const READS = 60;

    /** The milliseconds of each round of three look-ups after `disable`. */
    async function timeLookUps(
      store: ValkeyCacheStore,
      disable: () => Promise<void> | void,
    ): Promise<number[]> {
      await disable();
      const times: number[] = [];
      for (let read = 0; read < READS; read += 1) {
        const stopwatch = new Stopwatch();
        await Promise.all(['a', 'b', 'c'].map((key) => store.lookUp('scope', key, 60)));
        times.push(stopwatch.milliseconds);
        await delay(10);
      }
      return times;
    }

    const longest = (times: readonly number[]) => Math.max(...times);

    async function withStore(run: (store: ValkeyCacheStore, server: RedisServer) => Promise<void>) {
      const server = await RedisServer.start();
      const valkey = new ValkeyConnection(server.url, () => undefined);
      await delay(200);
      const store = new ValkeyCacheStore(valkey);
      (await store.lookUp('scope', 'a', 60)).store({ output: { rows: 1 }, asOf: new Date() });
      await delay(50);
      expect((await store.lookUp('scope', 'a', 60)).found).toMatchObject({ output: { rows: 1 } });
      try {
        await run(store, server);
      } finally {
        valkey.close();
        server.thaw();
        await server.kill();
      }
    }

    test('a look-up takes less than 100 ms when Redis is killed, and the cache works again after its restart', async () => {
      await withStore(async (store, server) => {
        expect(longest(await timeLookUps(store, () => server.kill()))).toBeLessThan(100);
        await server.run();
        await delay(2_500);
        const lookUp = await store.lookUp('scope', 'a', 60);
        lookUp.store({ output: 'back', asOf: new Date() });
        await delay(50);
        expect((await store.lookUp('scope', 'a', 60)).found).toMatchObject({ output: 'back' });
      });
    });

    test('a look-up takes less than 100 ms when Redis is frozen, and the cache works again after the freeze', async () => {
      await withStore(async (store, server) => {
        const times = await timeLookUps(store, () => {
          server.freeze();
        });
        expect(longest(times)).toBeLessThan(100);
        // The first look-up waits for the command timeout; later look-ups do not wait.
        expect(times.filter((time) => time > 40).length).toBeLessThan(5);
        server.thaw();
        await delay(2_500);
        expect((await store.lookUp('scope', 'a', 60)).found).toMatchObject({ output: { rows: 1 } });
      });
    });

    test('the gateway repeats a failed invalidation before it uses the cache again', async () => {
      await withStore(async (store, server) => {
        server.freeze();
        await store.drop('scope');
        server.thaw();
        await delay(2_500);
        expect((await store.lookUp('scope', 'a', 60)).found).toBeUndefined();
      });
    });
  });

  test('every response is complete while Redis is killed, frozen and restarted under load', async () => {
    let isOver = false;
    const responses: unknown[] = [];
    const load = [0, 1].map(async (index) => {
      while (!isOver) {
        responses.push(await send(index));
        await delay(5);
      }
    });
    /** Continues the load for this time, and for at least ten more responses on a slow machine. */
    const continueFor = async (ms: number) => {
      const enough = responses.length + 10;
      await delay(ms);
      while (responses.length < enough) await delay(5);
    };
    await continueFor(300);
    redis.freeze();
    await continueFor(700);
    redis.thaw();
    await continueFor(300);
    await redis.kill();
    await continueFor(700);
    await redis.run();
    await continueFor(500);
    isOver = true;
    await Promise.all(load);
    const complete = { data: { securityCases: { completeness: { complete: true } } } };
    for (const response of responses) {
      expect(response).toMatchObject(complete);
      expect(response).not.toHaveProperty('errors');
    }
  });
});
