// The explorer over HTTP: its page loads only files of the gateway, and a disabled explorer returns 404.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { serveExplorer } from '../../src/http/explorer';
import { runProgram, type Program } from '../support/program';

async function start(env: NodeJS.ProcessEnv): Promise<{ program: Program; origin: string }> {
  const program = runProgram('main.js', { PORT: '0', ...env });
  const [, origin = ''] = await program.printed(/listens at (http:\S+)\/graphql/);
  return { program, origin };
}

/** The response as it was sent; fetch would decompress it. */
async function receive(url: string, accepted: string, headers: Readonly<Record<string, string>> = {}) {
  const sent = request(url, { agent: false, headers: { 'accept-encoding': accepted, ...headers } }).end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

function decode(body: Buffer, coding: string | undefined): Buffer {
  if (coding === 'br') return brotliDecompressSync(body);
  return coding === 'gzip' ? gunzipSync(body) : body;
}

async function stop(program: Program): Promise<void> {
  program.kill('SIGTERM');
  await program.exit();
}

test('serves the page and its files with content types and cache headers', async () => {
  const { program, origin } = await start({});
  const page = await fetch(`${origin}/`);
  const html = await page.text();
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(html).toContain('Made-up data');

  const named = Array.from(html.matchAll(/"\.(\/explorer\/[^"]+)"/g), ([, path = '']) => path);
  expect(named.map((path) => path.replace(/-[A-Z0-9]+(?=\.)/, '')).sort()).toEqual([
    '/explorer/editor.worker.js',
    '/explorer/explorer.css',
    '/explorer/explorer.js',
    '/explorer/graphql.worker.js',
    '/explorer/json.worker.js',
  ]);
  for (const path of named) {
    const asset = await fetch(origin + path);
    const type = path.endsWith('.css') ? 'text/css' : 'javascript';
    expect([path, asset.status, asset.headers.get('content-type')?.includes(type)]).toEqual([
      path,
      200,
      true,
    ]);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
    await asset.arrayBuffer();
  }
  await stop(program);
});

test.each([
  ['gzip, deflate, br, zstd', {}, 'br'],
  ['gzip', {}, 'gzip'],
  ['br;q=0, *', {}, 'gzip'],
  ['identity', {}, undefined],
  ['deflate', {}, undefined],
  ['gzip, br', { COMPRESSION: 'off' }, undefined],
])('sends the assets for Accept-Encoding: %s with %j in the coding %s', async (accepted, env, coding) => {
  const { program, origin } = await start(env);
  const html = await (await fetch(`${origin}/`)).text();
  for (const [path = ''] of html.matchAll(/explorer\/[\w.-]+/g)) {
    const identity = await receive(`${origin}/${path}`, 'identity');
    const { headers, body } = await receive(`${origin}/${path}`, accepted);
    expect([path, headers['content-encoding']]).toEqual([path, coding]);
    expect(headers.vary).toBe('COMPRESSION' in env ? undefined : 'accept-encoding');
    // The size of a file is known; a body that is compressed for each request has none.
    expect(headers['content-length']).toBe(`${body.length}`);
    expect(headers['content-type']).toBe(identity.headers['content-type']);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(decode(body, coding).equals(identity.body)).toBe(true);
  }
  await stop(program);
});

test('an asset that the browser has is not sent again', async () => {
  const { program, origin } = await start({});
  const html = await (await fetch(`${origin}/`)).text();
  const [path = ''] = /explorer\/explorer-\w+\.js/.exec(html) ?? [];
  const { headers } = await receive(`${origin}/${path}`, 'br');
  const again = await receive(`${origin}/${path}`, 'br', { 'if-none-match': headers.etag ?? '' });
  expect([again.status, again.body.length, again.headers.vary]).toEqual([304, 0, 'accept-encoding']);
  await stop(program);
});

test('the page loads scripts only from files of the gateway, and contains no other URL', async () => {
  const { program, origin } = await start({});
  const page = await fetch(`${origin}/`);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy.split('; ')).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:/);
  const html = await page.text();
  const inline = Array.from(html.matchAll(/<script>([^<]*)</g), ([, script = '']) =>
    createHash('sha256').update(script).digest('base64'),
  );
  expect(policy.split('; ')).toContain(`script-src 'self' 'sha256-${inline.join()}'`);
  expect(html.replace('<script>', '')).not.toMatch(/https?:|<script(?![^>]* src=)/);
  expect(html).not.toMatch(/(src|href|data-\w+)="\//);
  const posted = await fetch(`${origin}/`, { method: 'POST' });
  expect(posted.status).toBe(404);
  const outside = await fetch(`${origin}/explorer/..%2fsrc%2fmain.js`);
  expect(outside.status).toBeGreaterThanOrEqual(400);
  await stop(program);
});

test.each([
  [{ EXPLORER: 'false' }, 404],
  [{ NODE_ENV: 'production', AWS_MODE: 'emulator' }, 404],
  [{ NODE_ENV: 'production', AWS_MODE: 'emulator', EXPLORER: 'true' }, 200],
])('with %j the page has the status %i', async (env, status) => {
  const { program, origin } = await start(env);
  const page = await fetch(`${origin}/`);
  expect(page.status).toBe(status);
  const asset = await fetch(`${origin}/explorer/manifest.json`);
  expect(asset.status).toBe(status);
  expect(program.stdout().includes('Explorer:')).toBe(status === 200);
  await stop(program);
});

test('the page returns 503 and reloads itself until the bundles exist', async () => {
  const assets = mkdtempSync(join(tmpdir(), 'secops-graph-explorer-'));
  const app = fastify();
  await serveExplorer(app, {
    assets,
    endpoint: '/graphql',
    emulated: true,
    compression: true,
    console: false,
  });
  const pending = await app.inject('/');
  expect([pending.statusCode, pending.headers['retry-after']]).toEqual([503, '2']);
  expect(pending.body).toContain('http-equiv="refresh"');

  const names = ['script', 'style', 'editorWorker', 'graphqlWorker', 'jsonWorker'];
  const manifest = Object.fromEntries(names.map((name) => [name, `${name}.js`]));
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest));
  const page = await app.inject('/');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('./explorer/script.js');
  await app.close();
  rmSync(assets, { recursive: true });
});
