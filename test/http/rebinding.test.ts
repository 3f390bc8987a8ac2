// Web pages in a browser that try to use a gateway without sign-in: by DNS rebinding, through a proxy, and across origins.
import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { useHarness } from '../support/harness';

const executablePath = findChromium();
const describeWithBrowser = describeWith(executablePath !== undefined, 'http/rebinding', 'chromium');

const MUTATION = `mutation {
  createMacieMember(input: { accountId: "444455556666", email: "ann@example.com" }) { userErrors { code } }
}`;

/** Not every browser keeps pages from the network off loopback addresses; this one does by default. */
const UNPROTECTED = '--disable-features=LocalNetworkAccessChecks,PrivateNetworkAccessSendPreflights';

/** A request of a page, in the terms of fetch. */
interface PageRequest {
  readonly method?: string;
  readonly mode?: 'cors' | 'no-cors';
  readonly headers?: Record<string, string>;
  readonly body?: string | null;
}

describeWithBrowser('in a browser', () => {
  const harness = useHarness();
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let page: Page;
  let port: string;

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    ({ port } = new URL(harness.gateway.url));
    const args = [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP evil.example 127.0.0.1', UNPROTECTED];
    browser = await chromium.launch({ executablePath, args });
    closeBrowser = endWithFile(() => browser.close());
    page = await browser.newPage();
    await page.route('**/attack', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
  });

  afterAll(() => closeBrowser());

  /** Opens a page of `origin`, which sends the mutation to `url`; returns the status that the page sees, or the error. */
  async function attack(origin: string, url: string, options: PageRequest = {}): Promise<number | string> {
    await page.goto(`${origin}/attack`);
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: MUTATION }),
      ...options,
    };
    return page.evaluate(
      ([target, request]) =>
        fetch(target, request).then(
          ({ status }) => status,
          (error: unknown) => String(error),
        ),
      [url, init] as const,
    );
  }

  test('a page of a name that resolves to 127.0.0.1 changes nothing and reads nothing', async () => {
    expect(await attack(`http://evil.example:${port}`, '/graphql')).toBe(421);
    expect(await attack(`http://evil.example:${port}`, '/metrics', { method: 'GET', body: null })).toBe(421);
    expect(await harness.operations()).toEqual([]);
  });

  test.each(['http://evil.example', 'http://localhost:1', 'https://evil.example'])(
    'a page of %s changes nothing across origins',
    async (origin) => {
      const url = `http://localhost:${port}/graphql`;
      expect(await attack(origin, url)).toBe('TypeError: Failed to fetch');
      const simple = { mode: 'no-cors', headers: { 'content-type': 'text/plain' } } as const;
      expect([0, 'TypeError: Failed to fetch']).toContain(await attack(origin, url, simple));
      expect(await harness.operations()).toEqual([]);
    },
  );

  test.each(['localhost', '127.0.0.1', 'gateway.localhost'])(
    'the own page of the gateway at %s can use it',
    async (host) => {
      expect(await attack(`http://${host}:${port}`, '/graphql')).toBe(200);
      expect(await harness.operations()).toContain('CreateMember');
    },
  );

  test('through a proxy that rewrites the Host header, only pages of a loopback host can use it', async () => {
    const proxy = createServer((request, response) => {
      const headers = { ...request.headers, host: `127.0.0.1:${port}` };
      const { url: path = '/', method } = request;
      const options = { host: '127.0.0.1', port, path, method, headers };
      request.pipe(
        forward(options, (answer) => {
          answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers));
        }),
      );
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const close = endWithFile(() => {
      proxy.close();
      proxy.closeAllConnections();
    });
    const { port: proxyPort } = proxy.address() as AddressInfo;

    expect(await attack(`http://evil.example:${proxyPort}`, '/graphql')).toBe(403);
    expect(await attack('http://localhost:1', `http://localhost:${proxyPort}/graphql`)).toBe(
      'TypeError: Failed to fetch',
    );
    expect(await harness.operations()).toEqual([]);
    expect(await attack(`http://localhost:${proxyPort}`, '/graphql')).toBe(200);
    expect(await harness.operations()).toContain('CreateMember');
    close();
  });
});
