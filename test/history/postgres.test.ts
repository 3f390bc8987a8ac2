// The history in PostgreSQL: the same statements as in SQLite.
import pino from 'pino';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import { recordedChanges } from '../../src/history/recorded-changes';
import { insertEvent } from '../../src/history/statements';
import { HistoryStore } from '../../src/history/store';
import { intentOf, outcomeOf } from '../support/audit-records';
import { globalJobId, ObservedEmulator } from '../support/observed-emulator';
import { describeWithPostgres, PostgresServer } from '../support/postgres';

describeWithPostgres('the history in PostgreSQL')('the history in PostgreSQL', () => {
  let server: PostgresServer;
  let world: ObservedEmulator;

  beforeAll(async () => {
    server = await PostgresServer.start();
    world = await ObservedEmulator.start({ url: server.url() });
  });

  afterAll(async () => {
    await world.close();
    await server.close();
  });

  test('has the changes of others and of the gateway once, for two gateways', async () => {
    const [first, second] = [await world.jobIn('RUNNING'), await world.jobIn('IDLE')];
    await world.observe();
    await world.observe();
    await world.putJob(first, { jobStatus: 'COMPLETE' });
    await world.pass();
    const log = new SqlAuditLog(world.database, pino({ level: 'silent' }));
    const audit = recordedChanges(log, () => world.clock.now());
    await audit.begin({
      ...intentOf('change'),
      resourceType: 'ClassificationJob',
      resourceId: globalJobId(second),
      target: 'default',
      operation: 'UpdateClassificationJob',
      statusBefore: 'IDLE',
      input: { to: 'CANCELLED' },
    });
    await world.putJob(second, { jobStatus: 'CANCELLED' });
    await world.pass();
    await audit.end(outcomeOf('change', { outcome: 'APPLIED', statusAfter: 'CANCELLED' }));
    await world.stopFirst();
    await world.pass();
    await world.pass();
    const events = (await world.events()).map(({ resource_id, cause }) => [resource_id, cause]);
    expect(events).toEqual([
      [globalJobId(first), 'OBSERVED'],
      [globalJobId(second), 'GATEWAY'],
    ]);
  });

  test('stores an actor with a NUL character, which PostgreSQL rejects', async () => {
    const event = {
      observedAt: new Date(),
      type: 'DISAPPEARED',
      cause: 'GATEWAY',
      kind: 'MacieMember',
      target: 'default',
      resourceId: 'any',
      changes: [],
      changeId: undefined,
    } as const;
    await world.database.run(insertEvent(event, 'user:a\0b'));
    const text = "DELETE FROM history_events WHERE resource_id = 'any' RETURNING actor";
    expect(await world.database.run({ text, values: [] })).toHaveLength(1);
  });

  test('prunes the oldest events, and keeps their last position', async () => {
    const store = new HistoryStore(world.database);
    await store.prune(new Date(0), 1);
    const positions = async () => {
      const rows = await world.database.run({ text: 'SELECT position FROM history_events', values: [] });
      return rows.map(({ position }) => Number(position));
    };
    const [last, ...others] = await positions();
    expect([last, others]).toEqual([expect.any(Number), []]);
    await store.prune(new Date(Date.now() + 60_000), 100);
    expect(await positions()).toEqual([]);
    const pruned = await world.database.run({ text: 'SELECT position FROM history_pruned', values: [] });
    expect(pruned.map(({ position }) => Number(position))).toEqual([last]);
  });
});
