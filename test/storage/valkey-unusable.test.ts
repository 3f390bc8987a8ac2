// A Valkey that becomes unusable while the gateway runs: health, one log line with the reason, and a metric, until it can be used again.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { ValkeyConnection } from '../../src/storage/valkey/connection';
import { FakeValkey, healthy, refusing, type Behaviour } from '../faults/fake-valkey';
import { endWithFile } from '../support/cleanup';
import { testConfig } from '../support/gateway';
import { describeWithRedis, RedisServer } from '../support/redis';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly problem?: string;
  readonly cause?: string;
}

const WARNING =
  'Valkey cannot be used; the gateway makes no change, and reads without the shared read cache and rate limits';
const RECOVERED = 'Valkey can be used again';

async function start(valkeyUrl: string) {
  const lines: Line[] = [];
  const write = (line: string) => lines.push(JSON.parse(line) as Line);
  // No test of this file calls AWS.
  const aws = { mode: 'emulator', endpoint: 'http://127.0.0.1:1' } as const;
  const gateway = await startGateway(testConfig({ valkeyUrl }), aws, pino({ base: null }, { write }));
  return { gateway, lines, close: endWithFile(() => gateway.close()) };
}

/** The problems of Valkey itself. After a lost connection, the gateway also waits for leases to expire. */
async function degraded({ origin }: ServedGateway): Promise<readonly string[]> {
  const report = (await (await fetch(`${origin}/readyz`)).json()) as { degraded: string[] };
  return report.degraded.filter((problem) => problem !== 'LEASES_EXPIRING');
}

async function untilDegraded(gateway: ServedGateway, expected: readonly string[]): Promise<void> {
  while (JSON.stringify(await degraded(gateway)) !== JSON.stringify(expected)) await delay(50);
}

const ofValkey = (lines: readonly Line[]) =>
  lines.filter(({ msg }) => [WARNING, RECOVERED].includes(msg)).map(({ msg, cause }) => [msg, cause]);

async function countedReasons({ origin }: ServedGateway): Promise<readonly string[]> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const counts = text.matchAll(/^secops_graph_valkey_failures_total\{reason="(\w+)"\} [1-9]/gm);
  return Array.from(counts, ([, reason = '']) => reason);
}

const WRITES = ['SET', 'INCR', 'EVAL'];
const whenReady =
  (text: string): Behaviour =>
  (command, socket) =>
    ['INFO', 'HELLO', 'CLIENT'].includes(command) ? healthy(command, socket) : `-${text}\r\n`;

test.each<[string, Behaviour]>([
  ['CLUSTER', refusing(WRITES, 'MOVED 3999 10.0.0.1:6379')],
  ['CLUSTER', whenReady('CLUSTERDOWN The cluster is down')],
  ['REPLICA', refusing(WRITES, "READONLY You can't write against a read only replica.")],
  ['WRONG_PASSWORD', () => '-WRONGPASS invalid username-password pair or user is disabled.\r\n'],
  ['PASSWORD_REQUIRED', () => '-NOAUTH Authentication required.\r\n'],
  ['NO_PERMISSION', refusing(['EVAL'], "NOPERM User app has no permissions to run the 'eval' command")],
  ['FULL', refusing(WRITES, "OOM command not allowed when used memory > 'maxmemory'.")],
  [
    'FULL',
    refusing(['EVAL'], 'ERR Error running script (call to f_1): @user_script:1: -OOM command not allowed'),
  ],
  ['NOT_PERSISTENT', refusing(WRITES, 'MISCONF Redis is configured to save RDB snapshots')],
  ['LOADING', whenReady('LOADING Redis is loading the dataset in memory')],
  ['NOT_VALKEY', () => 'HTTP/1.1 400 Bad Request\r\n\r\n'],
])('reports %s', async (reason, behaviour) => {
  const valkey = await FakeValkey.start(healthy);
  const { gateway, lines, close } = await start(valkey.url);
  await untilDegraded(gateway, []);
  expect(ofValkey(lines)).toEqual([]);
  valkey.become(behaviour);
  await untilDegraded(gateway, ['VALKEY_UNAVAILABLE']);
  await delay(1_000);
  expect(await degraded(gateway)).toEqual(['VALKEY_UNAVAILABLE']);
  // Before the reason, the dropped connections can be noticed.
  expect(ofValkey(lines).filter(([, found]) => found !== 'UNREACHABLE')).toEqual([[WARNING, reason]]);
  expect(await countedReasons(gateway)).toContain(reason);
  valkey.become(healthy);
  await untilDegraded(gateway, []);
  expect(ofValkey(lines).at(-1)).toEqual([RECOVERED, undefined]);
  expect(JSON.stringify(lines)).not.toContain('10.0.0.1');
  await close();
  await valkey.close();
});

