// The start of the programs: their output, the mistakes that stop them, and their end on a signal.
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { OverviewDocument } from '../generated/graphql';
import { freePort } from '../support/free-port';
import { runProgram, type Program } from '../support/program';

const URL_PRINTED = /listens at (http:\S+)/;

interface LogLine {
  readonly msg: string;
  readonly warning?: { readonly message: string };
  readonly version?: string;
  readonly reason?: string;
  readonly aws: { readonly operations: readonly { readonly target: string; readonly calls: number }[] };
}

/** Later versions of the AWS SDK need Node.js 22, and the SDK says so. */
const IS_UNSUPPORTED_BY_SDK = Number(process.versions.node.split('.', 1)[0]) < 22;

/** The lines on standard error, each of which must be JSON. */
const logOf = (program: Program) =>
  program
    .stderr()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LogLine);

async function send(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('the gateway prints its address, its mode and an example, serves requests, and ends on SIGTERM', async () => {
  const program = runProgram('main.js', { PORT: '0' });
  const [, url = ''] = await program.printed(URL_PRINTED);
  await program.printed(/curl .*classificationJobs/);
  expect(program.stdout()).toContain('AWS: emulated at http://127.0.0.1:');

  const response = await send(url, OverviewDocument.toString());
  expect(response).toMatchObject({
    data: {
      classificationJobs: { completeness: { complete: true } },
      macieMembers: { completeness: { complete: true } },
      mailboxExportJobs: { completeness: { complete: true } },
      securityCases: { completeness: { complete: true } },
    },
  });
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
  // The log is complete at the end of the program.
  const lines = logOf(program);
  const notices = lines.filter(({ warning }) => warning?.message.includes('AWS SDK') === true);
  expect(notices.map(({ msg }) => msg)).toEqual(IS_UNSUPPORTED_BY_SDK ? ['Warning of the process'] : []);
  const [started, line, ...others] = lines.filter((each) => !notices.includes(each));
  expect(started).toMatchObject({ msg: 'started', version: '0.1.0' });
  expect(line).toMatchObject({ msg: 'request', operation: 'Overview' });
  expect(others.map(({ msg, version, reason }) => [msg, version, reason])).toEqual([
    ['draining', '0.1.0', 'SIGTERM'],
    ['stopped', '0.1.0', 'SIGTERM'],
  ]);
  // The gateway also reads the second target when a busy machine takes a second for the first one.
  const calls = line?.aws.operations.filter(({ target }) => target === 'default').map(({ calls }) => calls);
  expect(calls).toEqual([1, 1, 1, 1, 1]);
});

test('EMULATOR_PORT sets the port of the embedded emulator, and the gateway prints its address', async () => {
  const port = await freePort();
  const program = runProgram('main.js', { PORT: '0', EMULATOR_PORT: String(port) });
  const [, url = ''] = await program.printed(/AWS: emulated at (http:\S+);/);
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${url}/_emulator/calls`)).json()).toEqual([]);
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
});

test('the printed example works', async () => {
  const program = runProgram('main.js', { PORT: '0', EMULATOR_SEED: 'example' });
  const [, url = ''] = await program.printed(URL_PRINTED);
  const [, query = ''] = await program.printed(/-d '\{"query":"(.*)"\}'/);
  const response = (await send(url, query)) as { data: { classificationJobs: { nodes: unknown[] } } };
  expect(response.data.classificationJobs.nodes).toHaveLength(3);
  program.kill('SIGINT');
  expect(await program.exit()).toBe(0);
});

test('the emulator runs without a gateway and ends on SIGTERM', async () => {
  const program = runProgram('../../packages/aws-emulator/dist/bin.js', { EMULATOR_PORT: '0' });
  const [url = ''] = await program.printed(/http:\/\/127\.0\.0\.1:\d+/);
  const calls = await (await fetch(`${url}/_emulator/calls`)).json();
  expect(calls).toEqual([]);
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
});

test('the emulator serves calls although its output is a full device', async () => {
  const full = openSync('/dev/full', 'a');
  const port = await freePort();
  const output = { stdout: full, stderr: full };
  const path = '../../packages/aws-emulator/dist/bin.js';
  const program = runProgram(path, { EMULATOR_PORT: String(port) }, { output });
  const calls = async (): Promise<unknown> => {
    try {
      return await (await fetch(`http://127.0.0.1:${port}/_emulator/calls`)).json();
    } catch {
      await delay(20);
      return Promise.race([calls(), program.exit()]);
    }
  };
  expect(await calls()).toEqual([]);
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
  closeSync(full);
});

test.each([
  ['main.js', 'PORT'],
  ['main.js', 'EMULATOR_PORT'],
  ['../../packages/aws-emulator/dist/bin.js', 'EMULATOR_PORT'],
])('%s stops with one line that names %s when that port is in use', async (path, variable) => {
  const occupant = createServer().listen(0, '127.0.0.1');
  await once(occupant, 'listening');
  const { port } = occupant.address() as AddressInfo;
  const program = runProgram(path, { PORT: '0', EMULATOR_PORT: '0', [variable]: String(port) });
  const code = await program.exit();
  occupant.close();
  expect(code).toBe(1);
  expect(program.stderr().trim().split('\n')).toHaveLength(1);
  expect(program.stderr()).toContain(`${port} is in use`);
  expect(program.stderr()).toContain(`set ${variable} to`);
});

test.each([
  [{ PORT: 'none' }, 'PORT must be a port number'],
  [{ TARGETS_FILE: '/nowhere.yaml' }, 'TARGETS_FILE /nowhere.yaml cannot be read'],
  [{ NODE_ENV: 'production' }, 'set AWS_MODE=live'],
  [{ VALKEY_URL: 'redis://:pass#word@127.0.0.1:6379' }, 'VALKEY_URL must percent-encode'],
  [{ DATABASE_URL: 'postgres://audit:pass/word@127.0.0.1/audit' }, 'DATABASE_URL must percent-encode'],
  [{ EMULATOR_JOBS: 'many' }, 'EMULATOR_JOBS'],
  [{ EMULATOR_PORT: 'free' }, 'set a whole number from 0 to 65535'],
  [{ HOST: '192.0.2.1', PORT: '0', AUTH: 'none' }, 'set HOST'],
  [{ HOST: '0.0.0.0', PORT: '0' }, 'set OIDC_ISSUER'],
  [{ DATABASE_FILE: '/nowhere/audit.sqlite' }, 'DATABASE_FILE /nowhere/audit.sqlite cannot be opened'],
  [
    { DATABASE_URL: 'postgres://audit@127.0.0.1:1/audit' },
    'DATABASE_URL names a database that cannot be used (ECONNREFUSED)',
  ],
])('the gateway stops with one line for %j', async (env, line) => {
  const program = runProgram('main.js', env);
  expect(await program.exit()).toBe(1);
  expect(program.stderr().trim().split('\n')).toHaveLength(1);
  expect(program.stderr()).toContain(line);
  expect(program.stdout()).toBe('');
});
