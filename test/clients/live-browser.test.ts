// The code of docs/live.md in Chromium: fetch from the page's origin and from another one, EventSource, and two tabs with one stream.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as sendRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import ts from 'typescript';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { EVENT_STREAM } from '../support/event-stream';
import { testConfig } from '../support/gateway';
import { LiveUpdates, Received } from './live-updates';

const executablePath = findChromium();
const describeWithBrowser = describeWith(executablePath !== undefined, 'clients/live-browser', 'chromium');

const FIXTURES = join(__dirname, 'fixtures/live');
const GRAPHQL_SSE = dirname(require.resolve('graphql-sse'));

/** Stands for a bundler, which this page does not have. */
const compiled = (file: string) =>
  ts
    .transpileModule(readFileSync(join(FIXTURES, file), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    })
    .outputText.replaceAll(`'./live'`, `'/live.mjs'`);

const MODULES: Readonly<Record<string, () => string>> = {
  '/live.mjs': () => compiled('live.ts'),
  '/watch-events.mjs': () => compiled('watch-events.ts'),
  '/tabs.mjs': () => compiled('tabs.ts'),
  '/event-source.mjs': () => compiled('event-source.ts'),
  ...Object.fromEntries(
    ['client', 'common', 'parser', 'utils'].map((name) => [
      `/graphql-sse/${name}.mjs`,
      () => readFileSync(join(GRAPHQL_SSE, `${name}.mjs`), 'utf8'),
    ]),
  ),
};

const PAGE = `<!doctype html>
<script type="importmap">{ "imports": { "graphql-sse": "/graphql-sse/client.mjs" } }</script>
<script type="module">
  import { createLive } from '/live.mjs';
  import { watchEvents } from '/watch-events.mjs';
  import { shareStream } from '/tabs.mjs';
  import { openEventSource } from '/event-source.mjs';
  const query = ${JSON.stringify(EVENT_STREAM)};
  const next = ({ data }) => globalThis.received(data.resourceEvents);
  const error = ({ message }) => globalThis.failed(message);
  globalThis.start = {
    fetch: (url) => watchEvents(createLive({ url }), globalThis.received, error),
    eventSource: (url) => openEventSource(url, query, next),
    tabs: (url) => shareStream(createLive({ url }), 'events', { query }, { next, error }),
  };
</script>`;

