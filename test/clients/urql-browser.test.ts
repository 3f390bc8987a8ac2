// urql in a browser with nothing but the URL: it sends queries by GET, from the origin of the gateway and from others.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, request as sendRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { useHarness } from '../support/harness';

const executablePath = findChromium();
const describeWithBrowser = describeWith(executablePath !== undefined, 'clients/urql-browser', 'chromium');

const MODULES: Readonly<Record<string, string>> = {
  '/urql-core.mjs': require.resolve('@urql/core').replace(/\.js$/, '.mjs'),
  '/urql-core-chunk.mjs': require.resolve('@urql/core').replace(/\.js$/, '-chunk.mjs'),
  '/wonka.mjs': require.resolve('wonka').replace(/\.js$/, '.mjs'),
  '/graphql.web.mjs': require.resolve('@0no-co/graphql.web').replace(/\.js$/, '.mjs'),
};

/** Bundlers replace process.env; this page has no bundler. */
const PAGE = `<!doctype html>
<script>globalThis.process = { env: { NODE_ENV: 'production' } };</script>
<script type="importmap">
  { "imports": { "wonka": "/wonka.mjs", "@0no-co/graphql.web": "/graphql.web.mjs" } }
</script>
<script type="module">
  import { cacheExchange, Client, fetchExchange } from '/urql-core.mjs';
  globalThis.readTargets = async (url) => {
    const client = new Client({ url, exchanges: [cacheExchange, fetchExchange] });
    const { data, error } = await client.query('{ targets { name } }', {}).toPromise();
    return data ? data.targets.map(({ name }) => name) : error.message;
  };
</script>`;

describeWithBrowser('in a browser', () => {
  const harness = useHarness();
  let gateway: TestGateway;
  let site: Server;
  let port: number;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;

  /** Serves the page and the modules of urql, and forwards /graphql to the gateway. */
  const serve: RequestListener = (request, response) => {
    const { url = '/', method, headers } = request;
    const file = MODULES[url];
    if (url.startsWith('/graphql?')) {
      sendRequest(new URL(url, gateway.url), { method, headers }, (answer) => {
        answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
      }).end();
    } else if (file === undefined) {
      response.setHeader('content-type', 'text/html').end(PAGE);
    } else {
      response.setHeader('content-type', 'text/javascript');
      void readFile(file).then((bytes) => response.end(bytes));
    }
  };

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    site = createServer(serve).listen(0, '127.0.0.1');
    await once(site, 'listening');
    ({ port } = site.address() as AddressInfo);
    gateway = await startTestGateway(harness.emulator.url, {
      http: { ...testConfig().http, corsOrigins: [`http://127.0.0.1:${port}`] },
    });
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    closeBrowser = endWithFile(() => browser.close());
  });

  afterAll(async () => {
    await closeBrowser();
    await gateway.close();
    site.closeAllConnections();
    site.close();
  });

  /** What urql reads from a page of `origin`, and the methods of its requests. */
  async function read(origin: string, url: string): Promise<{ result: unknown; methods: string[] }> {
    const page = await browser.newPage();
    const methods: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(`${url}?`)) methods.push(request.method());
    });
    await page.goto(`${origin}/`);
    await page.waitForFunction('globalThis.readTargets !== undefined');
    const result: unknown = await page.evaluate(`readTargets(${JSON.stringify(url)})`);
    await page.close();
    return { result, methods };
  }

  test('reads by GET from the origin of the gateway', async () => {
    const origin = `http://localhost:${port}`;
    expect(await read(origin, `${origin}/graphql`)).toEqual({ result: ['default'], methods: ['GET'] });
  });

  test('reads by GET from an origin in CORS_ORIGINS', async () => {
    expect(await read(`http://127.0.0.1:${port}`, gateway.url)).toEqual({
      result: ['default'],
      methods: ['GET'],
    });
  });

  test('reads nothing from another origin', async () => {
    const { result } = await read(`http://localhost:${port}`, gateway.url);
    expect(result).toBe('[Network] Failed to fetch');
  });
});
