// The console over HTTP: every path below it is the same page, its files are cached for good, and its policy is strict.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { serveConsole, type ConsoleOptions } from '../../src/http/console';
import { runProgram, type Program } from '../support/program';

const MANIFEST = JSON.stringify({
  script: 'a.js',
  preload: ['b.js'],
  styles: ['c.css'],
  colorScheme: 'd.js',
});
const WITH_MANIFEST = mkdtempSync(join(tmpdir(), 'secops-graph-console-'));
writeFileSync(join(WITH_MANIFEST, 'manifest.json'), MANIFEST);

afterAll(() => {
  rmSync(WITH_MANIFEST, { recursive: true });
});

const SIGN_IN = {
  issuer: 'https://id.example:8443/realms/corp',
  clientId: 'console',
  scope: 'openid',
  audience: undefined,
};

const OPTIONS: ConsoleOptions = {
  assets: WITH_MANIFEST,
  endpoint: '/graphql',
  emulated: true,
  compression: true,
  explorer: false,
  requiresSignIn: false,
  settings: { signIn: undefined, connectOrigins: [] },
  transferOrigins: [],
};

async function start(env: NodeJS.ProcessEnv): Promise<{ program: Program; origin: string }> {
  const program = runProgram('main.js', { PORT: '0', ...env });
  const [, origin = ''] = await program.printed(/listens at (http:\S+)\/graphql/);
  return { program, origin };
}

async function stop(program: Program): Promise<void> {
  program.kill('SIGTERM');
  await program.exit();
}

test('every path below /console/ is the page, with URLs relative to it, and its files are cached for good', async () => {
  const { program, origin } = await start({});
  for (const path of [
    '/console/',
    '/console/jobs?status=RUNNING',
    '/console/jobs/some-id',
    '/console/a/b/c',
  ]) {
    const page = await fetch(`${origin}${path}`);
    const html = await page.text();
    expect([path, page.status, page.headers.get('content-type')]).toEqual([
      path,
      200,
      'text/html; charset=utf-8',
    ]);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(html).not.toMatch(/(src|href|data-\w+)="(\/|https?:)/);
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=| style=/);
    const files = Array.from(
      html.matchAll(/(?:src|href)="(\.[^"]+)"/g),
      ([, url = '']) => new URL(url, page.url),
    );
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      expect(file.pathname).toMatch(/^\/console\/assets\/[\w-]+-[\w-]{8}\.(js|css)$/);
      const asset = await fetch(file);
      expect([asset.status, asset.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
      expect(asset.headers.get('x-content-type-options')).toBe('nosniff');
      await asset.arrayBuffer();
    }
    const [, endpoint = ''] = /data-endpoint="([^"]+)"/.exec(html) ?? [];
    expect(new URL(endpoint, page.url).pathname).toBe('/graphql');
  }
  await stop(program);
});

