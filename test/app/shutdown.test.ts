// The shutdown of the program: its signals, its log lines, and the time for which it still accepts connections.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { runProgram, WITHOUT_SDK_NOTICE, type Program } from '../support/program';

const URL_PRINTED = /listens at (http:\S+)/;
const VERSION = '0.1.0';
/** Milliseconds from the start of the program to the signal. */
const MOMENTS = [200, 300, 400, 500, 600, 700, 800, 1_000, 1_200, 1_500];

interface Line {
  readonly msg: string;
  readonly version?: string;
  readonly reason?: string;
}

const run = (env: NodeJS.ProcessEnv = {}) =>
  runProgram('main.js', { PORT: '0', ...WITHOUT_SDK_NOTICE, ...env });

function linesOf(program: Program): readonly (readonly (string | undefined)[])[] {
  const lines = program.stderr().split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as Line)
    .filter(({ msg }) => msg !== 'request')
    .map(({ msg, version, reason }) => (version === undefined ? [msg] : [msg, version, reason]));
}

const lifecycle = (reason: NodeJS.Signals) => [
  ['started', VERSION, undefined],
  ['draining', VERSION, reason],
  ['stopped', VERSION, reason],
];

const readiness = async (origin: string) => {
  const response = await fetch(`${origin}/readyz`);
  return [response.status, response.headers.get('connection')];
};

async function typename(url: string): Promise<unknown> {
  const response = await fetch(`${url}?query={__typename}`, { headers: { 'x-apollo-operation-name': 'x' } });
  return response.json();
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'after %s the gateway is not ready and serves requests for DRAIN_DELAY_SECONDS, however many signals follow',
  async (signal) => {
    const program = run({ DRAIN_DELAY_SECONDS: '2' });
    const [, url = ''] = await program.printed(URL_PRINTED);
    const { origin } = new URL(url);
    expect(await readiness(origin)).toEqual([200, 'keep-alive']);
    const signalled = performance.now();
    program.kill(signal);
    while ((await readiness(origin))[0] === 200) await delay(5);
    program.kill('SIGTERM');
    program.kill('SIGINT');
    while (performance.now() - signalled < 1_500) {
      expect(await readiness(origin)).toEqual([503, 'close']);
      expect(await typename(url)).toEqual({ data: { __typename: 'Query' } });
      await delay(50);
    }
    expect(await program.exit()).toBe(0);
    expect(performance.now() - signalled).toBeGreaterThan(2_000);
    expect(linesOf(program)).toEqual(lifecycle(signal));
  },
);

test('SIGHUP does not end the gateway', async () => {
  const program = run();
  const [, url = ''] = await program.printed(URL_PRINTED);
  program.kill('SIGHUP');
  await delay(200);
  expect(await typename(url)).toEqual({ data: { __typename: 'Query' } });
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
  const [started, ...others] = lifecycle('SIGTERM');
  expect(linesOf(program)).toEqual([
    started,
    ['SIGHUP changes nothing: restart the gateway to change its configuration'],
    ...others,
  ]);
});

test.each(MOMENTS)(
  'SIGTERM %i ms after the start ends the program with code 0 or by the signal',
  async (moment) => {
    const program = run();
    await delay(moment);
    program.kill('SIGTERM');
    const code = await program.exit();
    // Before Node.js has loaded the program, the signal itself ends it, and null is the code.
    const last = code === null ? undefined : ['stopped', VERSION, 'SIGTERM'];
    expect([null, 0]).toContain(code);
    expect(linesOf(program).at(-1)).toEqual(last);
  },
);

describe('while the database does not answer at the start', () => {
  let silent: Server;
  let url: string;

  beforeAll(async () => {
    silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    url = `postgres://audit@127.0.0.1:${(silent.address() as AddressInfo).port}/audit`;
  });

  afterAll(() => silent.close());

  test('SIGTERM ends the start within two seconds', async () => {
    const program = run({ DATABASE_URL: url });
    await once(silent, 'connection');
    const signalled = performance.now();
    program.kill('SIGTERM');
    expect(await program.exit()).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(2_000);
    expect(linesOf(program)).toEqual([['stopped', VERSION, 'SIGTERM']]);
    expect(program.stdout()).toBe('');
  });
});
