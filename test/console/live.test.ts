// The live updates of the console: one connection per browser, changes in place, and a visible state whatever fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserContext, Locator, Page, Route } from 'playwright-core';
import type { Config } from '../../src/config/config';
import { endWithFile } from '../support/cleanup';
import { eventually } from '../clients/live-updates';
import { describeWith } from '../support/describe-with';
import { readState } from '../support/emulator';
import { freePort } from '../support/free-port';
import { testConfig } from '../support/gateway';
import { Harness } from '../support/harness';
import { Scrape } from '../support/metrics';
import { JOB, MEMBER, putJob, putMember } from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  liveRequests,
  loaded,
  type ConsolePage,
} from './console-browser';

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/live', 'chromium');

const JOB_PATH = `/jobs/${encodeURIComponent(JOB)}`;
const SIZES = { jobs: 30, members: 2, exportJobs: 2, cases: 4 };
const MAX_REQUESTS = 20;

/** The ways in which a gateway refuses requests. */
const REFUSALS: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is overloaded': (route) => answer(route, 503, 'OVERLOADED', { retryAfterSeconds: 1 }),
  'rejects the caller': (route) => answer(route, 403, 'FORBIDDEN'),
  'cannot be reached': (route) => route.abort('connectionrefused'),
  'is a proxy without a gateway': (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }),
};

function answer(route: Route, status: number, code: string, more: object = {}): Promise<void> {
  const errors = [
    {
      message: 'The gateway refuses the request.',
      extensions: { code, ...more },
    },
  ];
  return route.fulfill({ status, json: { errors } });
}

/** Lets the time of the page pass until the element is there. */
async function passUntil(page: Page, element: Locator): Promise<void> {
  await eventually(async () => {
    await page.clock.runFor(1_000);
    return (await element.count()) > 0 ? true : undefined;
  }, 'an element');
}

const harness = new Harness();

