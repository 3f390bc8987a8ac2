// The rate limit of gateways that share a Redis: points per caller over all of them, and separate points without it.
import { setTimeout as delay } from 'node:timers/promises';
import { FIFTY_POINTS, times, useRateLimits } from '../../support/rate-limits';
import { describeWithRedis, RedisServer } from '../../support/redis';
import { Stopwatch } from '../../support/stopwatch';

const { start, codes } = useRateLimits();

describeWithRedis('points that two gateways share')('two gateways with one Redis', () => {
  let redis: RedisServer;
  let pair: string[];

  beforeEach(async () => {
    redis = await RedisServer.start();
    pair = await Promise.all([1, 2].map(() => start({ pointsPerMinute: 200 }, redis.url)));
    // Until both are connected, each counts separately. Each has two connections, and this test has one.
    const connections = () =>
      redis.withClient(async (client) => String(await client.client('LIST')).match(/^id=/gm));
    while (((await connections())?.length ?? 0) < 5) await delay(20);
  });

  afterEach(() => redis.kill());

  test('share the points of a caller', async () => {
    expect(await codes(pair, FIFTY_POINTS, 6)).toEqual([...times(4, undefined), ...times(2, 'RATE_LIMITED')]);
    const keys = await redis.withClient((client) => client.keys('secops-graph:points:*'));
    expect(keys).toEqual(['secops-graph:points:from:127.0.0.1']);
    const life = await redis.withClient((client) => client.pttl(keys[0] ?? ''));
    expect(life).toBeGreaterThan(50_000);
    expect(life).toBeLessThanOrEqual(60_000);
  });

  test.each([
    [
      'frozen',
      (server: RedisServer) =>
        Promise.resolve().then(() => {
          server.freeze();
        }),
    ],
    ['dead', (server: RedisServer) => server.kill()],
  ])('count separately while Redis is %s, and delay no request', async (_state, disable) => {
    // No point is taken before: on a busy machine, Redis may be too slow for it, and the gateway counts it locally.
    await disable(redis);
    const stopwatch = new Stopwatch();
    const [one = '', two = ''] = pair;
    const all = [...(await codes([one], FIFTY_POINTS, 6)), ...(await codes([two], FIFTY_POINTS, 6))];
    const { milliseconds } = stopwatch;
    redis.thaw();
    const alone = [...times(4, undefined), ...times(2, 'RATE_LIMITED')];
    expect(all).toEqual([...alone, ...alone]);
    expect(milliseconds).toBeLessThan(4_000);
  });
});
