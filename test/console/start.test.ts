// The start page's numbers, the search and the shortcuts: what they show, what they cost, and that the keyboard is enough.
import type { Page, Route } from 'playwright-core';
import { SHORTCUTS } from '../../packages/console/src/app/shortcuts/shortcuts';
import { describeWith } from '../support/describe-with';
import { identityOf, tokenOf } from '../support/principals';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  loaded,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/start', 'chromium');

/** The calls for whole lists in docs/overview.md: 120 jobs, 40 members, 31 cases and two organizations in each of two targets. */
const CALLS_FOR_ALL_LISTS = {
  ListClassificationJobs: 2,
  ListMembers: 4,
  ListCases: 4,
  ListOrganizations: 2,
  ListMailboxExportJobs: 4,
};
const MEMBER = '182054549260';
const FAILURE = { type: 'InternalServerException', status: 500 };
const DEFAULT_ACCOUNT = '111122223333';

describeWithBrowser('the start page, the search and the shortcuts', () => {
  const browser = new ConsoleBrowser();
  let opened: ConsolePage;

  beforeAll(() => browser.start());
  beforeEach(async () => {
    await browser.emulator.control('POST', '/reset');
    await browser.startGateway();
  });
  afterEach(async () => {
    expect(opened.reports).toEqual([]);
    expect(requestsElsewhere(opened, browser.origin)).toEqual([]);
    await opened.page.context().close();
    await browser.gateway.close();
  });
  afterAll(() => browser.stop());

  const open = async (...options: Parameters<ConsoleBrowser['open']>): Promise<Page> => {
    opened = await browser.open(...options);
    await loaded(opened.page);
    return opened.page;
  };
  const openAs = async (scopes: readonly string[]) => {
    await browser.gateway.close();
    await browser.startGateway({
      identity: identityOf({ ann: { scopes: new Set(scopes) as never, targets: 'ALL' } }),
    });
    return open('/', { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } });
  };
  const tile = (title: string) => opened.page.getByRole('listitem').filter({ hasText: title }).first();
  const requestsFor = (operation: string) =>
    graphqlRequests(opened).filter((request) => request.postData()?.includes(`query ${operation}`));
  const failing = (operation: string) => (route: Route) =>
    route.request().postData()?.includes(`query ${operation}`) === true
      ? route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' })
      : route.fallback();
  const forgetCalls = () => browser.emulator.control('DELETE', '/calls');
  const counts = async () =>
    (await browser.emulator.calls()).reduce<Record<string, number>>(
      (sum, { operation }) => ({ ...sum, [operation]: (sum[operation] ?? 0) + 1 }),
      {},
    );
  const focused = () => opened.page.evaluate<string>('document.activeElement?.textContent');
  const results = () => opened.page.getByRole('listbox', { name: 'Results' });
  const searchFor = async (page: Page, text: string) => {
    await page.keyboard.press('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  const expectFailedRequests = (count: number) => {
    expect(opened.reports.splice(0)).toEqual(Array(count).fill(expect.stringContaining('502')));
  };

  test('the numbers are counted after the queue, once in five minutes, and are those of their lists', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    opened = await browser.open('/', {
      prepare: (page) =>
        page.route('**/graphql', async (route) => {
          if (route.request().postData()?.includes('query attentionPageQuery')) await held;
          await route.fallback();
        }),
    });
    const { page } = opened;
    await page.getByText('Counted after the queue').nth(3).waitFor();
    expect(requestsFor('useStatisticsQuery')).toHaveLength(0);
    release();
    await page.getByText('Counted just now').nth(3).waitFor();
    expect(await findings(page)).toEqual([]);

    await loaded(page);
    await forgetCalls();
    await page.getByRole('button', { name: 'Count again' }).click();
    await page.locator('[aria-busy]').first().waitFor();
    await loaded(page);
    expect(await counts()).toEqual(CALLS_FOR_ALL_LISTS);

    for (const title of ['Open cases', 'Running jobs', 'Running exports', 'Members not enabled']) {
      const link = page.getByRole('link', { name: title });
      const [number] = /\d+$/.exec((await link.textContent()) ?? '') ?? [];
      await link.click();
      await page.getByRole('button', { name: 'Count all' }).click();
      await page.getByText(`${number} in total`, { exact: true }).waitFor();
      await page.goBack();
      await page.getByText('Counted just now').nth(3).waitFor();
      await loaded(page);
    }
    expect(requestsFor('useStatisticsQuery')).toHaveLength(2);
  });

  test('a number that lacks a target is a lower bound and names it, and a number that lacks all is unknown', async () => {
    const faults = [
      { service: 'security-ir', operation: 'ListCases', account: DEFAULT_ACCOUNT },
      { service: 'workmail', operation: 'ListOrganizations' },
    ];
    for (const fault of faults)
      await browser.emulator.control('POST', '/faults', { ...fault, error: FAILURE });
    const page = await open('/');
    await tile('Open cases')
      .getByText(/^At least \d+$/)
      .first()
      .waitFor();
    expect(await tile('Open cases').textContent()).toContain('Partial: default, Unavailable');
    expect(await tile('Running exports').textContent()).toMatch(/^Running exportsUnknownFailed Unknown/);
    expect(await tile('Running jobs').textContent()).toMatch(/^Running jobs\d+/);
    expect(await page.getByText('Partial').count()).toBe(2);
    expect(await findings(page)).toEqual([]);
  });

  test('a kind that the caller may not read says so beside the numbers of the others', async () => {
    const page = await openAs(['macie:read']);
    await tile('Running jobs').getByText('Counted just now').waitFor();
    expect(await tile('Open cases').textContent()).toMatch(/^Open casesUnknown.*security-ir:read/);
    expect(await findings(page)).toEqual([]);
  });

  test('numbers that could not be counted are not zero, and the queue stays', async () => {
    const page = await open('/', {
      prepare: (each) => each.route('**/graphql', failing('useStatisticsQuery')),
    });
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('The numbers could not be counted');
    expect(await page.getByRole('list', { name: 'Queue by due time' }).count()).toBe(1);
    expect(await page.getByText('Unknown', { exact: true }).count()).toBe(4);
    expect(requestsFor('useStatisticsQuery')).toHaveLength(1);
    expect(await findings(page)).toEqual([]);
    await page.unroute('**/graphql');
    await alert.getByRole('button', { name: 'Count again' }).click();
    await page.getByText('Counted just now').nth(3).waitFor();
    expectFailedRequests(1);
  });

  test('a text is searched with Enter, and the keyboard alone opens a result', async () => {
    const page = await open('/jobs');
    await forgetCalls();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search everything' }).waitFor();
    await page.keyboard.type('payroll');
    expect(requestsFor('searchResultsQuery')).toHaveLength(0);
    await page.keyboard.press('Enter');
    await results().getByRole('option').first().waitFor();
    expect(await counts()).toEqual(CALLS_FOR_ALL_LISTS);
    expect(await results().getByRole('group').count()).toBeGreaterThan(0);
    expect(await page.getByRole('dialog').getByRole('status').textContent()).toMatch(/^\d+ results$/);
    expect(await findings(page)).toEqual([]);

    await page.keyboard.press('ArrowDown');
    const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
    const option = page.locator(`[id="${active}"]`);
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(active).toBe(await page.getByRole('option').nth(1).getAttribute('id'));
    expect(await option.textContent()).toMatch(/payroll/i);
    const name = (await option.locator('span').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe(name);

    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toBe(name);
  });

  test('a pasted id is looked up at once, with one call for each kind and target', async () => {
    const page = await open('/jobs', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(`navigator.clipboard.writeText('${MEMBER}')`);
    await forgetCalls();
    await page.keyboard.press('/');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Control+V');
    await results().getByRole('option').first().waitFor();
    expect(await counts()).toEqual({ GetMember: 2, GetCase: 2 });
    expect(await results().textContent()).toMatch(/^Macie members182054549260EnabledAccount id · default/);
  });

  test('the search tells apart: too short, no match, partial, and failed', async () => {
    const page = await open('/jobs');
    const dialog = page.getByRole('dialog');
    const field = page.getByRole('combobox');
    const again = async (text: string) => {
      await field.fill(text);
      await page.keyboard.press('Enter');
    };
    await searchFor(page, 'a');
    await dialog.getByText('Type at least 2 characters.').waitFor();
    expect(requestsFor('searchResultsQuery')).toHaveLength(0);

    await again('matches nothing at all');
    await dialog.locator('[data-screen="empty"]').getByText('Nothing matches').waitFor();
    expect(await findings(page)).toEqual([]);

    const fault = { service: 'macie2', operation: 'ListMembers', account: DEFAULT_ACCOUNT, error: FAILURE };
    await browser.emulator.control('POST', '/faults', fault);
    await again('payroll');
    await dialog.getByRole('region', { name: 'Missing data' }).getByText('default, Macie members').waitFor();
    expect(await dialog.getByRole('status').textContent()).toMatch(/^\d+ results, data is missing$/);
    expect(await findings(page)).toEqual([]);
    await again('matches nothing either');
    await dialog.locator('[data-screen="failed"]').getByText('not everything was searched').waitFor();

    await page.route('**/graphql', failing('searchResultsQuery'));
    await again('data-lake');
    await dialog.locator('[data-screen="failed"]').getByText('The request for the results failed').waitFor();
    expect(requestsFor('searchResultsQuery')).toHaveLength(4);
    expect(await findings(page)).toEqual([]);
    await page.unroute('**/graphql');
    await dialog.getByRole('button', { name: 'Retry' }).click();
    await results().getByRole('option').first().waitFor();
    expectFailedRequests(1);
  });

  test('a caller without a scope is told so by the search, and not that nothing matches', async () => {
    opened = await (async () => {
      await browser.gateway.close();
      await browser.startGateway({ identity: identityOf({ ann: { scopes: new Set(), targets: 'ALL' } }) });
      return browser.open('/nowhere', {
        extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` },
      });
    })();
    const { page } = opened;
    await loaded(page);
    await searchFor(page, 'payroll');
    await page.locator('[data-screen="denied"]').getByText('You may not read the results').waitFor();
    expect(await page.locator('[data-screen="empty"]').count()).toBe(1);
    expect(await findings(page)).toEqual([]);
  });

  test('shortcuts lead to the pages, through the rows, to the filters, and refresh', async () => {
    const page = await open('/');
    await page.keyboard.type('gj');
    await page.getByRole('heading', { level: 1, name: 'Classification jobs' }).waitFor();
    await loaded(page);
    const names = await page.locator('tbody a[data-row-link]').allTextContents();
    await page.keyboard.type('jjk');
    expect(await focused()).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(names[1]);

    const sent = graphqlRequests(opened).length;
    const answered = page.waitForResponse('**/graphql');
    await page.keyboard.press('r');
    await answered;
    expect(graphqlRequests(opened)).toHaveLength(sent + 1);
    await page.locator('[data-reloading]').waitFor({ state: 'detached' });
    expect(await focused()).toBe(names[1]);

    await page.keyboard.press('f');
    await page.keyboard.type('gm?/r');
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('gm?/r');
    await page.waitForURL(/name=gm/);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('Enter opens the row with the focus', async () => {
    const page = await open('/cases');
    await page.keyboard.press('j');
    const name = await focused();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    expect(await focused()).toBe(name);
  });

  test('the sheet lists every shortcut and turns them off, which the browser remembers', async () => {
    const page = await open('/cases', { viewport: { width: 320, height: 640 } });
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await page.keyboard.press('?');
    await dialog.waitFor();
    const terms = await dialog.locator('dt').allTextContents();
    for (const { label } of Object.values(SHORTCUTS))
      expect(terms.some((term) => term.startsWith(label))).toBe(true);
    expect(terms).toContain('Create a new one not on this page');
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
    await page.keyboard.press('Space');
    expect(await dialog.getByRole('checkbox', { name: 'Shortcuts of single keys' }).isChecked()).toBe(false);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await page.reload();
    await loaded(page);
    await page.keyboard.type('?gjr/');
    expect([await page.getByRole('dialog').count(), new URL(page.url()).pathname]).toEqual([
      0,
      '/console/cases',
    ]);
    // A key with Ctrl is no shortcut of a single key.
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Open the navigation' }).click();
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await dialog.getByRole('checkbox', { name: 'Shortcuts of single keys' }).check();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.type('gj');
    await page.waitForURL(/\/jobs$/);
  });

  test('a caller that loses the right to read a list no longer sees its rows', async () => {
    const page = await open('/members');
    const errors = [
      { message: 'A scope is missing.', extensions: { code: 'FORBIDDEN', scopes: ['macie:read'] } },
    ];
    await page.route('**/graphql', (route) => route.fulfill({ json: { errors } }));
    await page.keyboard.press('r');
    await page.locator('[data-screen="denied"]').getByText('You may not read the Macie members').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(0);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.locator('tbody tr').first().waitFor();
  });

  test('what nobody has read for minutes says that it is stale, on the list and in the numbers', async () => {
    const page = await open('/', { prepare: (each) => each.clock.install() });
    await page.getByText('Counted just now').nth(3).waitFor();
    await page.clock.fastForward('06:00');
    const notice = page.getByRole('region', { name: 'Age of the data' });
    await notice.waitFor();
    expect(await notice.textContent()).toContain('Stale: the page read the queue 6 minutes ago.');
    expect(await page.getByText(/^Stale: counted 6 minutes ago$/).count()).toBe(4);
    expect(await findings(page)).toEqual([]);
    await notice.getByRole('button', { name: 'Read again' }).click();
    await notice.waitFor({ state: 'detached' });
  });
});
