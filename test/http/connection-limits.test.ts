// The limits of connections: in all and per client address.
import { once } from 'node:events';
import { createServer } from 'node:http';
import dns from 'node:dns';
import { connect, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { limitConnections, type ConnectionLimits } from '../../src/http/connection-limits';
import { startGateway } from '../../src/app/serve';
import { ConnectionMetrics } from '../../src/observability/metrics/connection-metrics';
import { CapturedLog } from '../support/captured-log';
import { useHarness } from '../support/harness';
import { startTestGateway, testConfig } from '../support/gateway';
import { openIdle, statusFrom } from '../support/idle-connections';

const harness = useHarness();
const READ = '{ __typename }';

async function withLimits(
  { total, perAddress }: ConnectionLimits,
  trustedProxies: readonly string[],
  run: (url: string) => Promise<void>,
): Promise<void> {
  const http = {
    ...testConfig().http,
    trustedProxies,
    maxConnections: total,
    maxConnectionsPerAddress: perAddress,
  };
  const gateway = await startTestGateway(harness.emulator.url, { http });
  try {
    await run(gateway.url);
  } finally {
    await gateway.close();
  }
}

test('one address gets its share of the connections, and other addresses get the rest', async () => {
  await withLimits({ total: 20, perAddress: 5 }, [], async (url) => {
    const idle = openIdle(url, 12);
    await idle.settled(7);
    expect(idle.ended).toHaveLength(7);
    expect(await statusFrom('127.0.0.1', url, READ)).toBe('ECONNRESET');
    expect(await statusFrom('127.0.0.2', url, READ)).toBe(200);
  });
});

test('connections that end make room for others', async () => {
  await withLimits({ total: 20, perAddress: 2 }, [], async (url) => {
    for (let count = 0; count < 6; count += 1) expect(await statusFrom('127.0.0.2', url, READ)).toBe(200);
  });
});

test('a trusted proxy gets all connections', async () => {
  await withLimits({ total: 20, perAddress: 2 }, ['127.0.0.3'], async (url) => {
    const idle = openIdle(url, 15, '127.0.0.3');
    await idle.settled(0);
    expect(idle.ended).toHaveLength(0);
    expect(await statusFrom('127.0.0.3', url, READ)).toBe(200);
  });
});

test('connections beyond the limit of all addresses are closed at once', async () => {
  await withLimits({ total: 10, perAddress: 8 }, [], async (url) => {
    const floods = [openIdle(url, 8), openIdle(url, 8, '127.0.0.3')];
    await Promise.all(floods.map((flood) => flood.settled(0)));
    while (floods.flatMap(({ ended }) => ended).length < 6) await delay(20);
    expect(floods.flatMap(({ ended }) => ended)).toHaveLength(6);
    expect(await statusFrom('127.0.0.2', url, READ)).toBe('ECONNRESET');
  });
});

/** A server with limits, which does not listen, and its log and metrics. */
function limitedServer(limits: ConnectionLimits) {
  const log = new CapturedLog();
  const registry = new Registry();
  const server = createServer();
  const metrics = new ConnectionMetrics(registry);
  limitConnections(server, { name: 'graphql', limits, metrics, logger: log.logger });
  return { server, log, registry };
}

test('errors of accepting connections are counted, logged once a minute, and do not end the server', async () => {
  const { server, log, registry } = limitedServer({ total: 1, perAddress: 1 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  for (let count = 0; count < 3; count += 1) {
    server.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE', syscall: 'accept' }));
  }
  server.close();
  expect(JSON.parse(log.text)).toMatchObject({
    level: 50,
    server: 'graphql',
    reason: 'ACCEPT_FAILED',
    err: { code: 'EMFILE' },
  });
  expect(await registry.metrics()).toContain(
    'secops_graph_connections_dropped_total{server="graphql",reason="ACCEPT_FAILED"} 3',
  );
});

test('the networks of one IPv6 subscriber share the limit of an address', () => {
  const { server } = limitedServer({ total: 10, perAddress: 2 });
  const connectFrom = (remoteAddress: string) => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
    server.emit('connection', socket);
    return socket;
  };
  const sockets = [
    '2001:db8:0:1200::1',
    '2001:db8:0:1201::1',
    '2001:db8:0:12ff::1',
    '2001:db8:0:1300::1',
  ].map(connectFrom);
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([false, false, true, false]);
  for (const socket of sockets) socket.destroy();
});

test('a gateway at localhost listens on one address, with limits, where the name has several', async () => {
  const addresses = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  const lookup = jest.spyOn(dns, 'lookup').mockImplementation((name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as (...result: unknown[]) => void;
    if (rest.length > 1) callback(null, addresses);
    else callback(null, ...(name === '::1' ? ['::1', 6] : ['127.0.0.1', 4]));
  });
  const host = 'localhost';
  const config = testConfig({
    host,
    operations: { host, port: 0, publicProbes: true, tracedAs: undefined },
  });
  const gateway = await startGateway(
    config,
    { mode: 'emulator', endpoint: harness.emulator.url },
    new CapturedLog().logger,
  );
  try {
    for (const origin of [gateway.origin, gateway.operationsOrigin]) {
      const { hostname, port } = new URL(origin);
      expect(hostname).toBe('127.0.0.1');
      expect(await statusFrom('127.0.0.1', `${origin}/livez`)).toBe(200);
      await expect(once(connect(Number(port), '::1'), 'connect')).rejects.toMatchObject({
        code: 'ECONNREFUSED',
      });
    }
  } finally {
    lookup.mockRestore();
    await gateway.close();
  }
});
