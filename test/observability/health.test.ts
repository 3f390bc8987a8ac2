// /livez, /readyz and /metrics over HTTP: their addresses, and their responses while a store is unavailable or the gateway ends.
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { liveEnvironment } from '../support/live-environment';
import type { Config } from '../../src/config/config';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { freePort } from '../support/free-port';
import { testConfig } from '../support/gateway';
import { describeWithPostgres, PostgresServer } from '../support/postgres';
import { runProgram } from '../support/program';
import { describeWithRedis, RedisServer } from '../support/redis';

const OWN_PORT = { host: '127.0.0.1', port: 0, publicProbes: false, tracedAs: undefined };
const PAGES = ['/livez', '/readyz', '/metrics'];
const JOBS = '{ classificationJobs(first: 1) { nodes { name } completeness { complete } } }';

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator();
});

afterAll(() => emulator.close());

function start(overrides: Partial<Config> = {}): Promise<ServedGateway> {
  const aws = { mode: 'emulator', endpoint: emulator.url } as const;
  return startGateway(testConfig(overrides), aws, pino({ level: 'silent' }));
}

const statuses = (origin: string) =>
  Promise.all(PAGES.map(async (page) => (await fetch(`${origin}${page}`)).status));

async function readiness({ operationsOrigin }: ServedGateway): Promise<unknown> {
  const response = await fetch(`${operationsOrigin}/readyz`);
  return { code: response.status, ...((await response.json()) as object) };
}

async function readJobs({ url }: { readonly url: string }): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: JOBS }) });
  return response.json();
}

/** Waits until readiness is as expected; the timeout of the suite limits the wait. */
async function untilReadiness(gateway: ServedGateway, expected: object): Promise<void> {
  while (JSON.stringify(await readiness(gateway)) !== JSON.stringify(expected)) await delay(50);
}

const READY = { code: 200, status: 'ready', reasons: [], degraded: [] };

test('the gateway serves the pages at the address of the endpoint, with Cache-Control: no-store', async () => {
  const gateway = await start();
  try {
    expect(gateway.operationsOrigin).toBe(gateway.origin);
    expect(await statuses(gateway.origin)).toEqual([200, 200, 200]);
    expect(await readiness(gateway)).toEqual(READY);
    const metrics = await fetch(`${gateway.origin}/metrics`);
    expect(metrics.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(metrics.headers.get('cache-control')).toBe('no-store');
    const text = await metrics.text();
    expect(text).toContain('# TYPE secops_graph_requests_total counter');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  } finally {
    await gateway.close();
  }
});

test('with OPERATIONS_PORT the gateway serves the pages on that port only', async () => {
  const gateway = await start({ operations: OWN_PORT });
  try {
    expect(gateway.operationsOrigin).not.toBe(gateway.origin);
    expect(await statuses(gateway.operationsOrigin)).toEqual([200, 200, 200]);
    expect(await statuses(gateway.origin)).toEqual([404, 404, 404]);
    expect((await fetch(`${gateway.operationsOrigin}/graphql`)).status).toBe(404);
  } finally {
    await gateway.close();
  }
});

test('two gateways in one process have separate metrics', async () => {
  const gateways = await Promise.all([start(), start()]);
  try {
    await readJobs({ url: gateways[0].url });
    const counted = await Promise.all(
      gateways.map(async ({ origin }) =>
        (await (await fetch(`${origin}/metrics`)).text()).includes('secops_graph_requests_total{'),
      ),
    );
    expect(counted).toEqual([true, false]);
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.close()));
  }
});

test('after SIGTERM the gateway is alive and not ready, completes the request in flight, and ends', async () => {
  const port = await freePort();
  const program = runProgram('main.js', {
    PORT: '0',
    OPERATIONS_PORT: String(port),
    ...liveEnvironment(emulator.url),
  });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  const operations = `http://127.0.0.1:${port}`;
  await emulator.control('POST', '/faults', {
    service: 'macie2',
    operation: 'ListClassificationJobs',
    count: 1,
    hold: true,
  });
  await emulator.control('DELETE', '/calls');
  const response = readJobs({ url });
  // The emulator logs a call when it responds, and counts a fault when it applies it.
  while (((await emulator.control('GET', '/faults')) as unknown[]).length > 0) await delay(5);
  expect(await statuses(operations)).toEqual([200, 200, 200]);
  program.kill('SIGTERM');
  while ((await fetch(`${operations}/readyz`)).status === 200) await delay(5);
  const drained = await (await fetch(`${operations}/readyz`)).json();
  expect(drained).toEqual({ status: 'not ready', reasons: ['DRAINING'], degraded: [] });
  expect(await statuses(operations)).toEqual([200, 503, 200]);
  await emulator.control('POST', '/faults/release');
  expect(await response).toMatchObject({
    data: { classificationJobs: { completeness: { complete: true } } },
  });
  expect(await program.exit()).toBe(0);
  await expect(fetch(`${operations}/livez`)).rejects.toThrow('fetch failed');
});

