// Idle clients: they neither end the gateway, whose process may open few files, nor shut out other clients and health checks.
import { setTimeout as delay } from 'node:timers/promises';
import { openIdle, statusFrom } from '../support/idle-connections';
import { Scrape } from '../support/metrics';
import { runProgram, type Program } from '../support/program';

const READ = '{ classificationJobs(first: 1) { nodes { name } } }';
/** Seconds: the documented limit, the interval of the check, and a busy machine. */
const CLOSED_WITHIN = 10 + 1 + 5;

interface Started {
  readonly program: Program;
  readonly url: string;
  readonly operations: string;
}

async function start(maxOpenFiles: number, env: NodeJS.ProcessEnv = {}): Promise<Started> {
  const program = runProgram('main.js', { PORT: '0', OPERATIONS_PORT: '0', ...env }, { maxOpenFiles });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  const [, operations = ''] = await program.printed(/Health: (http:\S+)\/readyz/);
  return { program, url, operations };
}

async function stop({ program }: Started): Promise<void> {
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
}

/** Asks once a second whether others are served, until `isOver`. */
async function serveOthers({ url, operations }: Started, isOver: () => boolean): Promise<void> {
  do {
    expect(await statusFrom('127.0.0.1', `${operations}/readyz`)).toBe(200);
    expect(await statusFrom('127.0.0.2', url, READ)).toBe(200);
    await delay(1_000);
  } while (!isOver());
}

test('1,100 idle connections do not end a gateway that may open 1,024 files', async () => {
  const gateway = await start(1_024);
  const idle = openIdle(gateway.url, 1_100);
  await idle.settled(844);
  expect(idle.ended).toHaveLength(844);
  await serveOthers(gateway, () => idle.ended.length === 1_100);
  expect(Math.max(...idle.ended)).toBeLessThan(CLOSED_WITHIN * 1_000);
  const scrape = await Scrape.of(gateway.operations);
  const server = 'graphql';
  expect(scrape.sum('secops_graph_connection_limit', { server })).toBe(512);
  expect(scrape.by('secops_graph_connections_dropped_total', 'reason', { server })).toEqual({
    LIMIT: 0,
    ADDRESS_LIMIT: 844,
    ACCEPT_FAILED: 0,
  });
  await stop(gateway);
  expect(gateway.program.stderr()).toContain(
    '"openFiles":1024,"reservedFiles":512,"neededFiles":530,"msg":"The process may open too few files',
  );
  expect(gateway.program.stderr()).toContain(
    '"connections":512,"connectionsPerAddress":256,"openFiles":1024,"reservedFiles":512,"msg":"started"',
  );
}, 60_000);

test('2,000 connections that send nothing from one address leave room for others, and are closed in time', async () => {
  const gateway = await start(4_096);
  const idle = openIdle(gateway.url, 2_000);
  await idle.settled(1_000);
  expect(idle.ended).toHaveLength(1_000);
  await serveOthers(gateway, () => idle.ended.length === 2_000);
  expect(Math.max(...idle.ended)).toBeLessThan(CLOSED_WITHIN * 1_000);
  expect(await statusFrom('127.0.0.1', gateway.url, READ)).toBe(200);
  await stop(gateway);
}, 60_000);

test('connections from many addresses that use up the limit leave health checks alone', async () => {
  // Few, so that also a busy machine has opened all of them before the first ones are closed.
  const gateway = await start(1_024, { MAX_CONNECTIONS: '150' });
  const floods = ['127.0.0.3', '127.0.0.4', '127.0.0.5'].map((address) => openIdle(gateway.url, 60, address));
  await Promise.all(floods.map((flood) => flood.settled(0)));
  expect(await statusFrom('127.0.0.2', gateway.url, READ)).toBe('ECONNRESET');
  for (const address of ['127.0.0.1', '127.0.0.2']) {
    expect(await statusFrom(address, `${gateway.operations}/readyz`)).toBe(200);
  }
  const dropped = (await Scrape.of(gateway.operations)).by(
    'secops_graph_connections_dropped_total',
    'reason',
    { server: 'graphql' },
  );
  expect(dropped.LIMIT).toBeGreaterThan(0);
  await stop(gateway);
}, 60_000);

test('connections to the operations port leave room for health checks from another address', async () => {
  const gateway = await start(1_024);
  const idle = openIdle(gateway.operations, 200);
  await idle.settled(175);
  expect(idle.ended).toHaveLength(175);
  expect(await statusFrom('127.0.0.2', `${gateway.operations}/readyz`)).toBe(200);
  expect(await statusFrom('127.0.0.2', gateway.url, READ)).toBe(200);
  while (idle.ended.length < 200) await delay(100);
  expect(Math.max(...idle.ended)).toBeLessThan(CLOSED_WITHIN * 1_000);
  await stop(gateway);
}, 60_000);

test('a gateway does not start when it cannot keep MAX_CONNECTIONS', async () => {
  const program = runProgram(
    'main.js',
    { PORT: '0', OPERATIONS_PORT: '0', MAX_CONNECTIONS: '2000' },
    { maxOpenFiles: 1_024 },
  );
  expect(await program.exit()).toBe(1);
  expect(program.stderr()).toContain(
    'MAX_CONNECTIONS is 2000, but the process may open 1024 files, and needs 512 of them itself: raise the limit of open files (ulimit -n), or set MAX_CONNECTIONS to at most 512.',
  );
}, 60_000);

test('a gateway does not start when it may open fewer files than it needs itself', async () => {
  const program = runProgram('main.js', { PORT: '0', OPERATIONS_PORT: '0' }, { maxOpenFiles: 100 });
  expect(await program.exit()).toBe(1);
  expect(program.stderr()).toContain(
    'The process may open 100 files, and needs 114 of them itself: raise the limit of open files (ulimit -n).',
  );
}, 60_000);
