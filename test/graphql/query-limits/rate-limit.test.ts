// The rate limit: points per minute and caller, counted by cost, on one gateway and across gateways.
import { setTimeout as delay } from 'node:timers/promises';
import { ANONYMOUS } from '../../../src/domain/principal';
import { networkOf, RateLimit, type Caller } from '../../../src/graphql/query-limits/rate-limit';
import type { QueryLimits } from '../../../src/graphql/query-limits/settings';
import { startTestGateway, testConfig, type GraphqlAnswer, type TestGateway } from '../../support/gateway';
import { describeWithRedis, RedisServer } from '../../support/redis';
import { useHarness } from '../../support/harness';
import { Stopwatch } from '../../support/stopwatch';

/** A query that costs 10 + 20 x 2 points. */
const FIFTY_POINTS = '{ classificationJobs { nodes { name } } }';
/** Not an operation, which costs 1 point. */
const GARBAGE = '{';

const harness = useHarness();
let gateways: TestGateway[] = [];

afterEach(async () => {
  for (const gateway of gateways) await gateway.close();
  gateways = [];
});

async function start(limits: Partial<QueryLimits>, valkeyUrl?: string): Promise<string> {
  const queryLimits = { ...testConfig().queryLimits, ...limits };
  const gateway = await startTestGateway(harness.emulator.url, { queryLimits, valkeyUrl });
  gateways.push(gateway);
  return gateway.url;
}

async function send(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const result = (await response.json()) as GraphqlAnswer<unknown> & { extensions?: { cost?: number } };
  const { code, retryAfterSeconds }: Readonly<Record<string, unknown>> = result.errors?.[0]?.extensions ?? {};
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, code, retryAfterSeconds, retryAfter, cost: result.extensions?.cost };
}

/** The error codes of the responses to `count` requests, one after another. */
async function codes(urls: readonly string[], query: string, count: number): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    all.push((await send(urls[index % urls.length] ?? '', query)).code);
  }
  return all;
}

const times = (count: number, code: unknown) => Array.from({ length: count }, () => code);

test('the gateway counts operations by cost, and a rejected caller learns when to retry', async () => {
  const url = await start({ pointsPerMinute: 200 });
  expect(await codes([url], FIFTY_POINTS, 4)).toEqual(times(4, undefined));
  await harness.forgetCalls();
  const rejected = await send(url, FIFTY_POINTS);
  expect(rejected).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(rejected.retryAfter).toBe(String(rejected.retryAfterSeconds));
  expect(rejected.retryAfterSeconds).toBeGreaterThan(50);
  expect(rejected.retryAfterSeconds).toBeLessThanOrEqual(60);
  expect(await harness.operations()).toEqual([]);
});

test('the gateway rejects an operation that costs more than the remaining points before it executes it', async () => {
  const url = await start({ pointsPerMinute: 80 });
  await send(url, FIFTY_POINTS);
  await harness.forgetCalls();
  expect(await send(url, FIFTY_POINTS)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(await harness.operations()).toEqual([]);
});

test.each([
  ['that cannot be parsed', GARBAGE],
  ['that is not valid', '{ nothing }'],
  ['that exceeds a limit', `{ ${'targets { name } '.repeat(60)} }`],
])('a document %s costs a point', async (_title, query) => {
  const url = await start({ pointsPerMinute: 5 });
  expect(await codes([url], query, 7)).toEqual([...times(5, 'BAD_USER_INPUT'), ...times(2, 'RATE_LIMITED')]);
});

test('a body that is not JSON costs a point', async () => {
  const url = await start({ pointsPerMinute: 5 });
  const statuses: number[] = [];
  for (let index = 0; index < 7; index += 1) {
    const headers = { 'content-type': 'application/json' };
    statuses.push((await fetch(url, { method: 'POST', headers, body: '{' })).status);
  }
  expect(statuses).toEqual([...times(5, 400), ...times(2, 429)]);
});

test('the gateway rejects no request when no limit is configured', async () => {
  const url = await start({ pointsPerMinute: undefined });
  expect(await codes([url], GARBAGE, 50)).toEqual(times(50, 'BAD_USER_INPUT'));
});

test('the response contains the cost when the request includes AWS usage', async () => {
  const url = await start({});
  expect((await send(url, FIFTY_POINTS, { 'x-include-aws-usage': 'true' })).cost).toBe(50);
  expect((await send(url, FIFTY_POINTS)).cost).toBeUndefined();
});

describe('the points of a caller', () => {
  const named = (name: string, address: string): Caller => ({ principal: { ...ANONYMOUS, name }, address });
  const anonymous = (address: string): Caller => ({ principal: ANONYMOUS, address });

  async function granted(callers: readonly Caller[]): Promise<boolean[]> {
    const limit = new RateLimit(10);
    const all: boolean[] = [];
    for (const caller of callers) {
      all.push(
        await limit.charge(caller, 6).then(
          () => true,
          () => false,
        ),
      );
    }
    return all;
  }

  test.each<[string, readonly Caller[], readonly boolean[]]>([
    [
      'are shared by one principal at two addresses',
      [named('ann', '10.0.0.1'), named('ann', '10.0.0.2')],
      [true, false],
    ],
    [
      'are separate for two principals at one address',
      [named('ann', '10.0.0.1'), named('bob', '10.0.0.1')],
      [true, true],
    ],
    [
      'are separate for anonymous callers at two addresses',
      [anonymous('10.0.0.1'), anonymous('10.0.0.2')],
      [true, true],
    ],
    [
      'are shared by anonymous callers at one address',
      [anonymous('10.0.0.1'), anonymous('10.0.0.1')],
      [true, false],
    ],
    [
      'are shared by anonymous callers in one IPv6 network',
      [anonymous('2001:db8::1'), anonymous('2001:db8:0:0:ffff::2')],
      [true, false],
    ],
    [
      'are separate for anonymous callers in two IPv6 networks',
      [anonymous('2001:db8:0:1::1'), anonymous('2001:db8:0:2::1')],
      [true, true],
    ],
    [
      'are separate for an address and a principal of that name',
      [anonymous('10.0.0.1'), named('10.0.0.1', '')],
      [true, true],
    ],
  ])('%s', async (_title, callers, expected) => {
    expect(await granted(callers)).toEqual(expected);
  });

  test.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['2001:0DB8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::', '2001:db8:0:0'],
  ])('count the address %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

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
    await codes(pair, FIFTY_POINTS, 2);
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
