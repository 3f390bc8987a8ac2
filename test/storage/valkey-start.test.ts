// The start of a gateway with a VALKEY_URL that cannot be used: refused with one line, or without Valkey until it can be used.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ValkeyCacheStore } from '../../src/aws/client/valkey-cache-store';
import { SYSTEM_CLOCK } from '../../src/changes/clock';
import { ValkeyIdempotencyStore } from '../../src/changes/valkey-idempotency-store';
import { ValkeyLeaseStore } from '../../src/changes/valkey-lease-store';
import { ValkeyPointStore } from '../../src/graphql/query-limits/valkey-point-store';
import { checkAtStart } from '../../src/storage/valkey/probe';
import { ValkeyConnection } from '../../src/storage/valkey/connection';
import { FakeValkey, healthy, refusing, type Behaviour } from '../faults/fake-valkey';
import { freePort } from '../support/free-port';
import { readDocument } from '../support/markdown';
import { runProgram } from '../support/program';
import { describeWithRedis, RedisServer } from '../support/redis';

/** The message of the refused start; undefined when the gateway starts. */
async function refusal(url: string): Promise<string | undefined> {
  return checkAtStart(url).then(
    () => undefined,
    (error: unknown) => (error as Error).message,
  );
}

async function refusalBy(behaviour: Behaviour): Promise<string | undefined> {
  const valkey = await FakeValkey.start(behaviour);
  const message = await refusal(valkey.url);
  await valkey.close();
  return message;
}

const CLUSTER =
  'VALKEY_URL names a node of a cluster, and the gateway does not support cluster mode yet: name a standalone Valkey or Redis (CLUSTER).';
const REPLICA = 'VALKEY_URL names a replica, which accepts no writes: name the primary (REPLICA).';
const NO_PERMISSION =
  'VALKEY_URL names a user who lacks permissions: grant the user the commands and keys in docs/operations.md (NO_PERMISSION).';
const WRONG_PASSWORD =
  'VALKEY_URL has a user or a password that the store rejects: correct them (WRONG_PASSWORD).';
const PASSWORD_REQUIRED =
  'VALKEY_URL has no password, and the store requires one: add it, as in redis://user:password@host:6379 (PASSWORD_REQUIRED).';
const NOT_VALKEY =
  'VALKEY_URL names a server that is neither Valkey nor Redis: correct the host and the port (NOT_VALKEY).';

const WRITES = ['SET', 'INCR', 'EVAL'];
const info =
  (text: string): Behaviour =>
  (command, socket) =>
    command === 'INFO' ? `$${text.length}\r\n${text}\r\n` : healthy(command, socket);

test.each<[string, Behaviour, string]>([
  ['is a cluster', info('redis_mode:cluster\r\n'), CLUSTER],
  ['answers MOVED', refusing(WRITES, 'MOVED 7 10.0.0.1:6379'), CLUSTER],
  ['answers CROSSSLOT', refusing(['EVAL'], "CROSSSLOT Keys in request don't hash to the same slot"), CLUSTER],
  ['is a writable replica', info('role:slave\r\n'), REPLICA],
  ['answers READONLY', refusing(WRITES, "READONLY You can't write against a read only replica."), REPLICA],
  [
    'is a Sentinel',
    info('redis_mode:sentinel\r\n'),
    'VALKEY_URL names a Sentinel: name the primary that it monitors (SENTINEL).',
  ],
  [
    'has no EVAL',
    refusing(['EVAL'], "ERR unknown command 'eval', with args beginning with: 'secret'"),
    'VALKEY_URL names a store that lacks commands of the gateway: name a Valkey, or a Redis of version 6 or later (UNKNOWN_COMMAND).',
  ],
  ['denies a command', refusing(['MGET'], "NOPERM User app has no permissions to run 'mget'"), NO_PERMISSION],
  [
    'denies a command in a script',
    refusing(['EVAL'], "ERR The user executing the script can't run this command or subcommand script: f"),
    NO_PERMISSION,
  ],
  ['sends something other than RESP', () => 'SSH-2.0-OpenSSH_9.6\r\n', NOT_VALKEY],
])('does not start when the store %s', async (_name, behaviour, message) => {
  expect(await refusalBy(behaviour)).toBe(message);
});

test('does not start on an HTTP server', async () => {
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  expect(await refusal(`redis://127.0.0.1:${(server.address() as AddressInfo).port}`)).toBe(NOT_VALKEY);
  server.close();
});

