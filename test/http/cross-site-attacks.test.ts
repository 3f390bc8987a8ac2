// Pages of other origins in a browser that make it send requests in every way that needs no preflight request.
import { once } from 'node:events';
import { createServer, request as sendRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';

const executablePath = findChromium();
const describeWithBrowser = describeWith(executablePath !== undefined, 'http/cross-site-attacks', 'chromium');

/** Not every browser keeps pages from the network off loopback addresses; this one does by default. */
const UNPROTECTED = '--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessSendPreflights';
const NAMES = '--host-resolver-rules=MAP *.example 127.0.0.1';

const SEARCH = `?query=${encodeURIComponent('{ classificationJobs(first: 1) { nodes { id } } }')}`;

const MUTATION = JSON.stringify({
  query:
    'mutation { createMacieMember(input: { accountId: "444455556666", email: "ann@example.com" }) { outcome } }',
});

/** Pages that send a GET to `url` as soon as they are open. */
const PAGES: Readonly<Record<string, (url: string) => string>> = {
  'an image': (url) => `<img src="${url}">`,
  'an image with CORS': (url) => `<img crossorigin src="${url}">`,
  'a script': (url) => `<script src="${url}"></script>`,
  'a module': (url) => `<script type="module" src="${url}"></script>`,
  'a style sheet': (url) => `<link rel="stylesheet" href="${url}">`,
  'a background': (url) => `<body style="background: url('${url}')">`,
  'a font': (url) =>
    `<style>@font-face { font-family: f; src: url("${url}") }</style><p style="font-family: f">f`,
  'a frame': (url) => `<iframe src="${url}"></iframe>`,
  'an object': (url) => `<object data="${url}"></object>`,
  'a video': (url) => `<video src="${url}" preload="auto" autoplay muted></video>`,
  'a preload': (url) => `<link rel="preload" as="fetch" crossorigin href="${url}">`,
  'a prefetch': (url) => `<link rel="prefetch" href="${url}">`,
  'a redirection': (url) => `<img src="/redirect?${encodeURIComponent(url)}">`,
  'fetch without CORS': (url) => `<script>fetch(${JSON.stringify(url)}, { mode: 'no-cors' })</script>`,
  'fetch with cookies': (url) => `<script>fetch(${JSON.stringify(url)}, { credentials: 'include' })</script>`,
  XMLHttpRequest: (url) =>
    `<script>const r = new XMLHttpRequest(); r.open('GET', ${JSON.stringify(url)}); r.send()</script>`,
  'an event source': (url) => `<script>new EventSource(${JSON.stringify(url)})</script>`,
  'a link': (url) => `<a href="${url}">open</a><script>document.links[0].click()</script>`,
  'a link without a referrer': (url) =>
    `<a rel="noreferrer" href="${url}">open</a><script>document.links[0].click()</script>`,
  'a new location': (url) => `<script>location = ${JSON.stringify(url)}</script>`,
  'a refresh': (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  'a form': (url) =>
    `<form action="${url.split('?')[0]}"><input name="query" value="{ classificationJobs(first: 1) { nodes { id } } }"></form><script>document.forms[0].submit()</script>`,
};

async function listen(listener: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

/** Pages that send a mutation to `url` by POST, without a preflight request. */
const POSTS: Readonly<Record<string, (url: string) => string>> = {
  'a form with text': (url) => formOf(url, 'text/plain'),
  'a form with parameters': (url) => formOf(url, 'application/x-www-form-urlencoded'),
  'a form with parts': (url) => formOf(url, 'multipart/form-data'),
  'fetch without CORS': (url) =>
    `<script>fetch(${JSON.stringify(url)}, { method: 'POST', mode: 'no-cors', body: ${JSON.stringify(MUTATION)} })</script>`,
  'a beacon': (url) =>
    `<script>navigator.sendBeacon(${JSON.stringify(url)}, ${JSON.stringify(MUTATION)})</script>`,
};

function formOf(url: string, encoding: string): string {
  const name = MUTATION.replace(/"/g, '&quot;').replace(/\}$/, '');
  return `<form method="post" enctype="${encoding}" action="${url}"><input name="${name},&quot;a&quot;:&quot;" value="&quot;}"></form><script>document.forms[0].submit()</script>`;
}

describeWithBrowser('in a browser', () => {
  const harness = useHarness();
  let gateway: TestGateway;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let page: Page;
  /** The page that the server of the attacker returns. */
  let html = '';
  let attacker: { server: Server; port: number };
  /** Forwards requests to the gateway; a browser hides from its pages, and from us, what it blocks. */
  let proxy: { server: Server; port: number };
  const statuses: number[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    attacker = await listen((request, response) => {
      const [path, target = ''] = (request.url ?? '').split('?', 2);
      if (path === '/redirect') response.writeHead(302, { location: decodeURIComponent(target) }).end();
      else response.setHeader('content-type', 'text/html').end(`<!doctype html>${html}`);
    });
    gateway = await startTestGateway(harness.emulator.url, {
      http: {
        ...testConfig().http,
        corsOrigins: [`http://console.example:${attacker.port}`],
        allowedHosts: ['secops.example'],
      },
    });
    proxy = await listen((request, response) => {
      const { method, url = '', headers } = request;
      if (url === '/') {
        response.setHeader('content-type', 'text/html').end('<!doctype html>');
        return;
      }
      const forwarded = sendRequest(new URL(url, gateway.url), { method, headers }, (answer) => {
        const { statusCode: status = 0 } = answer;
        if (/^\/graphql(\?|$)/.test(url)) statuses.push(status);
        answer.pipe(response.writeHead(status, answer.headers));
      });
      request.pipe(forwarded);
    });
    browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, NAMES, UNPROTECTED] });
    closeBrowser = endWithFile(() => browser.close());
  });

  beforeEach(async () => {
    statuses.length = 0;
    page = await browser.newPage();
  });

  afterEach(() => page.close());

  afterAll(async () => {
    await closeBrowser();
    await gateway.close();
    for (const { server } of [attacker, proxy]) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** Opens a page; the status with which the gateway answers its first request. */
  async function statusFor(origin: string, content: string): Promise<number | undefined> {
    html = content;
    await page.goto(`${origin}:${attacker.port}/`, { waitUntil: 'commit' });
    while (statuses.length === 0) await delay(10);
    return statuses[0];
  }

  describe.each(['http://evil.example', 'http://localhost'])('a page of %s at another port', (origin) => {
    test.each(Object.keys(PAGES))('makes no AWS call by %s', async (kind) => {
      const content = PAGES[kind]?.(`http://localhost:${proxy.port}/graphql${SEARCH}`) ?? '';
      expect(await statusFor(origin, content)).toBe(403);
      expect(await harness.operations()).toEqual([]);
    });

    test.each(Object.keys(POSTS))('changes nothing by %s', async (kind) => {
      const content = POSTS[kind]?.(`http://localhost:${proxy.port}/graphql`) ?? '';
      expect([403, 415]).toContain(await statusFor(origin, content));
      expect(await harness.operations()).toEqual([]);
    });
  });

  /** Opens a page of `origin` that sends the query; what the page reads, or the name of its error. */
  async function read(
    origin: string,
    url: string,
    init: { readonly mode?: 'no-cors' } = {},
  ): Promise<unknown> {
    html = '';
    await page.goto(`${origin}/`);
    return page.evaluate(
      ([target, options]) =>
        fetch(target, options).then(
          (response) => (response.type === 'opaque' ? 'opaque' : response.json()),
          (error: unknown) => (error as Error).name,
        ),
      [url, init] as const,
    );
  }

  const ANSWER = { data: { classificationJobs: { nodes: [] } } };

  test('a page of CORS_ORIGINS reads the response', async () => {
    const url = `http://localhost:${proxy.port}/graphql${SEARCH}`;
    expect(await read(`http://console.example:${attacker.port}`, url)).toEqual(ANSWER);
    expect(await read(`http://evil.example:${attacker.port}`, url)).toBe('TypeError');
  });

  test('the user opens a query from the address bar, and the page of the gateway reads the response', async () => {
    const url = `http://localhost:${proxy.port}/graphql${SEARCH}`;
    expect(await (await page.goto(url))?.json()).toEqual(ANSWER);
    expect(await read(`http://localhost:${proxy.port}`, url)).toEqual(ANSWER);
  });

  test('over plain HTTP to a host that is not loopback, a browser does not name its site, and the page reads nothing', async () => {
    const url = `http://secops.example:${proxy.port}/graphql${SEARCH}`;
    expect(await read(`http://evil.example:${attacker.port}`, url, { mode: 'no-cors' })).toBe('TypeError');
    expect(await harness.operations()).toEqual(['ListClassificationJobs']);
  });
});
