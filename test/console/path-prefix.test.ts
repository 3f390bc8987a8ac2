// The explorer in a browser behind a proxy that serves the gateway below a path prefix, and removes the prefix.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { runProgram, type Program } from '../support/program';
import { startPrefixProxy } from './prefix-proxy';

const executablePath = findChromium();

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/path-prefix', 'chromium');

describeWithBrowser('below a path prefix', () => {
  let program: Program;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let proxy: Server;
  let origin: string;
  const outside: string[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    program = runProgram('main.js', { PORT: '0' });
    const [, target = ''] = await program.printed(/Explorer: (http:\S+)\//);
    proxy = startPrefixProxy(target, outside).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    closeBrowser = endWithFile(() => browser.close());
  });

  afterAll(async () => {
    await closeBrowser();
    proxy.close();
    proxy.closeAllConnections();
    program.kill('SIGTERM');
    await program.exit();
  });

  /** Opens the page, runs its first example to the result, and returns the paths that it loaded. */
  const runExample = async (address: string): Promise<readonly string[]> => {
    const loaded: string[] = [];
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('response', (response) => {
      if (response.ok()) loaded.push(response.url().replace(origin, ''));
    });
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`${origin}${address}`);
    await page.locator('.graphiql-query-editor').getByText('Overview').first().waitFor();
    // GraphiQL reads the operation's name a moment after the editor shows it, without an event.
    await page.waitForTimeout(1_000);
    await page.getByRole('button', { name: /execute query/i }).click();
    await page.locator('.result-window').getByText('RUNNING').first().waitFor();
    const fonts = await page.evaluate<number>(
      "document.fonts.load('16px codicon').then(({ length }) => length)",
    );
    expect(fonts).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await page.close();
    return loaded;
  };

  const expectWholePage = (loaded: readonly string[]) => {
    const names = loaded.map((path) => path.replace(/-[A-Z0-9]+(?=\.)/, ''));
    expect(names).toEqual(
      expect.arrayContaining([
        '/secops/explorer/explorer.js',
        '/secops/explorer/explorer.css',
        '/secops/explorer/chunk.js',
        '/secops/explorer/editor.worker.js',
        '/secops/explorer/graphql.worker.js',
        '/secops/explorer/json.worker.js',
        '/secops/explorer/codicon.ttf',
        '/secops/graphql',
      ]),
    );
  };

  test('the page loads its scripts, workers and fonts, and runs an example, below the prefix', async () => {
    expectWholePage(await runExample('/secops/'));
    expect(outside).toEqual([]);
  });

  test('the page works without the slash at the end of the prefix', async () => {
    expectWholePage(await runExample('/secops?a=b'));
  });
});
