// The history of a gateway in the mode `listening`: it calls AWS for subscribers only, and its end waits for no database.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { Registry } from 'prom-client';
import { History } from '../../src/app/history';
import { AUDIT_MODULE } from '../../src/audit/module';
import { createAdapters } from '../../src/aws/adapters/all';
import { AwsClients } from '../../src/aws/client/clients';
import { SERVICE_NAMES } from '../../src/domain/services';
import { Targets } from '../../src/domain/targets';
import { HISTORY_MODULE } from '../../src/history/migrations';
import { HistoryMetrics } from '../../src/observability/metrics/history-metrics';
import type { SqlDatabase } from '../../src/storage/sql/database';
import { openDatabase } from '../../src/storage/sql/open';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { describeWithPostgres, PostgresServer } from '../support/postgres';
import { startRelay } from '../support/relay';

const LOGGER = pino({ level: 'silent' });
const TARGETS = new Targets([{ name: 'default', region: 'us-east-1', services: SERVICE_NAMES }]);

const open = (databaseUrl?: string) =>
  openDatabase({ databaseUrl, databaseFile: ':memory:' }, [AUDIT_MODULE, HISTORY_MODULE], LOGGER);

let emulator: TestEmulator;
let clients: AwsClients;

beforeEach(async () => {
  emulator = await startTestEmulator();
  clients = new AwsClients(TARGETS, { mode: 'emulator', endpoint: emulator.url });
});

afterEach(async () => {
  clients.destroy();
  await emulator.close();
});

function startHistory(database: SqlDatabase): History {
  const settings = { mode: 'listening', intervalSeconds: 2, days: 90, maxEvents: 1_000 } as const;
  const metrics = new HistoryMetrics(new Registry());
  const history = new History(settings, { database, targets: TARGETS, logger: LOGGER, metrics });
  history.watch(createAdapters(clients));
  return history;
}

async function holders(database: SqlDatabase): Promise<number> {
  return (await database.run({ text: 'SELECT holder FROM history_listeners', values: [] })).length;
}

test('calls AWS while it has subscribers, and deletes its row when it closes', async () => {
  const database = await open();
  const history = startHistory(database);
  await delay(300);
  expect(await emulator.calls()).toEqual([]);
  history.listeners.add();
  while ((await emulator.calls()).length === 0) await delay(10);
  expect(await holders(database)).toBe(1);
  await history.close();
  expect(await holders(database)).toBe(0);
  await database.close();
});

describeWithPostgres('the history on a hanging PostgreSQL')('on a hanging PostgreSQL', () => {
  test('closes within a second although it has subscribers', async () => {
    const server = await PostgresServer.start();
    const url = new URL(server.url());
    const relay = await startRelay(Number(url.port));
    url.port = String(relay.port);
    const database = await open(url.href);
    const history = startHistory(database);
    history.listeners.add();
    while ((await holders(database)) === 0) await delay(10);
    relay.hang();
    const start = performance.now();
    await history.close();
    const took = performance.now() - start;
    relay.resume();
    await database.close();
    relay.close();
    await server.close();
    expect(took).toBeLessThan(1_000);
  });
});