test('the gateway does not start on a port in use, and prints one line', async () => {
  const first = await start({ operations: OWN_PORT });
  try {
    const { port } = new URL(first.operationsOrigin);
    const program = runProgram('main.js', { PORT: '0', OPERATIONS_PORT: port });
    expect(await program.exit()).toBe(1);
    expect(program.stderr().trim().split('\n')).toHaveLength(1);
    expect(program.stderr()).toContain('set OPERATIONS_PORT to a free port');
  } finally {
    await first.close();
  }
});

test('the gateway stays ready while an AWS service is unavailable, and reports AWS_UNAVAILABLE until it recovers', async () => {
  const gateway = await start();
  const fault = {
    service: 'macie2',
    operation: '*',
    error: { type: 'InternalServerException', status: 500 },
  };
  await emulator.control('POST', '/faults', fault);
  try {
    for (let failures = 0; failures < 5; failures += 1) await readJobs(gateway);
    await untilReadiness(gateway, { ...READY, degraded: ['AWS_UNAVAILABLE'] });
    await emulator.control('DELETE', '/faults');
    while (JSON.stringify(await readJobs(gateway)).includes('"complete":false')) await delay(200);
    await untilReadiness(gateway, READY);
    expect((await fetch(`${gateway.origin}/livez`)).status).toBe(200);
  } finally {
    await gateway.close();
  }
});

describeWithRedis('health/valkey')('Valkey', () => {
  test('the gateway stays ready and reports VALKEY_UNAVAILABLE until Valkey recovers', async () => {
    const redis = await RedisServer.start();
    const gateway = await start({ valkeyUrl: redis.url });
    const DEGRADED = (cause: string) => ({
      ...READY,
      degraded: ['VALKEY_UNAVAILABLE'],
      causes: { VALKEY_UNAVAILABLE: cause },
    });
    // A server that has just started may have lost leases.
    const EXPIRING = { ...READY, degraded: ['LEASES_EXPIRING'] };
    try {
      await untilReadiness(gateway, EXPIRING);
      await redis.kill();
      await untilReadiness(gateway, DEGRADED('CONNECTION_REFUSED'));
      expect(await readJobs(gateway)).not.toHaveProperty('errors');
      await redis.run();
      await untilReadiness(gateway, EXPIRING);
      redis.freeze();
      await untilReadiness(gateway, DEGRADED('TIMED_OUT'));
    } finally {
      redis.thaw();
      await gateway.close();
      await redis.kill();
    }
    expect(await fetch(`${gateway.origin}/livez`).catch(() => 'closed')).toBe('closed');
  });
});

describeWithPostgres('health/postgres')('PostgreSQL', () => {
  test('with READINESS_NEEDS=audit the gateway is not ready until the audit trail is writable again', async () => {
    const postgres = await PostgresServer.start();
    await postgres.query('CREATE DATABASE trail');
    const databaseUrl = postgres.url('trail');
    const gateway = await start({ databaseUrl, readinessNeeds: ['audit'] });
    const reader = await start({ databaseUrl });
    const NOT_READY = (cause: string) => ({
      code: 503,
      status: 'not ready',
      reasons: ['AUDIT_UNAVAILABLE'],
      degraded: [],
      causes: { AUDIT_UNAVAILABLE: cause },
    });
    const setReadOnly = async (isReadOnly: boolean) => {
      await postgres.query(`ALTER DATABASE trail SET default_transaction_read_only = ${String(isReadOnly)}`);
      await postgres.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'trail'");
    };
    try {
      await untilReadiness(gateway, READY);
      // Like a replica that is no longer the primary: readable, but not writable.
      await setReadOnly(true);
      await untilReadiness(gateway, NOT_READY('READ_ONLY'));
      await setReadOnly(false);
      await untilReadiness(gateway, READY);
      await postgres.kill();
      await untilReadiness(gateway, NOT_READY('CONNECTION_REFUSED'));
      // Without the variable, the same fault leaves a gateway in rotation.
      const degraded = {
        degraded: ['AUDIT_UNAVAILABLE'],
        causes: { AUDIT_UNAVAILABLE: 'CONNECTION_REFUSED' },
      };
      await untilReadiness(reader, { ...READY, ...degraded });
      expect(await readJobs(reader)).not.toHaveProperty('errors');
      expect((await fetch(`${gateway.origin}/livez`)).status).toBe(200);
      await postgres.run();
      await untilReadiness(gateway, READY);
      const rows = await postgres.query('SELECT count(*)::int AS rows FROM audit_log', postgres.url('trail'));
      expect(rows).toEqual([{ rows: 0 }]);
    } finally {
      await gateway.close();
      await reader.close();
      await postgres.close();
    }
  });
});