describeWithBrowser('live updates of the console', () => {
  const browser = new ConsoleBrowser();
  let config: Partial<Config>;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
    endWithFile(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    await browser.start();
    harness.emulator = browser.emulator;
    await browser.emulator.control('POST', '/reset', { sizes: SIZES });
    await putJob(harness, 'RUNNING');
    config = {
      targets: testConfig().targets,
      port: await freePort(),
      databaseFile: join(folder, 'history.sqlite'),
      // Tests change resources through the gateway, with operations that the console does not have.
      queryLimits: testConfig().queryLimits,
      // The shortest time between two looks at AWS.
      history: { ...testConfig().history, mode: 'on', intervalSeconds: 2 },
    };
    await browser.startGateway(config);
  });
  afterAll(() => browser.stop());

  const open = async (path: string, context?: BrowserContext): Promise<ConsolePage> => {
    const opened = await browser.open(path, context && { context });
    await loaded(opened.page);
    return opened;
  };
  const says = (page: Page, label: string) =>
    page
      .getByRole('banner')
      .getByRole('button', { name: `Live updates: ${label}`, exact: true })
      .waitFor();
  const jobRow = (page: Page) => page.locator('tbody tr[data-index]', { hasText: /^job/ });
  const names = (page: Page) => page.locator('tbody tr[data-index] td:nth-child(2)').allTextContents();
  const setJob = (jobStatus: string) => putJob(harness, jobStatus);
  const streams = async () => (await Scrape.of(browser.gateway.url)).sum('secops_graph_streams_open');
  const setVisibility = (page: Page, state: 'hidden' | 'visible') =>
    page.evaluate(
      `Object.defineProperty(document, 'visibilityState', { value: '${state}', configurable: true });
       document.dispatchEvent(new Event('visibilitychange'))`,
    );
  const reportsOf = (tabs: readonly ConsolePage[]) => tabs.flatMap(({ reports }) => reports);

  test('three tabs share one stream, and show a change of another client of AWS in place', async () => {
    const list = await open('/jobs?sort=NAME');
    await says(list.page, 'Live');
    const context = list.page.context();
    const detail = await open(JOB_PATH, context);
    const filtered = await open('/jobs?status=RUNNING&name=job', context);
    for (const { page } of [detail, filtered]) await says(page, 'Live');
    expect(await streams()).toBe(1);

    const order = await names(list.page);
    await list.page.evaluate('window.scrollTo(0, 200)');
    const dialogButton = detail.page.getByRole('button', {
      name: 'Cancel: Canceled',
    });
    await dialogButton.click();
    await detail.page.getByText('Nothing is changed until you confirm.').waitFor();
    const reads = [list, detail, filtered].map((tab) => graphqlRequests(tab).length);

    await setJob('USER_PAUSED');
    await jobRow(list.page).getByText('Paused by a user').waitFor();
    await detail.page.locator('main header').getByText('Paused by a user').waitFor();
    await filtered.page.getByText('1 shown row no longer matches the filters:').waitFor();
    expect((await names(list.page)).slice(0, order.length)).toEqual(order);
    expect(await list.page.evaluate('window.scrollY')).toBe(200);
    // The dialog asks with the status that it was opened with, and the gateway refuses.
    await detail.page.getByRole('button', { name: 'Confirm' }).click();
    await detail.page.getByRole('dialog').getByText('Nothing was changed').waitFor();
    await detail.page.getByRole('button', { name: 'Close', exact: true }).click();
    await detail.page.getByRole('button', { name: 'Resume: Running' }).waitFor();
    // One read of each row; of the page and its history one for the event; the confirmed change, and the history after it.
    expect(
      [list, detail, filtered].map((tab, index) => graphqlRequests(tab).length - (reads[index] ?? 0)),
    ).toEqual([1, 4, 1]);
    for (const { page } of [list, detail, filtered]) expect(await findings(page)).toEqual([]);
    expect(reportsOf([list, detail, filtered])).toEqual([]);
    expect(liveRequests(list).length).toBeLessThanOrEqual(3);
    expect([detail, filtered].map((tab) => liveRequests(tab).length)).toEqual([0, 0]);

    await list.page.close();
    await says(filtered.page, 'Live');
    await setJob('RUNNING');
    await detail.page.locator('main header').getByText('Running').waitFor();
    await filtered.page
      .getByText('1 shown row no longer matches the filters:')
      .waitFor({ state: 'detached' });
    expect(await streams()).toBe(1);
    expect(graphqlRequests(filtered).length - (reads[2] ?? 0)).toBe(2);
    await context.close();
  });

  test('after a restart of the gateway, now with registered operations only, a tab shows what happened meanwhile', async () => {
    const opened = await open('/jobs?sort=NAME');
    const { page } = opened;
    await says(page, 'Live');
    await browser.gateway.close();
    await says(page, 'Paused, reconnecting');
    const indicator = page.getByRole('button', { name: /^Live updates/ });
    await indicator.focus();
    await page.keyboard.press('Enter');
    await page.getByText('There is no connection since just now.').waitFor();
    expect(await findings(page)).toEqual([]);
    await setJob('USER_PAUSED');
    const { queryLimits, ...registered } = config;
    expect(queryLimits).toBeDefined();
    await browser.startGateway(registered);
    await page.getByRole('button', { name: 'Connect now' }).focus();
    const stream = page.waitForRequest(/\/stream$/, { timeout: 1_000 });
    await page.keyboard.press('Enter');
    await stream;
    await says(page, 'Live');
    expect(await page.evaluate<string>('document.activeElement?.getAttribute("aria-label")')).toBe(
      'Live updates: Live',
    );
    await jobRow(page).getByText('Paused by a user').waitFor();
    expect(opened.reports.filter((text) => !text.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    await page.context().close();
    await browser.gateway.close();
    await browser.startGateway(config);
  });

  test('a leading tab that does not answer is replaced, and is right when it goes on', async () => {
    await setJob('USER_PAUSED');
    const leading = await open(JOB_PATH);
    await says(leading.page, 'Live');
    const other = await open('/jobs', leading.page.context());
    await says(other.page, 'Live');
    expect(liveRequests(other)).toEqual([]);
    const blocked = leading.page.evaluate('const end = Date.now() + 4_000; while (Date.now() < end);');
    await setVisibility(other.page, 'hidden');
    await setVisibility(other.page, 'visible');
    await setJob('RUNNING');
    await jobRow(other.page).getByText('Running').waitFor();
    // Its stream continues behind the last position.
    expect(liveRequests(other)).toHaveLength(1);
    await blocked;
    await leading.page.locator('main header').getByText('Running').waitFor();
    await says(leading.page, 'Live');
    await eventually(async () => ((await streams()) === 1 ? true : undefined), 'one stream');
    expect(reportsOf([leading, other])).toEqual([]);
    await leading.page.context().close();
  });

  test('a hidden tab reads nothing, and is right within two seconds of being shown', async () => {
    const opened = await open(JOB_PATH);
    const { page } = opened;
    await says(page, 'Live');
    const reads = graphqlRequests(opened).length;
    await setVisibility(page, 'hidden');
    const other = await open('/jobs', page.context());
    for (const status of ['USER_PAUSED', 'RUNNING', 'USER_PAUSED']) {
      await setJob(status);
      const label = status === 'RUNNING' ? 'Running' : 'Paused by a user';
      await jobRow(other.page).getByText(label).waitFor();
    }
    expect(graphqlRequests(opened)).toHaveLength(reads);
    const start = performance.now();
    await setVisibility(page, 'visible');
    await page.locator('main header').getByText('Paused by a user').waitFor();
    expect(performance.now() - start).toBeLessThan(2_000);
    // The page and its history.
    expect(graphqlRequests(opened)).toHaveLength(reads + 2);
    await page.context().close();
  });

  test('without locks, as on a page without TLS, a tab has a stream while it is visible', async () => {
    await setJob('RUNNING');
    const prepare = (page: Page) => page.addInitScript('delete Navigator.prototype.locks');
    const first = await browser.open(JOB_PATH, { prepare });
    const second = await browser.open('/jobs', { prepare, context: first.page.context() });
    const streamsAre = (count: number) =>
      eventually(async () => ((await streams()) === count ? true : undefined), `${count} streams`);
    for (const { page } of [first, second]) await says(page, 'Live');
    await streamsAre(2);
    await setVisibility(first.page, 'hidden');
    await streamsAre(1);
    await setJob('USER_PAUSED');
    await jobRow(second.page).getByText('Paused by a user').waitFor();
    const start = performance.now();
    await setVisibility(first.page, 'visible');
    await first.page.locator('main header').getByText('Paused by a user').waitFor();
    expect(performance.now() - start).toBeLessThan(2_000);
    await streamsAre(2);
    expect(reportsOf([first, second])).toEqual([]);
    await first.page.context().close();
  });

  test('an export is watched to its end', async () => {
    const { workmail } = await readState(browser.emulator);
    const organization = workmail.organizations[0];
    const { data, errors } = await browser.gateway.send(
      `mutation ($input: StartMailboxExportJobInput!) {
        startMailboxExportJob(input: $input) { mailboxExportJob { id } }
      }`,
      {
        input: {
          organizationId: organization?.OrganizationId,
          entityId: organization?.users[0]?.UserId,
          description: 'Legal hold',
          roleArn: 'arn:aws:iam::111122223333:role/export',
          kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-0000-0000-000000000000',
          s3BucketName: 'exports',
          s3Prefix: 'hold',
        },
      },
    );
    expect(errors).toBeUndefined();
    const { mailboxExportJob } = data?.startMailboxExportJob as {
      mailboxExportJob: { id: string };
    };
    const { page, reports } = await open(`/exports/${encodeURIComponent(mailboxExportJob.id)}`);
    await says(page, 'Live');
    const bar = page.getByRole('region', { name: 'Progress' }).getByRole('progressbar');
    const progress = async () => Number(await bar.getAttribute('aria-valuenow'));
    // The first look after the start has the progress from which on the gateway sees changes.
    await harness.forgetCalls();
    const looks = async () =>
      (await harness.operations()).filter((operation) => operation === 'ListMailboxExportJobs').length;
    await eventually(async () => ((await looks()) >= 2 ? true : undefined), 'two looks');
    const first = await progress();
    const advance = (advanceSeconds: number) =>
      browser.emulator.control('POST', '/clock', { advanceSeconds });
    // An export of the emulator takes four hours.
    await advance(3_600);
    await eventually(async () => ((await progress()) > first ? true : undefined), 'progress');
    await advance(4 * 3_600);
    await page.locator('main header').getByText('Completed').waitFor();
    expect(await progress()).toBe(100);
    await page.getByText('None: the status is final.').waitFor();
    expect(reports).toEqual([]);
    await page.context().close();
  });

  test('a new resource does not move the rows: a notice offers to refresh', async () => {
    const list = await open('/jobs');
    await says(list.page, 'Live');
    const queue = await open('/', list.page.context());
    const order = await names(list.page);
    const reads = [list, queue].map((tab) => graphqlRequests(tab).length);
    const set = { name: 'new-scan', jobType: 'ONE_TIME', jobStatus: 'RUNNING' };
    await harness.put('macie2', 'job', 'f'.repeat(32), set);
    await list.page.getByText('1 new or changed outside of this view:').waitFor();
    await queue.page.getByText('1 resource changed since the queue was read:').waitFor();
    expect(await names(list.page)).toEqual(order);
    expect([list, queue].map((tab) => graphqlRequests(tab).length)).toEqual(reads);
    expect(await list.page.locator('[role="status"].console-visually-hidden').textContent()).toBe(
      'The list changed. Refresh it to see the changes.',
    );
    for (const { page } of [list, queue]) expect(await findings(page)).toEqual([]);
    await list.page.getByRole('button', { name: 'Refresh' }).click();
    await list.page.getByText('1 new or changed outside of this view:').waitFor({ state: 'detached' });
    expect(await names(list.page)).not.toEqual(order);
    expect(reportsOf([list, queue])).toEqual([]);
    await list.page.context().close();
  });

  test('a resource that AWS does not have any more is marked, on its page and in lists', async () => {
    await putMember(harness, 'Created');
    const list = await open('/members?status=CREATED');
    const page = await open(`/members/${encodeURIComponent(MEMBER)}`, list.page.context());
    await says(page.page, 'Live');
    const deleted = await browser.gateway.send(
      `mutation { deleteMacieMember(input: { id: "${MEMBER}", acknowledge: [RECORD_IS_DELETED] }) { outcome } }`,
    );
    expect(deleted.data).toEqual({ deleteMacieMember: { outcome: 'APPLIED' } });
    await page.page
      .getByText('No longer in AWS since just now. The page shows what the gateway read last.')
      .waitFor();
    await page.page.getByText('None: AWS does not have it any more.').waitFor();
    await list.page.locator('tbody tr', { hasText: 'No longer in AWS since just now' }).waitFor();
    for (const tab of [list, page]) expect(await findings(tab.page)).toEqual([]);
    expect(reportsOf([list, page])).toEqual([]);
    await list.page.context().close();
  });

  test('where a proxy blocks streams, the console polls the history: without a call of AWS', async () => {
    await setJob('RUNNING');
    const opened = await browser.open('/jobs', {
      prepare: async (page) => {
        await page.clock.install();
        await page.route('**/graphql/stream', (route) => route.abort());
      },
    });
    const { page } = opened;
    await loaded(page);
    await jobRow(page).getByText('Running').waitFor();
    await passUntil(page, page.getByRole('button', { name: 'Live updates: Polling every 30 s' }));
    await page.getByRole('button', { name: 'Live updates: Polling every 30 s' }).click();
    await page.getByText('Streams do not come through').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await setJob('USER_PAUSED');
    await passUntil(page, jobRow(page).getByText('Paused by a user'));
    // Streams are tried again every five minutes only.
    expect(
      liveRequests(opened).filter((request) => request.url().endsWith('/stream')).length,
    ).toBeLessThanOrEqual(3);
    await page.context().close();
  });

  test('a tab sends at most 20 requests in a minute in which the gateway refuses all of them, and Retry works', async () => {
    const tabs = await Promise.all(
      Object.entries(REFUSALS).map(async ([name, refuse], index) => {
        const prepare = async (page: Page) => {
          await page.clock.install();
          await page.route(/\/graphql/, refuse);
        };
        return { name, tab: await browser.open(index === 0 ? '/' : '/cases', { prepare }) };
      }),
    );
    for (let second = 0; second < 60; second += 2) {
      await Promise.all(tabs.map(({ tab }) => tab.page.clock.runFor(2_000)));
      // The answers come in real time.
      await delay(20);
    }
    for (const { name, tab } of tabs) {
      const { page } = tab;
      // Each of the page's two queries was sent, and at most once more.
      const isRepeated = name === 'is overloaded' || name === 'cannot be reached';
      expect([name, graphqlRequests(tab).length]).toEqual([name, isRepeated ? 4 : 2]);
      // A rejection of the caller is final. Everything else is tried again, less and less often.
      const attempts = liveRequests(tab).length;
      const isFinal = name === 'rejects the caller';
      expect([name, attempts, attempts >= (isFinal ? 1 : 3)]).toEqual([name, attempts, true]);
      expect([name, attempts, attempts <= (isFinal ? 1 : MAX_REQUESTS - 4)]).toEqual([name, attempts, true]);
      expect(await page.locator('[data-screen="failed"], [data-screen="denied"]').count()).toBe(1);
      expect(await page.locator('[data-screen="empty"]').count()).toBe(0);
    }
    await Promise.all(
      tabs.map(async ({ tab: { page } }) => {
        expect(await findings(page)).toEqual([]);
        await page.unroute(/\/graphql/);
        await page.getByRole('button', { name: 'Retry' }).click();
        await page.getByText(/· as of /).waitFor();
        await page.context().close();
      }),
    );
  });

  test('without a history, the state says so, and a page that was hidden for an hour is right when it is shown', async () => {
    await browser.gateway.close();
    await browser.startGateway({ targets: testConfig().targets });
    const opened = await browser.open(JOB_PATH, { prepare: (page) => page.clock.install() });
    const { page } = opened;
    await loaded(page);
    await says(page, 'Live updates off');
    await page.getByRole('button', { name: 'Live updates: Live updates off' }).click();
    await page.getByText('The gateway keeps no history').waitFor();
    await page.getByText('This gateway records no history').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    const pass = async () => {
      await setVisibility(page, 'hidden');
      await page.clock.fastForward('01:00:00');
      await setVisibility(page, 'visible');
    };
    await setVisibility(page, 'hidden');
    await setJob('CANCELLED');
    const reads = graphqlRequests(opened).length;
    const start = performance.now();
    await pass();
    await page.locator('main header').getByText('Canceled').waitFor();
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(graphqlRequests(opened)).toHaveLength(reads + 1);
    // A list costs more, and its rows would move: the user decides when it is read.
    await page.getByRole('link', { name: 'Classification jobs' }).first().click();
    await jobRow(page).getByText('Canceled').waitFor();
    const lists = graphqlRequests(opened).length;
    await pass();
    await page.getByText('Changes may be missing:').waitFor();
    expect(graphqlRequests(opened)).toHaveLength(lists);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByText('Changes may be missing:').waitFor({ state: 'detached' });
    // One question, and no stream.
    expect(liveRequests(opened)).toHaveLength(1);
    expect(opened.reports).toEqual([]);
    await page.context().close();
  });
});
