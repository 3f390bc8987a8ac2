// What users of the console rely on beyond its screens: links, reloads, the keyboard, and safety.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describeWith } from '../support/describe-with';
import { JOB_ID } from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  loaded,
  PAGES,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';
import { startPrefixProxy } from './prefix-proxy';

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/journeys', 'chromium');

describeWithBrowser('the console', () => {
  const browser = new ConsoleBrowser();
  let opened: ConsolePage;

  beforeAll(async () => {
    await browser.start();
    await browser.startGateway();
  });
  beforeEach(() => browser.emulator.control('POST', '/reset'));
  afterAll(() => browser.stop());

  const open = async (...options: Parameters<ConsoleBrowser['open']>): Promise<Page> => {
    opened = await browser.open(...options);
    await loaded(opened.page);
    return opened.page;
  };
  const expectNoReports = async (expected: readonly string[] = []) => {
    expect(opened.reports).toEqual(expected);
    expect(requestsElsewhere(opened, browser.origin)).toEqual([]);
    await opened.page.context().close();
  };
  const names = (page: Page) => page.locator('tbody tr[data-index] td:nth-child(2)').allTextContents();

  test('a link reproduces the view: filters, order and columns', async () => {
    const page = await open('/jobs');
    await page.getByRole('button', { name: 'Status', exact: true }).first().click();
    await page.getByRole('checkbox', { name: 'Paused by a user' }).check();
    await page.getByRole('checkbox', { name: 'Canceled' }).check();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Name' }).fill('HR');
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Job id' }).check();
    await page.getByRole('checkbox', { name: 'Type' }).uncheck();
    await page.keyboard.press('Escape');
    await page.waitForURL(/name=HR/);
    await page
      .locator('tbody tr[data-index] td:nth-child(2)', { hasNotText: 'hr' })
      .first()
      .waitFor({ state: 'detached' });
    const address = page.url().replace(`${browser.origin}/console`, '');
    expect(Object.fromEntries(new URLSearchParams(address.split('?')[1]))).toEqual({
      name: 'HR',
      status: 'CANCELLED',
      sort: 'NAME',
      columns: 'name,status,lastRun,created,expires,target,jobId,console',
    });
    const shown = await names(page);
    expect(shown.length).toBeGreaterThan(1);
    expect([...shown].sort()).toEqual(shown);
    expect(shown.every((name) => name.includes('hr'))).toBe(true);
    const headers = await page.getByRole('columnheader').allTextContents();
    await expectNoReports();

    const again = await open(address);
    expect(await names(again)).toEqual(shown);
    expect(await again.getByRole('columnheader').allTextContents()).toEqual(headers);
    expect(await again.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('HR');
    await expectNoReports();
  });

  test('a list is read page by page, and counted on request', async () => {
    const page = await open('/jobs');
    await page.getByText('50 classification jobs so far').first().waitFor();
    await page.getByRole('button', { name: 'Load more' }).click();
    await page.getByText('100 classification jobs').first().waitFor();
    await page.getByRole('button', { name: 'Count all' }).click();
    await page.getByText(/^\d+ in total$/).waitFor();
    // The queries of the viewer, the first page, the second page and the count.
    expect(graphqlRequests(opened)).toHaveLength(4);
    await expectNoReports();
  });

  test.each(PAGES.slice(1))(
    'a resource of $title opens from its list, and survives a reload',
    async ({ path, title }) => {
      const page = await open(path);
      const link = page.locator('tbody a').first();
      const name = await link.textContent();
      await link.click();
      const heading = page.getByRole('heading', { level: 1, name: name ?? '', exact: true });
      await heading.waitFor();
      expect(await page.evaluate<string>('document.activeElement?.textContent')).toBe(name);
      await page.getByRole('region', { name: 'Possible changes' }).waitFor();
      expect(await findings(page)).toEqual([]);

      await page.reload();
      await heading.waitFor();
      await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: title }).click();
      await page.locator('tbody a').first().waitFor();
      await expectNoReports();
    },
  );

  test('a resource that does not exist, and a path without a page, say so', async () => {
    const page = await open('/jobs');
    const href = (await page.locator('tbody a').first().getAttribute('href')) ?? '';
    await browser.emulator.control('POST', '/reset', { sizes: { jobs: 0 } });
    await page.goto(`${browser.origin}${href}`);
    await page.getByRole('heading', { name: 'There is no such classification job' }).waitFor();
    await page.goto(`${browser.origin}/console/nowhere/at/all`);
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    await expectNoReports();
  });

  test('a field that could not be read says so, and is not shown as missing', async () => {
    const error = { type: 'AccessDeniedException', status: 403 };
    const faults = [
      { service: 'security-ir', operation: 'ListTagsForResource', error },
      { service: 'macie2', operation: 'DescribeClassificationJob', error },
    ];
    for (const fault of faults) await browser.emulator.control('POST', '/faults', fault);
    const page = await open('/cases');
    await page.locator('tbody a').first().click();
    await page.locator('dl > div', { hasText: 'Tags' }).getByText('Could not be read').waitFor();
    expect(await page.getByText('Could not be read').count()).toBe(1);

    await page.getByRole('link', { name: 'Classification jobs' }).click();
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { level: 1, name: 'AWS does not let the gateway read' }).waitFor();
    await expectNoReports();
  });

  test('the start page leads to the resource of an item, and to the items of one reason', async () => {
    const page = await open('/');
    await page
      .getByRole('list', { name: /Items by reason/ })
      .getByRole('link', { name: /Export failed/ })
      .click();
    await page.waitForURL(/reason=EXPORT_FAILED/);
    await page
      .getByText(/^\d items$/)
      .first()
      .waitFor();
    await page.getByRole('list', { name: 'Queue by due time' }).getByRole('link').first().click();
    await page.waitForURL(/\/exports\//);
    await page.getByText('Reason of the failure').waitFor();
    await expectNoReports();
  });

  test('the keyboard reaches the content, the pages, a filter and back', async () => {
    const page = await open('/jobs');
    const focused = () => page.evaluate<string>('document.activeElement?.textContent');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement?.id')).toBe('content');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Create a classification job');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Status');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Running' }).waitFor();
    await page.keyboard.press('Space');
    await page.waitForURL(/status=RUNNING/);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Running' }).waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^Status/);
    await expectNoReports();
  });

  test('text from AWS is never HTML', async () => {
    const name = '<img src=x onerror="document.title=1">';
    const set = { name, jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
    await browser.emulator.control('POST', '/put', { service: 'macie2', resource: 'job', id: JOB_ID, set });
    const page = await open('/jobs?name=onerror');
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    await expectNoReports();
  });

  test.each(PAGES)(
    '$title has no horizontal scroll at 320 pixels, and its navigation opens',
    async ({ path }) => {
      const page = await open(path, { viewport: { width: 320, height: 640 } });
      const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
      expect(await width()).toBe(320);
      await page.getByRole('button', { name: 'Open the navigation' }).click();
      await page.getByRole('link', { name: 'Security cases' }).waitFor();
      expect(await width()).toBe(320);
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Close the navigation' }).click();
      const resource = page.locator('main tbody a, main ol a').first();
      await resource.click();
      await page.getByRole('region', { name: 'Possible changes' }).waitFor();
      expect(await width()).toBe(320);
      await expectNoReports();
    },
  );

  test('the chosen color scheme stays after a reload, and applies before the page is rendered', async () => {
    const page = await open('/', { colorScheme: 'light' });
    const scheme = () => page.evaluate<string>('document.documentElement.dataset.mantineColorScheme');
    expect(await scheme()).toBe('light');
    await page.getByRole('button', { name: /Change to light/ }).click();
    await page.getByRole('button', { name: /Change to dark/ }).click();
    expect(await scheme()).toBe('dark');
    await page.route(/assets\/console-.*\.js/, (route) => route.abort());
    await page.reload();
    expect(await scheme()).toBe('dark');
    await page.context().close();
  });

  test('below a path prefix every page, file and request keeps the prefix', async () => {
    const outside: string[] = [];
    const proxy = startPrefixProxy(browser.origin, outside).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const prefixed = `http://127.0.0.1:${port}/secops`;
    const { page } = await browser.open('/');
    await page.goto(`${prefixed}/console`);
    await loaded(page);
    expect(page.url()).toBe(`${prefixed}/console/`);
    await page.getByRole('link', { name: 'Security cases' }).click();
    await page.locator('tbody a').first().click();
    await page.getByRole('region', { name: 'Possible changes' }).waitFor();
    await page.reload();
    await page.getByRole('region', { name: 'Possible changes' }).waitFor();
    await page.getByRole('link', { name: 'GraphQL explorer' }).click();
    await page.waitForURL(`${prefixed}/`);
    await page.getByRole('link', { name: 'Console' }).click();
    await page.waitForURL(`${prefixed}/console/`);
    expect(outside).toEqual([]);
    await page.context().close();
    proxy.close();
    proxy.closeAllConnections();
  });

  test('the gateway of these suites accepts no other operations than those of the console', async () => {
    const refused = await browser.gateway.send('{ viewer { name } }');
    expect(refused.errors).toEqual([expect.objectContaining({ message: expect.any(String) as string })]);
    expect(refused.data).toBeUndefined();
  });
});