describeWithRedis('an unusable Redis')('a Redis', () => {
  test.each(['allkeys-lru', 'volatile-ttl'])(
    'with the policy %s is reported at the start, once',
    async (policy) => {
      const redis = await RedisServer.start('--maxmemory-policy', policy, '--maxmemory', '100mb');
      const { gateway, lines, close } = await start(redis.url);
      const isWarning = ({ level, problem }: Line) => level >= 40 && problem !== 'LEASES_EXPIRING';
      const warnings = () => lines.filter(isWarning).map(({ msg }) => msg);
      // Without a probe of /readyz.
      while (warnings().length === 0) await delay(50);
      await untilDegraded(gateway, ['VALKEY_EVICTS']);
      await delay(1_050);
      await untilDegraded(gateway, ['VALKEY_EVICTS']);
      expect(warnings()).toEqual([
        'Valkey can evict leases and idempotency keys, so that two gateways could change one resource: set maxmemory-policy to noeviction',
      ]);
      await close();
      await redis.kill();
    },
  );

  test('with an evicting policy and without maxmemory is not reported, because it evicts nothing', async () => {
    const redis = await RedisServer.start('--maxmemory-policy', 'allkeys-lru');
    const valkey = new ValkeyConnection(redis.url, () => undefined);
    expect(await valkey.check()).toEqual({ failure: undefined, evicts: false });
    await redis.withClient((client) => client.config('SET', 'maxmemory', '100mb'));
    expect(await valkey.check()).toEqual({ failure: undefined, evicts: true });
    valkey.close();
    await redis.kill();
  });

  test('that is full is reported without a request or a probe, and once', async () => {
    const redis = await RedisServer.start();
    const { gateway, lines, close } = await start(redis.url);
    await untilDegraded(gateway, []);
    await redis.withClient((client) => client.config('SET', 'maxmemory', '1'));
    await redis.withClient((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'));
    while (ofValkey(lines).length === 0) await delay(50);
    await untilDegraded(gateway, ['VALKEY_UNAVAILABLE']);
    expect(ofValkey(lines)).toEqual([[WARNING, 'FULL']]);
    await redis.withClient((client) => client.config('SET', 'maxmemory', '0'));
    // Without a probe of /readyz, the gateway itself finds out.
    while (ofValkey(lines).length === 1) await delay(50);
    expect(ofValkey(lines).at(-1)).toEqual([RECOVERED, undefined]);
    await close();
    await redis.kill();
  });

  test('that becomes a replica is reported, also while its connections stay open', async () => {
    const redis = await RedisServer.start();
    const { gateway, lines, close } = await start(redis.url);
    await untilDegraded(gateway, []);
    await redis.withClient((client) => client.replicaof('127.0.0.1', '1'));
    await untilDegraded(gateway, ['VALKEY_UNAVAILABLE']);
    expect(ofValkey(lines)).toEqual([[WARNING, 'REPLICA']]);
    await redis.withClient((client) => client.replicaof('NO', 'ONE'));
    await untilDegraded(gateway, []);
    await close();
    await redis.kill();
  });
});
