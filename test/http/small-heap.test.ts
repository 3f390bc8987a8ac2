// A gateway with a small heap: it sheds requests before the heap is full, and only then.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { liveEnvironment } from '../support/live-environment';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { statusFrom } from '../support/idle-connections';
import { runProgram, type Program } from '../support/program';
import { nextAnswer, openSocket } from '../support/raw-http';

const DIST = join(__dirname, '../../dist/src/http');
const READ = '{ classificationJobs(first: 25) { nodes { name status } } }';

let emulator: TestEmulator;
let program: Program | undefined;

beforeAll(async () => {
  emulator = await startTestEmulator();
});

afterAll(() => emulator.close());

async function start(heapMegabytes: number): Promise<{ program: Program; url: string; operations: string }> {
  program = runProgram('main.js', {
    NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}`,
    PORT: '0',
    OPERATIONS_PORT: '0',
    ...liveEnvironment(emulator.url),
    RATE_LIMIT_PER_MINUTE: '0',
  });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  const [, operations = ''] = await program.printed(/Health: (http:\S+)\/readyz/);
  return { program, url, operations };
}

afterEach(async () => {
  program?.kill('SIGKILL');
  await program?.exit();
  program = undefined;
});

/** Waits until a read succeeds. */
async function recovered(url: string): Promise<void> {
  while ((await statusFrom('127.0.0.2', url, READ)) !== 200) await delay(200);
}

async function post(url: string, body: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

test('large bodies that arrive at the same time', async () => {
  const { url, operations } = await start(128);
  const body = `{"query":"${READ}","variables":{"list":[${'{},'.repeat(33_000)}{}]}}`;
  const head = `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
  const sockets = await Promise.all(Array.from({ length: 500 }, () => openSocket(url)));
  const answers = Promise.all(sockets.map((socket) => nextAnswer(socket)));
  for (const socket of sockets) socket.write(head + body.slice(0, -1));
  await delay(2_000);
  for (const socket of sockets) socket.write(body.slice(-1));
  const statuses = (await answers).map((answer) => answer?.status);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
  for (const socket of sockets) socket.destroy();
  expect(await statusFrom('127.0.0.1', `${operations}/readyz`)).toBe(200);
  await recovered(url);
}, 120_000);

test('ordinary load is not shed', async () => {
  const { program: gateway, url } = await start(96);
  const clients = Array.from({ length: 20 }, async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 25; count += 1) {
      statuses.push(await post(url, JSON.stringify({ query: READ })));
    }
    return statuses;
  });
  const statuses = (await Promise.all(clients)).flat();
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  expect(gateway.stderr()).not.toContain('overloaded');
}, 120_000);

