// The rate limit: points per minute and caller, counted by cost, on one gateway and across gateways.
import { ANONYMOUS } from '../../../src/domain/principal';
import { networkOf } from '../../../src/domain/network';
import { RateLimit, type Caller } from '../../../src/graphql/query-limits/rate-limit';
import { FIFTY_POINTS, GARBAGE, times, useRateLimits } from '../../support/rate-limits';

const { harness, start, send, codes } = useRateLimits();

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
  ['that exceeds a limit', `{ ${'targets { name } '.repeat(55)} }`],
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

  test('count a network of another size', () => {
    expect(networkOf('2001:db8:1:23ff::1', 56)).toBe('2001:db8:1:2300');
    expect(networkOf('2001:db8:1:24ff::1', 56)).toBe('2001:db8:1:2400');
    expect(networkOf('10.1.2.3', 56)).toBe('10.1.2.3');
  });
});
