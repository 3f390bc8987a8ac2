// deploy/Dockerfile: its instructions, and the final image, which the suite builds from them and runs as the image's user.
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { execForm, finalOf, lastOf, parseDockerfile, variablesOf } from '../support/dockerfile';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { Image, isRoot, setWritable } from '../support/image';
import { readDocument } from '../support/markdown';
import { runProgram } from '../support/program';

const stages = parseDockerfile(readDocument('deploy/Dockerfile'));
const final = finalOf(stages);

/** The one package that the program finds only in development. */
const EMULATOR = '@secops-graph/aws-emulator';
const everything = stages.flatMap(({ instructions }) => instructions);

test('each base image has Node.js 24, a tag other than latest, and a digest', () => {
  const images = stages.map(({ base }) => /^(.+)@sha256:[0-9a-f]{64}$/.exec(base)?.[1]);
  expect(images).toEqual(['node:24-bookworm-slim', 'gcr.io/distroless/nodejs24-debian12:nonroot']);
});

test('the build installs exactly the locked packages, and runs none of their scripts', () => {
  const installs = everything.filter(
    ({ name, text }) => name === 'RUN' && /\bnpm (ci|i|install)\b/.test(text),
  );
  expect(installs.map(({ text }) => text)).toEqual(['npm ci --ignore-scripts']);
});

test('the image runs the compiled program without a shell, as a numeric user that is not root', () => {
  expect(execForm(lastOf(final, 'CMD'))).toEqual(['/app/dist/src/main.js']);
  expect(execForm(lastOf(final, 'HEALTHCHECK')).slice(0, 2)).toEqual(['/nodejs/bin/node', '-e']);
  expect(lastOf(final, 'USER').text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(lastOf(final, 'STOPSIGNAL').text).toBe('SIGTERM');
  expect(final.instructions.filter(({ name }) => name === 'RUN')).toEqual([]);
});

test('only npm ci fetches files, and no variable contains a secret', () => {
  expect(everything.filter(({ name }) => name === 'ADD' || name === 'ARG')).toEqual([]);
  expect(everything.filter(({ text }) => /curl|wget|npm (i|install)\b/.test(text))).toEqual([]);
  const variables = everything.filter(({ name }) => name === 'ENV').flatMap(({ words }) => words);
  expect(variables.filter((word) => /SECRET|PASSWORD|TOKEN|_URL/.test(word))).toEqual([]);
});

describe('the image', () => {
  const image = new Image();
  let emulator: TestEmulator;

  beforeAll(async () => {
    image.build(stages);
    emulator = await startTestEmulator();
  }, 300_000);

  afterAll(async () => {
    await emulator.close();
    image.remove();
  });

  /** Runs the program as the last instructions say, on other addresses. */
  function run(env: NodeJS.ProcessEnv) {
    const [module = ''] = execForm(lastOf(final, 'CMD'));
    const [uid, gid] = lastOf(final, 'USER').text.split(':').map(Number);
    return runProgram(
      join(image.root, module),
      { ...variablesOf(final), HOST: '127.0.0.1', PORT: '0', OPERATIONS_PORT: '0', ...env },
      { cwd: join(image.root, lastOf(final, 'WORKDIR').text), ...(isRoot && { uid, gid }) },
    );
  }

  test('contains the packages of the program, and none that only build or test it', () => {
    const modules = join(image.root, 'app/node_modules');
    expect(existsSync(join(modules, 'fastify'))).toBe(true);
    const others = [
      'typescript',
      'jest',
      'esbuild',
      'vite',
      'react',
      'relay-runtime',
      '@mantine/core',
    ].filter((name) => existsSync(join(modules, name)));
    expect(others).toEqual([]);
  });

  test('contains every package that the programs require, including the handler for AWS Lambda', () => {
    const dist = join(image.root, 'app/dist');
    const programs = readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js') && !/^(explorer|console)\//.test(file))
      .map((file) => join(dist, file));
    expect(programs).toContain(join(dist, 'src/lambda.js'));
    const missing = programs.flatMap((file) => {
      const required = [...readFileSync(file, 'utf8').matchAll(/\brequire\("([^".][^"]*)"\)/g)];
      return required
        .map(([, name = '']) => name)
        .filter((name) => name !== EMULATOR && !isFound(name, file));
    });
    expect(missing).toEqual([]);
  });

  test('reads AWS as an unprivileged user on a file system with one writable folder', async () => {
    const data = join(image.root, 'data');
    setWritable(image.root, false);
    chmodSync(data, 0o755);
    const program = run({
      AWS_MODE: 'live',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: emulator.url,
      AWS_ACCESS_KEY_ID: '111122223333',
      AWS_SECRET_ACCESS_KEY: 'any',
      AUTH: 'none',
    });
    const [, url = ''] = await program.printed(/listens at (http:\S+)/);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ securityCases(first: 1) { completeness { complete } } }' }),
    });
    expect(await response.json()).toEqual({ data: { securityCases: { completeness: { complete: true } } } });
    program.kill('SIGTERM');
    expect(await program.exit()).toBe(0);
    expect(readdirSync(data)).toEqual(['secops-graph.sqlite']);
  });

  test('serves the explorer and the console when they are switched on', async () => {
    const program = run({
      AWS_MODE: 'live',
      AWS_REGION: 'us-east-1',
      EXPLORER: 'true',
      CONSOLE: 'true',
      DATABASE_FILE: ':memory:',
      AUTH: 'none',
    });
    const [, origin = ''] = await program.printed(/Explorer: (http:\S+)/);
    const page = await fetch(origin);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<!doctype html>')]);
    const console = await fetch(new URL('console/', origin));
    expect([console.status, await console.text()]).toEqual([200, expect.stringContaining('id="console"')]);
    program.kill('SIGTERM');
    expect(await program.exit()).toBe(0);
  });

  test('does not contain the emulator, and says so when it is asked for it', async () => {
    const places = ['packages/aws-emulator', 'node_modules/@secops-graph/aws-emulator'];
    expect(places.filter((place) => existsSync(join(image.root, 'app', place)))).toEqual([]);
    const program = run({ AWS_MODE: 'emulator', DATABASE_FILE: ':memory:', AUTH: 'none' });
    expect(await program.exit()).toBe(1);
    expect(program.stderr()).toContain('AWS_MODE=emulator requires the package @secops-graph/aws-emulator');
  });
});

function isFound(name: string, from: string): boolean {
  try {
    createRequire(from).resolve(name);
    return true;
  } catch {
    return false;
  }
}