test('bodies that arrive slowly have a limit, and other requests are served', async () => {
  const { url } = await start(96);
  const head =
    'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99000\r\n\r\n';
  const sockets = await Promise.all(Array.from({ length: 400 }, () => openSocket(url)));
  const statuses: (number | undefined)[] = [];
  for (const socket of sockets) {
    void nextAnswer(socket).then((answer) => statuses.push(answer?.status));
    socket.write(head + ' '.repeat(98_000));
  }
  // A quarter of the heap limit is 25,165,824 bytes: 254 bodies.
  while (statuses.length < 146) await delay(20);
  expect(statuses).toEqual(Array.from({ length: 146 }, () => 503));
  const query = new URL(`${url}?query=${encodeURIComponent(READ)}`);
  expect((await fetch(query, { headers: { 'x-apollo-operation-name': 'x' } })).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  await recovered(url);
}, 120_000);

/** Runs a script with an `Overload`, in a process with a small heap, and returns what it prints. */
function inSmallHeap(script: string, ...options: readonly string[]): string {
  const prepare = `
    const { Overload } = require(${JSON.stringify(join(DIST, 'overload.js'))});
    const { setImmediate: turn, setTimeout: delay } = require('node:timers/promises');
    const overload = new Overload({ warn: ({ cause }, text) => console.log(cause, text) }, 0);
    const app = require(${JSON.stringify(require.resolve('fastify'))})();
    overload.watch(app);
    const rows = (count) => Array.from({ length: count }, (_, index) => ({ index }));`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', ...options, '-e', `${prepare}(async () => {${script}})();`],
    { encoding: 'utf8', timeout: 50_000 },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

test('a heap that stays full after garbage collection is overload, until it is free again', () => {
  const output = inSmallHeap(`
    let kept = [];
    while (!overload.exists) { kept.push(rows(2_000)); await turn(); }
    kept = [];
    while (overload.exists) { rows(2_000); await turn(); }
    process.exit();`);
  expect(output).toBe('HEAP The gateway is overloaded\nHEAP The gateway is no longer overloaded\n');
}, 60_000);

test('large semi-spaces do not delay the shedding', () => {
  const output = inSmallHeap(
    `
    const kept = [];
    while (!overload.exists) { kept.push(rows(2_000)); await turn(); }
    process.exit();`,
    '--max-old-space-size=128',
    '--max-semi-space-size=64',
  );
  expect(output).toBe('HEAP The gateway is overloaded\n');
}, 60_000);

test('a heap full of garbage is no overload', () => {
  const output = inSmallHeap(`
    let recent = [];
    for (let count = 0; count < 6_000; count += 1) {
      recent.push(rows(2_000));
      if (recent.length === 200) recent = [];
      if (count % 10 === 0) await turn();
    }
    process.exit();`);
  expect(output).toBe('');
}, 60_000);

test('without a garbage collection, a measurement is void after seconds', () => {
  // With incremental marking, V8 may collect a full heap without end.
  const output = inSmallHeap(
    `
    const kept = [];
    while (!overload.exists) { kept.push(rows(2_000)); await turn(); }
    while (overload.exists) await delay(100);
    console.log('rows are kept:', kept.length > 0);
    process.exit();`,
    '--no-incremental-marking',
  );
  expect(output).toBe(
    'HEAP The gateway is overloaded\nHEAP The gateway is no longer overloaded\nrows are kept: true\n',
  );
}, 60_000);

test('responses that slow clients do not receive are overload, until the connections end', () => {
  const output = inSmallHeap(`
    const text = 'x'.repeat(5_000_000);
    const { guardConnections } = require(${JSON.stringify(join(DIST, 'connections.js'))});
    guardConnections(app);
    let begun = 0;
    app.get('/', () => { begun += 1; return Promise.resolve(text); });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address();
    const sockets = Array.from({ length: 4 }, () => require('node:net').connect(port, '127.0.0.1').pause());
    for (const socket of sockets) socket.write('GET / HTTP/1.1\\r\\nhost: localhost\\r\\n\\r\\n');
    while (begun < sockets.length || !overload.exists) await delay(20);
    for (const socket of sockets) socket.destroy();
    while (overload.exists) await delay(20);
    process.exit();`);
  expect(output).toBe(
    'UNRECEIVED_RESPONSES The gateway is overloaded\nUNRECEIVED_RESPONSES The gateway is no longer overloaded\n',
  );
}, 60_000);

test('responses near the limit do not begin and end the overload again and again', () => {
  const output = inSmallHeap(`
    let onSend;
    overload.watch({ addHook: (name, hook) => { if (name === 'onSend') onSend = hook; } });
    const { EventEmitter } = require('node:events');
    const text = 'x'.repeat(overload.heapLimit / 100);
    const responses = [];
    const change = (count) => {
      for (; count > 0; count -= 1) {
        const raw = new EventEmitter();
        responses.push(raw);
        onSend({ raw: { socket: {} } }, { raw }, text, () => undefined);
      }
      for (; count < 0; count += 1) responses.pop().emit('close');
    };
    change(26);
    for (let round = 0; round < 10; round += 1) { change(-5); change(5); }
    change(-7);
    process.exit();`);
  expect(output).toBe(
    'UNRECEIVED_RESPONSES The gateway is overloaded\nUNRECEIVED_RESPONSES The gateway is no longer overloaded\n',
  );
}, 60_000);
