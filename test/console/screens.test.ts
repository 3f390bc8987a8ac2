// Every page of the console in every state: each state has its own screen, and axe finds nothing serious in any.
import { describeWith } from '../support/describe-with';
import { identityOf, tokenOf } from '../support/principals';
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

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/screens', 'chromium');

/** The account of the target `default`, which the gateway reads first. */
const DEFAULT_ACCOUNT = '111122223333';
const LISTS = PAGES.slice(1);
/** The lists of all kinds, which the queue reads. */
const OPERATIONS = LISTS.map(({ service, operation }) => ({ service, operation }));

const OVERLOADED = {
  errors: [{ message: 'The gateway is busy.', extensions: { code: 'OVERLOADED', retryAfterSeconds: 0 } }],
};

describeWithBrowser('the screens of the console', () => {
  const browser = new ConsoleBrowser();
  let opened: ConsolePage;

  beforeAll(() => browser.start());
  beforeEach(async () => {
    await browser.emulator.control('POST', '/reset');
    await browser.startGateway();
  });
  afterEach(async () => {
    const { page, reports } = opened;
    expect(reports).toEqual([]);
    expect(requestsElsewhere(opened, browser.origin)).toEqual([]);
    await page.context().close();
    await browser.gateway.close();
  });
  afterAll(() => browser.stop());

  const open = async (...options: Parameters<ConsoleBrowser['open']>) => {
    opened = await browser.open(...options);
    return opened.page;
  };
  const screen = (kind: string) => opened.page.locator(`[data-screen="${kind}"]`);
  const rows = () => opened.page.locator('main tbody tr[data-index], main ol > li');
  const banner = () => opened.page.getByRole('region', { name: 'Missing data' });
  const failLists = async (lists: readonly object[], fault: object) => {
    for (const list of lists) await browser.emulator.control('POST', '/faults', { ...list, ...fault });
  };
  /** The lists that a page reads. */
  const listsOf = ({ path, service, operation }: (typeof PAGES)[number]) =>
    path === '/' ? OPERATIONS : [{ service, operation }];

  test('slow, every page: shows its shape, says after a moment why it waits, and then shows the rows', async () => {
    await failLists(OPERATIONS, { latencyMs: 6_000 });
    const tabs = await Promise.all(PAGES.map(({ path }) => browser.open(path)));
    const findingsOfTabs = tabs.map(async (tab) => {
      await tab.page.locator('[data-screen="loading"]').getByText('AWS takes longer than usual').waitFor();
      return findings(tab.page);
    });
    expect(await Promise.all(findingsOfTabs)).toEqual(PAGES.map(() => []));
    await browser.emulator.control('DELETE', '/faults');
    for (const tab of tabs) {
      opened = tab;
      await loaded(tab.page);
      expect(await rows().count()).toBeGreaterThan(0);
      if (tab !== tabs.at(-1)) await tab.page.context().close();
    }
  });

  describe.each(PAGES)('$title', (tested) => {
    const { path, title } = tested;

    test('full, light and dark: shows rows and their age, and no banner', async () => {
      const page = await open(path, { colorScheme: 'light' });
      await loaded(page);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
      expect(await page.title()).toBe(`${title} · secops-graph`);
      expect(await rows().count()).toBeGreaterThan(5);
      expect(await page.getByText('as of just now').count()).toBe(1);
      expect([await banner().count(), await screen('empty').count()]).toEqual([0, 0]);
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
      expect(await findings(page)).toEqual([]);
    });

    test('empty: says that no rows exist, because the gateway read the whole list', async () => {
      await browser.emulator.control('POST', '/reset', {
        sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 },
      });
      const page = await open(path);
      await screen('empty').waitFor();
      expect(await screen('empty').textContent()).toContain('All sources were read to the end.');
      expect([await banner().count(), await rows().count()]).toEqual([0, 0]);
      expect(await findings(page)).toEqual([]);
    });

    test('partial: shows the rows of the other source, names the failed one, and reads it again', async () => {
      const error = { type: 'InternalServerException', status: 500 };
      await failLists([{ service: tested.service, operation: tested.operation }], {
        account: DEFAULT_ACCOUNT,
        error,
      });
      const page = await open(path);
      await banner().waitFor();
      expect(await banner().textContent()).toMatch(/default, [\w ]+: Unavailable\. \w/);
      expect(await rows().count()).toBeGreaterThan(0);
      expect(await screen('empty').count()).toBe(0);
      expect(await findings(page)).toEqual([]);

      await browser.emulator.control('DELETE', '/faults');
      await banner().getByRole('button', { name: 'Retry' }).click();
      await banner().waitFor({ state: 'detached' });
    });

    test('stale: keeps the rows after a failed refresh, says how old they are and why, and reads them again', async () => {
      const page = await open(path);
      await loaded(page);
      const shown = await rows().count();
      const sent = graphqlRequests(opened).length;
      await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: OVERLOADED }));
      await page.getByRole('button', { name: 'Refresh' }).click();
      const notice = page.locator('main [data-stale="failed"]');
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(
        /^Stale: .* could not be read again.*what it read just now\. The gateway is busy\..*OVERLOADED/,
      );
      // The refresh, and its only repetition.
      expect(graphqlRequests(opened)).toHaveLength(sent + 2);
      expect([await rows().count(), await page.locator('[data-screen]').count()]).toEqual([shown, 0]);
      expect(await findings(page)).toEqual([]);

      await page.unroute('**/graphql');
      await notice.getByRole('button', { name: 'Retry' }).click();
      await notice.waitFor({ state: 'detached' });
      expect(await rows().count()).toBe(shown);
      expect(opened.reports.splice(0)).toEqual([
        expect.stringContaining('503'),
        expect.stringContaining('503'),
      ]);
    });

    test('denied by AWS: says that AWS denies access, and not that no rows exist', async () => {
      await failLists(listsOf(tested), { error: { type: 'AccessDeniedException', status: 403 } });
      const page = await open(path);
      await screen('denied').waitFor();
      expect(await screen('denied').textContent()).toContain('AWS does not let the gateway read');
      expect(await banner().textContent()).toContain('Access denied');
      expect(await screen('empty').count()).toBe(0);
      expect(await findings(page)).toEqual([]);
    });

    test('denied by the gateway: names the scope that the caller lacks', async () => {
      await browser.gateway.close();
      const identity = identityOf({ ann: { scopes: new Set(), targets: 'ALL' } });
      await browser.startGateway({ identity });
      const page = await open(path, { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } });
      await screen('denied').waitFor();
      expect(await screen('denied').textContent()).toMatch(/You may not read.* [\w-]+:read.*FORBIDDEN/);
      expect(await findings(page)).toEqual([]);
    });
  });
});
