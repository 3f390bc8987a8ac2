// The read cache in a real Redis: shared by gateways, dropped by the changes of any, and never in the way when the server is.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { ValkeyCacheStore } from '../../../src/aws/client/valkey-cache-store';
import { ValkeyConnection } from '../../../src/storage/valkey/connection';
import { HOME, useSeveralTargets } from '../../support/several-targets';
import { startTestGateway, type TestGateway } from '../../support/gateway';
import { describeWithRedis, RedisServer } from '../../support/redis';
import { Stopwatch } from '../../support/stopwatch';

const KEPT = new Map([
  ['ListCases', 60],
  ['GetCase', 60],
]);
const QUERY = '{ securityCases(first: 5) { nodes { id status description } completeness { complete } } }';
const setup = useSeveralTargets({}, { targets: [HOME] });

describeWithRedis('the read cache in Redis')('kept in Redis', () => {
  let redis: RedisServer;
  let gateways: TestGateway[] = [];

  beforeAll(async () => {
    redis = await RedisServer.start();
  });

  beforeEach(async () => {
    const config = { targets: [HOME], readCacheSeconds: KEPT, valkeyUrl: redis.url };
    gateways = await Promise.all([1, 2].map(() => startTestGateway(setup.emulator.url, config)));
    await redis.withClient((client) => client.flushall());
    // Until both are connected, nothing is kept: with two connections each, and this one.
    while ((await connections()) < 5) await delay(20);
    await setup.forgetCalls();
  });

  afterEach(async () => {
    for (const gateway of gateways) await gateway.close();
  });

  afterAll(() => redis.kill());

  const ask = (index: number, query = QUERY) => gateways[index]?.send(query);
  const connections = () =>
    redis.withClient(async (client) => String(await client.client('LIST')).match(/^id=/gm)?.length ?? 0);
  const kept = () => redis.withClient((client) => client.keys('*:read:*'));

  /** Asks the first gateway, until all that it read is kept: a busy machine may be too slow for a command. */
  async function askAndKeep() {
    const answer = await ask(0);
    for (let round = 0; (await kept()).length < 6; round += 1) {
      await delay(50);
      if (round % 10 === 9) await ask(0);
    }
    return answer;
  }

  test('what one gateway has read the other need not, and both answer alike', async () => {
    const first = await askAndKeep();
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
    const second = await ask(1);
    expect(second).toEqual(first);
    expect(first?.data).toMatchObject({ securityCases: { completeness: { complete: true } } });
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
  });

  test('what one changes the other reads anew', async () => {
    const { data } = (await askAndKeep()) ?? {};
    const { nodes } = data?.securityCases as { nodes: { id: string; status: string }[] };
    const open = nodes.find(({ status }) => status !== 'CLOSED');
    // A store that has just begun may have forgotten leases, so that nothing is changed for a while.
    const closed = { data: { closeSecurityCase: { change: { outcome: 'APPLIED' } } } };
    const close = () =>
      ask(1, `mutation { closeSecurityCase(input: { id: "${open?.id ?? ''}" }) { change { outcome } } }`);
    let answer = await close();
    while (answer?.errors?.[0]?.extensions.code === 'LEASE_UNAVAILABLE') {
      await delay(500);
      answer = await close();
    }
    expect(answer).toEqual(closed);
    await setup.forgetCalls();
    const after = await ask(0);
    const shown = after?.data?.securityCases as { nodes: { id: string; status: string }[] };
    expect(shown.nodes.find(({ id }) => id === open?.id)?.status).toBe('CLOSED');
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
  });

  test('every key has an end, and its text is no case’s', async () => {
    await askAndKeep();
    await redis.withClient(async (client) => {
      const keys = await client.keys('*:read:*');
      expect(keys).toHaveLength(6);
      for (const key of keys) {
        expect(await client.ttl(key)).toBeGreaterThan(0);
        expect(key).toMatch(/^secops-graph:\{security-ir us-east-1 \}:read:[\w-]{43}$/);
      }
    });
  });

  test('what is no answer of ours is not taken for one', async () => {
    await askAndKeep();
    await redis.withClient(async (client) => {
      for (const key of await client.keys('*:read:*')) await client.set(key, 'garbage', 'EX', 60);
    });
    await setup.forgetCalls();
    expect(await ask(1)).toMatchObject({ data: { securityCases: { completeness: { complete: true } } } });
    expect(await setup.callCounts()).toEqual({ ListCases: 1, GetCase: 5 });
  });

  describe('a server that is away', () => {
    const READS = 60;

    /** How long each look took while `trouble` went on, a few of them at a time. */
    async function lookDuring(
      store: ValkeyCacheStore,
      trouble: () => Promise<void> | void,
    ): Promise<number[]> {
      await trouble();
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
      const valkey = new ValkeyConnection(server.url, pino({ level: 'silent' }));
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

    test('killed: no look takes 100 ms, and it is used again once it is back', async () => {
      await withStore(async (store, server) => {
        expect(longest(await lookDuring(store, () => server.kill()))).toBeLessThan(100);
        await server.run();
        await delay(2_500);
        const look = await store.lookUp('scope', 'a', 60);
        look.store({ output: 'back', asOf: new Date() });
        await delay(50);
        expect((await store.lookUp('scope', 'a', 60)).found).toMatchObject({ output: 'back' });
      });
    });

    test('frozen: no look takes 100 ms, and it is used again once it goes on', async () => {
      await withStore(async (store, server) => {
        const times = await lookDuring(store, () => {
          server.freeze();
        });
        expect(longest(times)).toBeLessThan(100);
        // The first waits as long as a command may take; those behind do not wait at all.
        expect(times.filter((time) => time > 40).length).toBeLessThan(5);
        server.thaw();
        await delay(2_500);
        expect((await store.lookUp('scope', 'a', 60)).found).toMatchObject({ output: { rows: 1 } });
      });
    });

    test('a drop that it did not take is made up for before anything is believed again', async () => {
      await withStore(async (store, server) => {
        server.freeze();
        await store.drop('scope');
        server.thaw();
        await delay(2_500);
        expect((await store.lookUp('scope', 'a', 60)).found).toBeUndefined();
      });
    });
  });

  test('killed, frozen and restarted under load: every request is answered in full', async () => {
    let over = false;
    const answers: unknown[] = [];
    const load = [0, 1].map(async (index) => {
      while (!over) {
        answers.push(await ask(index));
        await delay(5);
      }
    });
    /** So long, and at least so many answers, however slow the machine is. */
    const goOn = async (ms: number) => {
      const enough = answers.length + 10;
      await delay(ms);
      while (answers.length < enough) await delay(5);
    };
    await goOn(300);
    redis.freeze();
    await goOn(700);
    redis.thaw();
    await goOn(300);
    await redis.kill();
    await goOn(700);
    await redis.run();
    await goOn(500);
    over = true;
    await Promise.all(load);
    const complete = { data: { securityCases: { completeness: { complete: true } } } };
    for (const answer of answers) {
      expect(answer).toMatchObject(complete);
      expect(answer).not.toHaveProperty('errors');
    }
  });
});
