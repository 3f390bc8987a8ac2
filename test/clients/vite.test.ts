// Vite forwards /graphql to a gateway without sign-in, with the configuration of docs/clients.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EVENT_STREAM, EventStream } from '../support/event-stream';
import { startTestGateway, testConfig } from '../support/gateway';
import { useHarness } from '../support/harness';
import { supervise } from '../support/supervise';
import { blockOf } from './page';
import { openTemporaryProject } from './temporary-project';

const harness = useHarness();
const project = openTemporaryProject('vite', 'package.json', { type: 'module' });
afterAll(() => {
  project.remove();
});

const MARKED = { 'sec-fetch-site': 'same-origin' };

/** Starts Vite with the configuration, and returns its origin. */
async function startVite(name: string, config: string): Promise<{ origin: string; stop: () => void }> {
  const folder = dirname(project.generated);
  writeFileSync(join(folder, name), config);
  const child = supervise(
    spawn(process.execPath, ['serve.mjs', name], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { origin: line.trim(), stop: () => child.kill() };
}

/** Starts Vite, and returns what a page of it receives for a query; `headers` are those of its browser. */
async function queryThroughVite(
  name: string,
  config: string,
  headers: Readonly<Record<string, string>>,
): Promise<unknown> {
  const { origin, stop } = await startVite(name, config);
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ targets { name } }' }),
  });
  stop();
  return response.json();
}

const address = (config: string) =>
  config.replace('http://127.0.0.1:4000', new URL(harness.gateway.url).origin);

const DATA = { data: { targets: [{ name: 'default' }] } };

test.each([
  ['that marks its requests', MARKED],
  ['without Sec-Fetch-Site', {}],
])('with the configuration of the page, a browser %s reaches the gateway', async (_name, headers) => {
  const config = address(blockOf('vite.config.js'));
  expect(await queryThroughVite('vite.config.js', config, headers)).toEqual(DATA);
});

test('with the configuration of the page, a stream passes through Vite', async () => {
  const history = { ...testConfig().history, mode: 'listening' } as const;
  const gateway = await startTestGateway(harness.emulator.url, { history });
  const config = blockOf('vite.config.js').replace('http://127.0.0.1:4000', new URL(gateway.url).origin);
  const { origin, stop } = await startVite('stream.config.js', config);
  const stream = await EventStream.open(`${origin}/graphql`, { query: EVENT_STREAM, headers: { origin } });
  expect(await stream.message()).toMatchObject({ __typename: 'Heartbeat' });
  stream.abort();
  stop();
  await gateway.close();
});

test('the short form changes the Host: only a browser that marks its requests reaches the gateway', async () => {
  const short = blockOf('vite.config.js').replace(/\{ target: ('[^']*') \}/, '$1');
  expect(short).toContain(`'/graphql': 'http`);
  expect(await queryThroughVite('short.config.js', address(short), MARKED)).toEqual(DATA);
  expect(await queryThroughVite('short.config.js', address(short), {})).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
});
