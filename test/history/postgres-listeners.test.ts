// The subscribers of several gateways on one PostgreSQL database, its migration, and the rights that the documents grant.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { AUDIT_MODULE } from '../../src/audit/module';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { Listeners } from '../../src/history/listeners';
import type { LookResult } from '../../src/history/list-watcher';
import { HISTORY_CHANNEL, HISTORY_MODULE } from '../../src/history/migrations';
import { recordedChanges } from '../../src/history/recorded-changes';
import { insertEvent } from '../../src/history/statements';
import { steadyClock } from '../../src/history/steady-clock';
import { HistoryStore } from '../../src/history/store';
import type { SqlDatabase } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { intentOf, outcomeOf } from '../support/audit-records';
import { eventOf } from '../support/history';
import { readDocument } from '../support/markdown';
import { globalJobId, ObservedEmulator } from '../support/observed-emulator';
import { describeWithPostgres, PostgresServer } from '../support/postgres';

const LOGGER = pino({ level: 'silent' });

describeWithPostgres('subscribers of gateways on PostgreSQL')('subscribers of gateways on PostgreSQL', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await PostgresServer.start();
  });

  afterAll(() => server.close());

  const open = (url: string, modules = [AUDIT_MODULE, HISTORY_MODULE]): Promise<SqlDatabase> =>
    openDatabase({ databaseUrl: url, databaseFile: '' }, modules, LOGGER);

  async function newUrl(name: string): Promise<string> {
    await server.query(`CREATE DATABASE ${name}`);
    return server.url(name);
  }

  test('the observer of one gateway hears of the subscribers of another one', async () => {
    const url = await newUrl('observed');
    const world = await ObservedEmulator.start({ url, mode: 'listening' });
    const looks: LookResult[] = [];
    await world.observe((look) => looks.push(look));
    const other = await open(url);
    const clock = { ...steadyClock(), now: () => world.clock.now() };
    const store = new HistoryStore(other);
    const listeners = new Listeners({ store, clock, holder: 'other', logger: LOGGER });
    // The time of the observer stands still: only a notification reaches it.
    listeners.add();
    while (looks.length < 4) await delay(5);
    listeners.remove();
    const leased = 'SELECT source FROM history_sources WHERE lease_until > 0';
    while ((await server.query(leased, url)).length > 0) await delay(5);
    expect(looks).toHaveLength(4);
    await listeners.close();
    await other.close();
    await world.close();
  });

  test('appends by looks and by changes of the gateway notify their channel', async () => {
    const url = await newUrl('appended');
    const world = await ObservedEmulator.start({ url });
    const [running, idle] = [await world.jobIn('RUNNING'), await world.jobIn('IDLE')];
    const other = await open(url);
    let notifications = 0;
    other.listen(HISTORY_CHANNEL, () => (notifications += 1));
    while (notifications < 1) await delay(5);
    await world.observe();
    await world.putJob(running, { jobStatus: 'COMPLETE' });
    await world.pass();
    while (notifications < 2) await delay(5);
    const audit = recordedChanges(new SqlAuditLog(world.database, LOGGER), () => world.clock.now());
    await audit.begin({
      ...intentOf('change'),
      resourceType: 'ClassificationJob',
      resourceId: globalJobId(idle),
      target: 'default',
      operation: 'UpdateClassificationJob',
      statusBefore: 'IDLE',
      input: { to: 'CANCELLED' },
    });
    await delay(300);
    expect(notifications).toBe(2);
    await audit.end(outcomeOf('change', { outcome: 'APPLIED', statusAfter: 'CANCELLED' }));
    while (notifications < 3) await delay(5);
    expect(await world.events()).toHaveLength(2);
    await other.close();
    await world.close();
  });

  test('a database of the version before keeps its events and gets the table', async () => {
    const url = await newUrl('migrated');
    const { postgresMigrations } = HISTORY_MODULE;
    const before = { ...HISTORY_MODULE, postgresMigrations: postgresMigrations.slice(0, 1), startChecks: [] };
    const old = await open(url, [before]);
    await old.run(insertEvent(eventOf({ kind: 'SecurityCase', target: 'default' })));
    await old.close();
    const migrated = await open(url, [HISTORY_MODULE]);
    await new HistoryStore(migrated).listen({ holder: 'a', until: 1 }, true);
    await migrated.close();
    expect(await server.query('SELECT kind FROM history_events', url)).toEqual([{ kind: 'SecurityCase' }]);
    expect(await server.query('SELECT holder FROM history_listeners', url)).toEqual([{ holder: 'a' }]);
  });

  test('the rights of the documents are sufficient, and a gateway without one of them does not start', async () => {
    const url = await newUrl('granted');
    await (await open(url)).close();
    const pages = ['docs/audit.md', 'docs/history.md'].map(readDocument);
    const grants = pages.flatMap((page) => page.match(/^ *GRANT [^;]+;/gm) ?? []);
    expect(grants).toHaveLength(5);
    await server.query(`CREATE ROLE gateway LOGIN; ${grants.join('\n')}`, url);
    const restricted = url.replace('postgres@', 'gateway@');
    const database = await open(restricted);
    const store = new HistoryStore(database);
    await store.listen({ holder: 'a', until: 1_000 }, true);
    await store.listen({ holder: 'a', until: 2_000 }, false);
    expect([await store.isListened(1_999), await store.isListened(2_000)]).toEqual([true, false]);
    await store.forgetListeners(3_000);
    await store.listen({ holder: 'b', until: 1_000 }, true);
    await store.endListening('b');
    await database.close();
    expect(await server.query('SELECT holder FROM history_listeners', url)).toEqual([]);
    await server.query('REVOKE UPDATE ON history_listeners FROM gateway', url);
    await expect(open(restricted)).rejects.toThrow('42501');
  });
});