describeWithBrowser('in a browser', () => {
  const updates = new LiveUpdates();
  let site: Server;
  let port: number;
  let browser: Browser;
  let context: BrowserContext;
  let closeBrowser: () => Promise<void>;

  /** Serves the page and its modules, and forwards /graphql to the gateway, as a proxy of one origin does. */
  const serve: RequestListener = (request, response) => {
    const { url = '/', method, headers } = request;
    const module = MODULES[url];
    if (url.startsWith('/graphql/')) {
      const upstream = sendRequest(new URL(url, updates.gateway.url), { method, headers }, (answer) => {
        answer.on('error', () => response.destroy());
        answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      });
      upstream.on('error', () => response.destroy());
      response.on('close', () => upstream.destroy());
      request.pipe(upstream);
    } else if (module === undefined) {
      response.setHeader('content-type', 'text/html').end(PAGE);
    } else {
      response.setHeader('content-type', 'text/javascript').end(module());
    }
  };

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    site = createServer(serve).listen(0, '127.0.0.1');
    await once(site, 'listening');
    ({ port } = site.address() as AddressInfo);
    await updates.start({ http: { ...testConfig().http, corsOrigins: [`http://127.0.0.1:${port}`] } });
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    closeBrowser = endWithFile(() => browser.close());
    context = await browser.newContext();
  });

  afterAll(async () => {
    await closeBrowser();
    await updates.stop();
    site.closeAllConnections();
    site.close();
  });

  /** Opens a page that subscribes in one of its ways to the streams at `url`. */
  async function open(
    way: 'fetch' | 'eventSource' | 'tabs',
    origin: string,
    url: string,
  ): Promise<{ page: Page; received: Received }> {
    const page = await context.newPage();
    const received = new Received();
    await page.exposeFunction('received', received.add);
    await page.exposeFunction('failed', received.fail);
    await page.goto(`${origin}/`);
    await page.waitForFunction('globalThis.start !== undefined');
    await page.evaluate(`void (globalThis.end = start.${way}(${JSON.stringify(url)}))`);
    return { page, received };
  }

  /** Closes the first tab, and makes a change before the subscription of the second one reaches the gateway. */
  async function changeWhileTakingOver(first: Page, second: Page): Promise<string> {
    let release: () => void = () => undefined;
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    await second.route('**/graphql/stream', async (route) => {
      await isReleased;
      await route.continue();
    });
    const isSent = second.waitForRequest('**/graphql/stream');
    await first.close();
    await isSent;
    const status = await updates.change();
    release();
    return status;
  }

  const sameOrigin = () => `http://localhost:${port}`;

  test('fetch receives changes on the origin of the page', async () => {
    const { page, received } = await open('fetch', sameOrigin(), '/graphql/stream');
    await received.opened();
    const status = await updates.change();
    expect(await received.events(1)).toEqual([status]);
    await page.close();
    await updates.streamsOpen(0);
  });

  test('fetch receives changes from a gateway of another origin in CORS_ORIGINS', async () => {
    const { page, received } = await open('fetch', `http://127.0.0.1:${port}`, updates.streamUrl);
    await received.opened();
    const status = await updates.change();
    expect(await received.events(1)).toEqual([status]);
    await page.evaluate('end()');
    await updates.streamsOpen(0);
    await page.close();
  });

  test('EventSource continues with the last position after a restart of the gateway', async () => {
    const { page, received } = await open('eventSource', sameOrigin(), '/graphql/stream');
    await received.opened();
    const before = await updates.change();
    await received.events(1);
    await updates.restart();
    const missed = await updates.change();
    expect(await received.events(2)).toEqual([before, missed]);
    await page.evaluate('end()');
    await updates.streamsOpen(0);
    await page.close();
  });

  test('six streams leave a page no HTTP/1.1 connection for other requests', async () => {
    const { page } = await open('fetch', sameOrigin(), '/graphql/stream');
    await page.evaluate(`globalThis.ends = Array.from({ length: 5 }, () => start.fetch('/graphql/stream'))`);
    await updates.streamsOpen(6);
    await page.evaluate(
      `fetch('/other').then(() => (globalThis.isAnswered = true)); globalThis.isAnswered = false`,
    );
    await page.waitForTimeout(1_000);
    expect(await page.evaluate('isAnswered')).toBe(false);
    await page.evaluate('ends[0]()');
    await page.waitForFunction('isAnswered');
    await page.close();
    await updates.streamsOpen(0);
  });

  test('two tabs share one stream, and the second continues it when the first is closed', async () => {
    const first = await open('tabs', sameOrigin(), '/graphql/stream');
    await first.received.opened();
    const second = await open('tabs', sameOrigin(), '/graphql/stream');
    const shared = await updates.change();
    expect(await first.received.events(1)).toEqual([shared]);
    expect(await second.received.events(1)).toEqual([shared]);
    await updates.streamsOpen(1);
    const missed = await changeWhileTakingOver(first.page, second.page);
    expect(await second.received.events(2)).toEqual([shared, missed]);
    await updates.streamsOpen(1);
    await second.page.close();
    await updates.streamsOpen(0);
  });

  test('a tab that has received no message continues the stream of a closed one', async () => {
    const first = await open('tabs', sameOrigin(), '/graphql/stream');
    await first.received.opened();
    const second = await open('tabs', sameOrigin(), '/graphql/stream');
    expect(second.received.messages).toEqual([]);
    const missed = await changeWhileTakingOver(first.page, second.page);
    expect(await second.received.events(1)).toEqual([missed]);
    await second.page.close();
    await updates.streamsOpen(0);
  });
});
