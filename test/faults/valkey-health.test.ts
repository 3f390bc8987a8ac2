// Faults of Valkey while a gateway runs: the gateway stays ready and names the cause.
import { Redis } from 'ioredis';
import { describeWith } from '../support/describe-with';
import { findProgram } from '../../scripts/find-program';
import { loseName } from '../support/names';
import { describeWithRedis, RedisServer } from '../support/redis';
import { FakeValkey, healthy, refusing, type Behaviour } from './fake-valkey';
import { DISCONNECT, run, type Command } from './redis-commands';
import { TLS_FAULTS } from './valkey-tls-faults';
import { documentedFaults, expectFault, rowsOf, type FaultyStore, type HealthFault } from './health-fault';

interface OfRedis {
  readonly options?: readonly string[];
  /** The user and the password in the URL. */
  readonly credentials?: string;
  readonly before?: readonly Command[];
  readonly begin: (redis: RedisServer) => unknown;
  readonly end: (redis: RedisServer) => unknown;
}

function ofRedis({ options = [], credentials = '', before = [], begin, end }: OfRedis) {
  return async (): Promise<FaultyStore> => {
    const redis = await RedisServer.start(...options);
    await run(redis, ...before);
    return {
      config: { valkeyUrl: redis.url.replace('//', `//${credentials}`) },
      begin: () => begin(redis),
      end: () => end(redis),
      close: () => redis.kill(),
    };
  };
}

function ofFake(behaviour: Behaviour) {
  return async (): Promise<FaultyStore> => {
    const valkey = await FakeValkey.start(healthy);
    return {
      config: { valkeyUrl: valkey.url },
      begin: () => {
        valkey.become(behaviour);
      },
      end: () => {
        valkey.become(healthy);
      },
      close: () => valkey.close(),
    };
  };
}

const WRITES = ['SET', 'INCR', 'EVAL'];
const rejectAll =
  (text: string): Behaviour =>
  (command, socket) =>
    ['HELLO', 'CLIENT'].includes(command) ? healthy(command, socket) : `-${text}\r\n`;

/** INFO is accepted, as by a node of a cluster and by a server that loads its data. */
const rejectCommands =
  (text: string): Behaviour =>
  (command, socket) =>
    ['INFO', 'HELLO', 'CLIENT'].includes(command) ? healthy(command, socket) : `-${text}\r\n`;

const GRANTED: Command = ['ACL', 'SETUSER', 'app', 'on', '>hunter2', '~*', '+@all'];