const policyWith = (connect: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `connect-src 'self'${connect}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

test.each([
  ['on AWS, the gateway only', {}, ''],
  [
    'on the emulator, also the emulator, for attachments',
    { transferOrigins: ['http://127.0.0.1:4566'] },
    ' http://127.0.0.1:4566',
  ],
  [
    'with a client, also the origin of the issuer, without its path',
    { settings: { signIn: SIGN_IN, connectOrigins: [] } },
    ' https://id.example:8443',
  ],
  [
    'with further origins, these too, each once',
    {
      settings: {
        signIn: SIGN_IN,
        connectOrigins: ['https://id.example:8443', 'https://*.s3.eu-west-1.amazonaws.com'],
      },
    },
    ' https://id.example:8443 https://*.s3.eu-west-1.amazonaws.com',
  ],
])('scripts come from files of the gateway, and requests go to: %s', async (_, options, connect) => {
  const app = fastify();
  await serveConsole(app, { ...OPTIONS, ...options });
  const page = await app.inject('/console/');
  expect(page.headers['content-security-policy']).toBe(policyWith(connect));
  await app.close();
});

test('the page has the settings of the sign-in, escaped, and only then', async () => {
  const attributes = async (options: object) => {
    const app = fastify();
    await serveConsole(app, { ...OPTIONS, ...options });
    const { body } = await app.inject('/console/');
    await app.close();
    return Array.from(body.matchAll(/data-(?:sign-in|oidc-[a-z-]+)="[^"]*"/g), ([text]) => text);
  };
  expect(await attributes({})).toEqual([]);
  expect(await attributes({ requiresSignIn: true })).toEqual(['data-sign-in="required"']);
  const signIn = { ...SIGN_IN, clientId: '"><script>&', audience: 'api' };
  expect(await attributes({ requiresSignIn: true, settings: { signIn, connectOrigins: [] } })).toEqual([
    'data-sign-in="required"',
    'data-oidc-issuer="https://id.example:8443/realms/corp"',
    'data-oidc-client-id="&quot;>&lt;script>&amp;"',
    'data-oidc-scope="openid"',
    'data-oidc-audience="api"',
  ]);
});

test('the console of the emulator may send requests to it', async () => {
  const { program, origin } = await start({});
  const [, emulator = ''] = await program.printed(/emulated at (http:\S+);/);
  const page = await fetch(`${origin}/console/`);
  expect(page.headers.get('content-security-policy')).toBe(policyWith(` ${emulator}`));
  await page.text();
  await stop(program);
});

test('an asset that does not exist, and a method other than GET, are not answered with the page', async () => {
  const { program, origin } = await start({});
  const missing = await fetch(`${origin}/console/assets/missing.js`);
  expect(missing.status).toBe(404);
  const outside = await fetch(`${origin}/console/assets/..%2f..%2fsrc%2fmain.js`);
  expect(outside.status).toBeGreaterThanOrEqual(400);
  const posted = await fetch(`${origin}/console/`, { method: 'POST' });
  expect(posted.status).toBe(404);
  const bare = await fetch(`${origin}/console`, { redirect: 'manual' });
  expect([bare.status, bare.headers.get('location')]).toEqual([308, 'console/']);
  await stop(program);
});

test.each([
  [{ CONSOLE: 'false' }, 404],
  [{ NODE_ENV: 'production', AWS_MODE: 'emulator' }, 404],
  [{ NODE_ENV: 'production', AWS_MODE: 'emulator', CONSOLE: 'true' }, 200],
])('with %j the console has the status %i', async (env, status) => {
  const { program, origin } = await start(env);
  expect((await fetch(`${origin}/console/`)).status).toBe(status);
  expect((await fetch(`${origin}/console/assets/manifest.json`)).status).toBe(status);
  expect(program.stdout().includes(`Console: ${origin}/console/`)).toBe(status === 200);
  await stop(program);
});

test.each([
  [{}, true, true],
  [{ EXPLORER: 'false' }, false, true],
  [{ CONSOLE: 'false' }, true, false],
])('with %j the pages that exist link to each other', async (env, hasExplorer, hasConsole) => {
  const { program, origin } = await start(env);
  const explorer = await (await fetch(`${origin}/`)).text();
  const console = await (await fetch(`${origin}/console/`)).text();
  expect(explorer.includes('href="./console/"')).toBe(hasExplorer && hasConsole);
  expect(console.includes('data-explorer=')).toBe(hasExplorer && hasConsole);
  await stop(program);
});

test('the page returns 503 and reloads itself until the files exist', async () => {
  const assets = mkdtempSync(join(tmpdir(), 'secops-graph-console-'));
  const app = fastify();
  await serveConsole(app, { ...OPTIONS, assets });
  const pending = await app.inject('/console/jobs');
  expect([pending.statusCode, pending.headers['retry-after']]).toEqual([503, '2']);
  expect(pending.body).toContain('The build of the console is running.');

  writeFileSync(join(assets, 'manifest.json'), MANIFEST);
  const page = await app.inject('/console/jobs/1');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<link rel="modulepreload" href="../assets/b.js" />');
  await app.close();
  rmSync(assets, { recursive: true });
});

test('the manifest of registered operations has every operation of the console', () => {
  const file = join(__dirname, '../../packages/console/persisted-documents.json');
  const documents = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  const names = documents.map((text) => /^(?:query|mutation|subscription) (\w+)/.exec(text)?.[1]);
  const sources = join(__dirname, '../../packages/console/src/app');
  const tagged = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('__generated__'))
    .flatMap((path) => {
      const text = readFileSync(join(sources, path), 'utf8');
      return Array.from(
        text.matchAll(/graphql`\s*(?:query|mutation|subscription) (\w+)|@refetchable\(queryName: "(\w+)"\)/g),
        ([, operation, refetchable]) => operation ?? refetchable,
      );
    });
  expect(tagged).toEqual(expect.arrayContaining(['viewerQuery', 'jobsPageNextQuery', 'useStatisticsQuery']));
  expect(names.sort()).toEqual(tagged.sort());
});