test.each<[string, Behaviour]>([
  ['is frozen', () => undefined],
  [
    'is loading its data',
    refusing([...WRITES, 'MGET', 'PING'], 'LOADING Redis is loading the dataset in memory'),
  ],
  ['is full', refusing(WRITES, "OOM command not allowed when used memory > 'maxmemory'.")],
  [
    'cannot write to its disk',
    refusing(WRITES, 'MISCONF Errors writing to the AOF file: No space left on device'),
  ],
  ['has too few replicas', refusing(WRITES, 'NOREPLICAS Not enough good replicas to write.')],
  ['runs a long script', refusing(WRITES, 'BUSY Redis is busy running a script.')],
])('starts when the store %s, which can end without a change', async (_name, behaviour) => {
  const start = performance.now();
  expect(await refusalBy(behaviour)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(5_000);
});

test('starts when nothing listens at the address', async () => {
  expect(await refusal(`redis://127.0.0.1:${await freePort()}`)).toBeUndefined();
});

describeWithRedis('the start with Redis')('with a Redis', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });

  afterAll(() => redis.kill());

  const as = (credentials: string, path = '') => `redis://${credentials}@127.0.0.1:${redis.port}${path}`;

  test('does not start on a node of a cluster, and prints one line', async () => {
    const node = await RedisServer.start(
      '--cluster-enabled',
      'yes',
      '--cluster-config-file',
      `nodes-${await freePort()}.conf`,
    );
    const program = runProgram('main.js', { PORT: '0', VALKEY_URL: node.url });
    expect(await program.exit()).toBe(1);
    await node.kill();
    const lines = program.stderr().trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([CLUSTER]);
  });

  test('does not start on a replica', async () => {
    const replica = await RedisServer.start('--replicaof', `127.0.0.1 ${redis.port}`);
    expect(await refusal(replica.url)).toBe(REPLICA);
    await replica.kill();
  });

  test('does not start without the right password, and does not show it', async () => {
    const secured = await RedisServer.start();
    await secured.withClient((client) => client.config('SET', 'requirepass', 'hunter2'));
    const address = `127.0.0.1:${secured.port}`;
    expect(await refusal(`redis://${address}`)).toBe(PASSWORD_REQUIRED);
    expect(await refusal(`redis://:wrong@${address}`)).toBe(WRONG_PASSWORD);
    expect(await refusal(`redis://nobody:hunter2@${address}`)).toBe(WRONG_PASSWORD);
    expect(await refusal(`redis://:hunter2@${address}`)).toBeUndefined();
    await secured.kill();
  });

  test('does not start with a database number that the server does not have', async () => {
    expect(await refusal(`${redis.url}/99`)).toBe(
      'VALKEY_URL names a database number that the store does not have: correct or omit it (NO_SUCH_DATABASE).',
    );
    expect(await refusal(`${redis.url}/3`)).toBeUndefined();
  });

  describe('a user with the permissions of docs/operations.md', () => {
    const [, line = ''] =
      /^ACL SETUSER secops-graph on (.+)$/m.exec(readDocument('docs/operations.md')) ?? [];
    const rules = line.split(' ').map((rule) => (rule === '>password' ? '>hunter2' : rule));
    const commands = rules.filter((rule) => rule.startsWith('+'));

    const grant = (user: string, granted: readonly string[]) =>
      redis.withClient((client) => client.call('ACL', 'SETUSER', user, 'reset', 'on', ...granted));

    test('can do everything that the gateway does', async () => {
      await grant('app', rules);
      expect(await refusal(as('app:hunter2'))).toBeUndefined();
      const failures: string[] = [];
      const valkey = new ValkeyConnection(as('app:hunter2'), (reason) => failures.push(reason));
      const leases = new ValkeyLeaseStore(valkey, SYSTEM_CLOCK, 50);
      await delay(300);
      const lease = await leases.acquire('job', Infinity, AbortSignal.timeout(5_000));
      await lease.release();
      const keys = new ValkeyIdempotencyStore(valkey);
      const claim = await keys.claim('key', 'fingerprint');
      if (claim.state !== 'CLAIMED') throw new Error(claim.state);
      await keys.markSending('key', claim.token);
      await keys.complete('key', claim.token, '{}');
      expect(await keys.claim('key', 'fingerprint')).toEqual({ state: 'COMPLETED', result: '{}' });
      await keys.release('key', claim.token);
      expect(await new ValkeyPointStore(valkey, 10).take('caller', 3)).toBeUndefined();
      const cache = new ValkeyCacheStore(valkey);
      await cache.drop('scope');
      (await cache.lookUp('scope', 'key', 60)).store({ output: 1, asOf: new Date() });
      await delay(50);
      expect((await cache.lookUp('scope', 'key', 60)).found).toMatchObject({ output: 1 });
      expect(await valkey.check()).toEqual({ failure: undefined, evicts: false });
      expect(failures).toEqual([]);
      valkey.close();
    });

    test.each(commands)('cannot do without %s', async (command) => {
      await grant(
        'app',
        rules.filter((rule) => rule !== command),
      );
      expect(await refusal(as('app:hunter2'))).toBe(NO_PERMISSION);
    });

    test('cannot do without the keys', async () => {
      await grant(
        'app',
        rules.map((rule) => (rule.startsWith('~') ? '~other:*' : rule)),
      );
      expect(await refusal(as('app:hunter2'))).toBe(NO_PERMISSION);
    });
  });
});