const FAULTS: readonly HealthFault[] = [
  {
    name: 'is down',
    cause: 'CONNECTION_REFUSED',
    start: ofRedis({ begin: (redis) => redis.kill(), end: (redis) => redis.run() }),
  },
  {
    name: 'does not respond',
    cause: 'TIMED_OUT',
    start: ofRedis({
      begin: (redis) => {
        redis.freeze();
      },
      end: (redis) => {
        redis.thaw();
      },
    }),
  },
  {
    name: 'has a host name that no longer resolves',
    cause: 'HOST_NOT_FOUND',
    start: async () => {
      const redis = await RedisServer.start();
      const name = loseName('store.test');
      return {
        config: { valkeyUrl: redis.url.replace('127.0.0.1', 'store.test') },
        begin: () => {
          name.lose();
          return run(redis, DISCONNECT);
        },
        end: name.find,
        close: () => {
          name.restore();
          return redis.kill();
        },
      };
    },
  },
  {
    name: 'rejects the password',
    cause: 'WRONG_PASSWORD',
    start: ofRedis({
      credentials: 'app:hunter2@',
      before: [GRANTED],
      begin: (redis) => run(redis, ['ACL', 'SETUSER', 'app', 'resetpass', '>another'], DISCONNECT),
      end: (redis) => run(redis, ['ACL', 'SETUSER', 'app', '>hunter2']),
    }),
  },
  {
    name: 'requires a password',
    cause: 'PASSWORD_REQUIRED',
    start: ofRedis({
      begin: (redis) => run(redis, ['CONFIG', 'SET', 'requirepass', 'hunter2'], DISCONNECT),
      end: async ({ url }) => {
        const client = new Redis(url.replace('//', '//:hunter2@'));
        await client.config('SET', 'requirepass', '');
        client.disconnect();
      },
    }),
  },
  {
    name: 'denies a command',
    cause: 'NO_PERMISSION',
    start: ofRedis({
      credentials: 'app:hunter2@',
      before: [GRANTED],
      begin: (redis) => run(redis, ['ACL', 'SETUSER', 'app', '-eval', '-set']),
      end: (redis) => run(redis, GRANTED),
    }),
  },
  {
    name: 'becomes a replica',
    cause: 'REPLICA',
    start: ofRedis({
      begin: (redis) => run(redis, ['REPLICAOF', '127.0.0.1', '1']),
      end: (redis) => run(redis, ['REPLICAOF', 'NO', 'ONE']),
    }),
  },
  {
    name: 'is full',
    cause: 'FULL',
    start: ofRedis({
      begin: (redis) => run(redis, ['CONFIG', 'SET', 'maxmemory', '1']),
      end: (redis) => run(redis, ['CONFIG', 'SET', 'maxmemory', '0']),
    }),
  },
  {
    name: 'cannot write to its disk',
    cause: 'NOT_PERSISTENT',
    start: ofFake(refusing(WRITES, 'MISCONF Redis is configured to save RDB snapshots')),
  },
  {
    name: 'is loading its data',
    cause: 'LOADING',
    start: ofFake(rejectCommands('LOADING Redis is loading the dataset in memory')),
  },
  {
    name: 'is a node of a cluster',
    cause: 'CLUSTER',
    start: ofFake(rejectCommands('MOVED 7 10.0.0.1:6379')),
  },
  {
    name: 'has too few replicas',
    cause: 'TOO_FEW_REPLICAS',
    start: ofFake(refusing(WRITES, 'NOREPLICAS Not enough good replicas to write.')),
  },
  {
    name: 'runs a long script',
    cause: 'BUSY',
    start: ofFake(rejectCommands('BUSY Redis is busy running a script.')),
  },
  {
    name: 'has no more connections',
    cause: 'TOO_MANY_CONNECTIONS',
    start: ofFake(rejectAll('ERR max number of clients reached')),
  },
  {
    name: 'is in protected mode',
    cause: 'PROTECTED_MODE',
    start: ofFake(rejectAll('DENIED Redis is running in protected mode')),
  },
  {
    name: 'may evict keys',
    problem: 'VALKEY_EVICTS',
    start: ofRedis({
      options: ['--maxmemory', '100mb'],
      begin: (redis) => run(redis, ['CONFIG', 'SET', 'maxmemory-policy', 'volatile-lru']),
      end: (redis) => run(redis, ['CONFIG', 'SET', 'maxmemory-policy', 'noeviction']),
    }),
  },
  {
    name: 'drops its connections for a moment',
    problem: 'LEASES_EXPIRING',
    // The healthy server of the fake has run long enough to have no leases of an earlier one.
    start: ofFake(healthy),
  },
].map((fault): HealthFault => ({ problem: 'VALKEY_UNAVAILABLE', ...(fault as HealthFault) }));

describeWithRedis('faults/valkey-health')('while the gateway runs, Valkey', () => {
  test.concurrent.each(FAULTS)('$name', async (fault) => {
    await expectFault(fault);
  });
});

const hasRedis = findProgram('valkey-server', 'redis-server') !== undefined;
describeWith(
  hasRedis && findProgram('openssl') !== undefined,
  'Valkey with TLS',
  'openssl, and valkey-server or redis-server',
)('while the gateway runs, Valkey', () => {
  test.concurrent.each(TLS_FAULTS)('$name', async (fault) => {
    await expectFault(fault);
  });
});

test('docs/faults.md lists every fault of Valkey', () => {
  expect(documentedFaults('Valkey')).toEqual(rowsOf([...FAULTS, ...TLS_FAULTS]));
});
