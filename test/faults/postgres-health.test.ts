// Faults of PostgreSQL while a gateway runs: the gateway stays ready and names the cause.
import type { Server } from 'node:net';
import { describeWith } from '../support/describe-with';
import { findProgram } from '../../scripts/find-program';
import { loseName } from '../support/names';
import { describeWithPostgres, hasPostgres, withClient } from '../support/postgres';
import { documentedFaults, expectFault, rowsOf, type HealthFault } from './health-fault';
import {
  bySql,
  inDatabase,
  newDatabase,
  newRelayedDatabase,
  rejectAsStarting,
  server,
  startServer,
} from './postgres-databases';
import { FULL, UNTRUSTED } from './postgres-machine-faults';

const TRIGGER = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'hunter2' USING ERRCODE = '58030'; END $$;
  CREATE TRIGGER refuse BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION refuse()`;

const FAULTS: readonly HealthFault[] = [
  {
    name: 'rejects the password',
    cause: 'WRONG_PASSWORD',
    start: bySql(
      ({ user }) => [`ALTER ROLE ${user} PASSWORD 'another'`],
      ({ user }) => [`ALTER ROLE ${user} PASSWORD 'hunter2'`],
    ),
  },
  {
    name: 'does not let the user log in',
    cause: 'LOGIN_REJECTED',
    start: bySql(
      ({ user }) => [`ALTER ROLE ${user} NOLOGIN`],
      ({ user }) => [`ALTER ROLE ${user} LOGIN`],
    ),
  },
  {
    name: 'has no more connections',
    cause: 'TOO_MANY_CONNECTIONS',
    start: bySql(
      ({ user }) => [`ALTER ROLE ${user} CONNECTION LIMIT 0`],
      ({ user }) => [`ALTER ROLE ${user} CONNECTION LIMIT -1`],
    ),
  },
  {
    name: 'is read-only, like a standby',
    cause: 'READ_ONLY',
    isTrailReadable: true,
    start: bySql(
      ({ database }) => [`ALTER DATABASE ${database} SET default_transaction_read_only = on`],
      ({ database }) => [`ALTER DATABASE ${database} RESET default_transaction_read_only`],
    ),
  },
  {
    name: 'has lost its database',
    cause: 'NO_SUCH_DATABASE',
    start: bySql(
      ({ database, user }) => [
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${user}'`,
        `ALTER DATABASE ${database} RENAME TO ${database}_lost`,
      ],
      ({ database }) => [`ALTER DATABASE ${database}_lost RENAME TO ${database}`],
    ),
  },
  {
    name: 'has lost the table',
    cause: 'NO_SUCH_TABLE',
    isTrailReadable: true,
    start: inDatabase('ALTER TABLE audit_log RENAME TO lost', 'ALTER TABLE lost RENAME TO audit_log'),
  },
  {
    name: 'denies the user writes',
    cause: 'NO_PERMISSION',
    isTrailReadable: true,
    start: async () => {
      const { url, user, owner } = await newDatabase();
      return {
        config: { databaseUrl: url },
        begin: () => owner(`REVOKE INSERT ON audit_log FROM ${user}`),
        end: () => owner(`GRANT INSERT ON audit_log TO ${user}`),
      };
    },
  },
  {
    name: 'denies the user the view',
    cause: 'NO_PERMISSION',
    makesChanges: true,
    start: async () => {
      const { url, user, owner } = await newDatabase();
      return {
        config: { databaseUrl: url },
        begin: () => owner(`REVOKE SELECT ON audit_trail FROM ${user}`),
        end: () => owner(`GRANT SELECT ON audit_trail TO ${user}`),
      };
    },
  },
  {
    name: 'cannot use its disk',
    cause: 'DISK_FAILURE',
    isTrailReadable: true,
    endsByChange: true,
    start: inDatabase(TRIGGER, 'DROP TRIGGER refuse ON audit_log; DROP FUNCTION refuse'),
  },
  {
    name: 'waits for a lock on the table',
    cause: 'TIMED_OUT',
    start: async () => {
      const { url, database } = await newDatabase();
      let release: () => void = () => undefined;
      return {
        config: { databaseUrl: url },
        begin: () =>
          new Promise<void>((locked) => {
            void withClient(server().url(database), async (client) => {
              await client.query('BEGIN; LOCK TABLE audit_log IN ACCESS EXCLUSIVE MODE');
              const released = new Promise<void>((resolve) => {
                release = resolve;
              });
              locked();
              await released;
            });
          }),
        end: () => {
          release();
        },
      };
    },
  },
  {
    name: 'does not respond',
    cause: 'TIMED_OUT',
    start: async () => {
      const { url, relay } = await newRelayedDatabase();
      return {
        config: { databaseUrl: url.href },
        begin: relay.hang,
        end: relay.resume,
        close: relay.close,
      };
    },
  },
  {
    name: 'has a host name that no longer resolves',
    cause: 'HOST_NOT_FOUND',
    start: async () => {
      const { url, disconnect } = await newDatabase();
      const name = loseName('store.test');
      return {
        config: { databaseUrl: url.replace('127.0.0.1', 'store.test') },
        begin: () => {
          name.lose();
          return disconnect();
        },
        end: name.find,
        close: name.restore,
      };
    },
  },
  {
    name: 'is starting',
    cause: 'STARTING',
    start: async () => {
      const { url, relay } = await newRelayedDatabase();
      let fake: Server | undefined;
      return {
        config: { databaseUrl: url.href },
        begin: async () => {
          await relay.stop();
          fake = await rejectAsStarting(relay.port);
        },
        end: async () => {
          fake?.close();
          await relay.listen();
        },
        close: relay.close,
      };
    },
  },
];

/** It ends the server of all other faults. */
const DOWN: HealthFault = {
  name: 'is down',
  cause: 'CONNECTION_REFUSED',
  endsBy: ['STARTING'],
  start: async () => {
    const { url } = await newDatabase();
    return { config: { databaseUrl: url }, begin: () => server().kill(), end: () => server().run() };
  },
};

beforeAll(async () => {
  if (hasPostgres) await startServer();
});

afterAll(async () => {
  if (hasPostgres) await server().close();
});

describeWithPostgres('faults/postgres-health')('while the gateway runs, PostgreSQL', () => {
  test.concurrent.each(FAULTS)('$name', async (fault) => {
    await expectFault(fault);
  });

  test.each([DOWN])('$name', async (fault) => {
    await expectFault(fault);
  });
});

const isRoot = process.getuid?.() === 0;
describeWith(
  hasPostgres && isRoot,
  'a full disk of PostgreSQL',
  'PostgreSQL, and root to mount a small disk',
)('while the gateway runs, PostgreSQL', () => {
  test.each([FULL])('$name', async (fault) => {
    await expectFault(fault);
  });
});

describeWith(
  hasPostgres && findProgram('openssl') !== undefined,
  'PostgreSQL with TLS',
  'PostgreSQL and openssl',
)('while the gateway runs, PostgreSQL', () => {
  test.each([UNTRUSTED])('$name', async (fault) => {
    await expectFault(fault);
  });
});

test('docs/faults.md lists every fault of PostgreSQL', () => {
  expect(documentedFaults('PostgreSQL')).toEqual(rowsOf([...FAULTS, DOWN, FULL, UNTRUSTED]));
});
