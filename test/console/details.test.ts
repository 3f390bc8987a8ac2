// The pages of resources: history, scope and related resources. Each part is read when it is shown, and fails on its own.
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Scope } from '../../src/domain/principal';
import { describeWith } from '../support/describe-with';
import { testConfig } from '../support/gateway';
import { Harness } from '../support/harness';
import { useHistory } from '../support/history';
import { identityOf, tokenOf } from '../support/principals';
import {
  ACCOUNT_ID,
  CASE_ID,
  EXPORT_JOB,
  JOB,
  MEMBER,
  putExportJob,
  putJob,
  putMember,
} from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  loaded,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/details', 'chromium');

const JOB_PATH = `/jobs/${encodeURIComponent(JOB)}`;
const MEMBER_PATH = `/members/${encodeURIComponent(MEMBER)}`;
const EXPORT_PATH = `/exports/${encodeURIComponent(EXPORT_JOB)}`;
const OTHER_ACCOUNT = '999988887777';

const NOW = Date.now();
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);
const SOURCE = { kind: 'ClassificationJob', target: 'default' } as const;
/** More than a page. */
const EVENTS = 25;

describeWithBrowser('the pages of resources', () => {
  const browser = new ConsoleBrowser();
  const harness = new Harness();
  let opened: ConsolePage;
  /** What the browser reports, without what a test provokes. */
  let reports: string[];

  /** A job with 25 changes, a gap in the middle of them, and a first look before. */
  const settings = useHistory(async (history) => {
    await history.look(SOURCE, ago(90));
    for (let event = EVENTS; event > 0; event -= 1) {
      const [before, after] = event % 2 === 0 ? ['RUNNING', 'USER_PAUSED'] : ['USER_PAUSED', 'RUNNING'];
      const changes = [{ field: 'status', before, after, redacted: false }];
      await history.append({ ...SOURCE, resourceId: JOB, observedAt: ago(event), changes });
    }
    const gap = { startedAt: ago(23.7), endedAt: ago(23.4), reason: 'READ_FAILED' } as const;
    await history.look(SOURCE, ago(23.4), gap);
    await history.look(SOURCE, ago(0));
  });

  beforeAll(async () => {
    await browser.start();
    harness.emulator = browser.emulator;
  });
  beforeEach(async () => {
    await browser.emulator.control('POST', '/reset', {
      sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 },
    });
    await putMember(harness, 'Enabled');
    await putJob(harness, 'RUNNING', { buckets: [ACCOUNT_ID, OTHER_ACCOUNT] });
    await harness.put('security-ir', 'case', CASE_ID, {
      title: 'Leaked key',
      caseStatus: 'Submitted',
      resolverType: 'Self',
      impactedAccounts: [ACCOUNT_ID],
    });
  });
  afterEach(async () => {
    const elsewhere = requestsElsewhere(opened, browser.origin);
    // Before the expectations: a gateway that is left open has the database of the next one.
    await opened.page.context().close();
    await browser.gateway.close();
    expect([reports, elsewhere]).toEqual([[], []]);
  });
  afterAll(() => browser.stop());

  /** Without live updates: while a page listens, the gateway watches AWS, and adds to the history that the test has written. */
  const open = async (...[path, options]: Parameters<ConsoleBrowser['open']>): Promise<Page> => {
    const blockStreams = (page: Page) => page.route('**/graphql/stream', () => undefined);
    opened = await browser.open(path, { prepare: blockStreams, ...options });
    reports = opened.reports;
    await loaded(opened.page);
    return opened.page;
  };
  const section = (name: string) => opened.page.getByRole('region', { name, exact: true });
  const entries = () => section('History').locator('ol > li');
  const show = (name: string) =>
    section(name)
      .getByRole('button', { name: `Show: ${name}` })
      .click();
  const screen = (name: string, kind: string) => section(name).locator(`[data-screen="${kind}"]`);
  const width = () => opened.page.evaluate<number>('document.documentElement.scrollWidth');
  const focused = () =>
    opened.page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
    );
  /** The AWS operations since the last count, without those of the history's looks at lists. */
  const calls = async () => {
    const operations = (await harness.operations()).filter((name) => !name.startsWith('List'));
    await harness.forgetCalls();
    return operations.sort();
  };

  test('a change from outside and one of the page are on the time line, which reads itself again', async () => {
    await browser.startGateway({
      history: { ...testConfig().history, mode: 'on', intervalSeconds: 8 },
      // The test reads the history itself, to wait for it.
      queryLimits: testConfig().queryLimits,
    });
    const history = async (field: string) => {
      const { data } = await browser.gateway.send(
        `{ node(id: "${JOB}") { ... on Resource { history { ${field} } } } }`,
      );
      return JSON.stringify(data);
    };
    while (!(await history('completeness { sources { watchedSince } }')).includes('"watchedSince":"'))
      await delay(20);
    const page = await open(JOB_PATH);
    await section('History').getByText('Nothing was recorded.').waitFor();
    await section('History').getByText('Changes outside the gateway are not recorded before').waitFor();

    await putJob(harness, 'USER_PAUSED', { buckets: [ACCOUNT_ID, OTHER_ACCOUNT] });
    while (!(await history('nodes { ... on ResourceEvent { cause } }')).includes('OBSERVED')) await delay(20);
    await section('History').getByRole('button', { name: 'Refresh the history' }).click();
    await entries()
      .filter({ hasText: 'Running → to Paused by a user' })
      .getByText('Observed in AWS')
      .waitFor();

    // The page has another status, so the history is read again.
    await page.locator('header').getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('button', { name: 'Resume: Running' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('dialog').getByText('The change was made').waitFor();
    await page.keyboard.press('Escape');
    const change = entries().filter({ hasText: 'Paused by a user → to Running' });
    await change.getByText('Through the gateway: Resume, requested by anonymous').waitFor();
    await change.getByText('The change was made').waitFor();
    await section('History')
      .getByText(/Running \d+ s, Paused by a user \d+ s since/)
      .waitFor();

    await section('History').getByRole('button', { name: 'Show 1 dry run' }).click();
    await entries().getByText('Checked only: nothing was changed').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('a long history has pages, gaps, and a time before which nothing was recorded', async () => {
    await browser.startGateway(settings);
    const page = await open(JOB_PATH, { viewport: { width: 320, height: 800 } });
    await section('History').scrollIntoViewIfNeeded();
    await entries().nth(19).waitFor();
    expect(await entries().filter({ hasText: 'not recorded before' }).count()).toBe(0);

    // A page that fails leaves the pages before it.
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await section('History').getByRole('button', { name: 'Show earlier entries' }).click();
    await section('History').getByText('Earlier entries could not be read').waitFor();
    await page.unroute('**/graphql');
    await section('History').getByRole('button', { name: 'Retry' }).click();
    await entries().getByText('not recorded before').waitFor();
    const texts = await entries().allTextContents();
    const gap = texts.findIndex((text) => /^Not recorded: .* to .*AWS did not let the gateway/.test(text));
    expect([texts.filter((text) => text.includes('→')).length, gap]).toEqual([EVENTS, 23]);
    await section('History').getByText('as far as the history knows: it has gaps').waitFor();
    // The browser reports the refused connection.
    reports.splice(0);
    expect(await width()).toBe(320);
    expect(await findings(page)).toEqual([]);
  });

  test('opening a page reads what is in view; each relation is read when it is shown', async () => {
    await browser.startGateway(settings);
    await harness.forgetCalls();
    const page = await open(JOB_PATH);
    await entries().nth(19).waitFor();
    // The page and the history, which AWS has to confirm the job for.
    expect(await calls()).toEqual(['DescribeClassificationJob', 'DescribeClassificationJob']);
    await section('Members').getByText('Reads from Macie each account').waitFor();
    await section('Scope and schedule').getByText('All objects.').waitFor();

    await show('Members');
    await section('Members').getByText('2 accounts').waitFor();
    expect(await section('Members').locator('ul[aria-label="accounts"] > li').allTextContents()).toEqual([
      `${ACCOUNT_ID}EnabledMacie member ${ACCOUNT_ID}`,
      `${OTHER_ACCOUNT}Not a member of Macie`,
    ]);
    expect(await calls()).toEqual(['DescribeClassificationJob', 'GetMember', 'GetMember']);

    // Across services, and back.
    await section('Members')
      .getByRole('link', { name: `Macie member ${ACCOUNT_ID}` })
      .click();
    await page.getByRole('heading', { level: 1, name: ACCOUNT_ID }).waitFor();
    await show('Security cases');
    await section('Security cases').getByRole('link', { name: 'Leaked key' }).click();
    await page.getByRole('heading', { level: 1, name: 'Leaked key' }).waitFor();
    await section('History').getByText('Nothing was recorded.').waitFor();
    await page.getByRole('textbox', { name: 'New comment' }).fill('Seen');
    await page.getByRole('button', { name: 'Add the comment' }).click();
    await section('History').getByText('Add a comment').waitFor();
    await show('Impacted members');
    await section('Impacted members').getByRole('link', { name: ACCOUNT_ID, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `Account ${ACCOUNT_ID}` }).waitFor();
    await section('Macie memberships')
      .getByRole('link', { name: `${ACCOUNT_ID} in default` })
      .waitFor();
    await calls();
    await show('Classification jobs');
    await section('Classification jobs').getByRole('link', { name: 'job', exact: true }).click();
    await section('Scope and schedule').getByRole('link', { name: OTHER_ACCOUNT }).click();
    await page.getByRole('heading', { level: 1, name: `Account ${OTHER_ACCOUNT}` }).waitFor();
    await screen('Macie memberships', 'empty').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'job', exact: true }).waitFor();
    await page.goto(`${browser.origin}/console/accounts/12`);
    await page.getByRole('heading', { name: 'This is not the id of an AWS account' }).waitFor();
  });

  test('an export shows its progress and whose mailbox it is; what fails says so, and the rest stays', async () => {
    await browser.startGateway();
    await putExportJob(harness, 'RUNNING', { EstimatedProgress: 42, StartTime: ago(125).getTime() / 1_000 });
    await harness.lay({
      service: 'workmail',
      operation: 'DescribeUser',
      error: { type: 'InternalServerException', status: 500 },
    });
    const page = await open(EXPORT_PATH);
    const bar = section('Progress').getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuenow')).toBe('42');
    await section('Progress').getByText('42 %, estimated by WorkMail').waitFor();
    await section('Progress')
      .getByText(/^2 h [56] min$/)
      .waitFor();
    await section('Mailbox').getByText('Could not be read').waitFor();
    await section('Mailbox').getByText('tests', { exact: true }).waitFor();
    await screen('History', 'empty').getByText('This gateway records no history').waitFor();
    expect(await section('History').getByRole('button').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
  });

  test('relations that fail, that AWS denies and that are partial are not empty', async () => {
    await browser.startGateway(settings);
    const page = await open(MEMBER_PATH, { colorScheme: 'dark' });
    await harness.lay({
      service: 'macie2',
      operation: 'ListClassificationJobs',
      error: { type: 'AccessDeniedException', status: 403 },
    });
    await harness.lay({
      service: 'security-ir',
      operation: 'GetCase',
      error: { type: 'InternalServerException', status: 500 },
    });
    await show('Classification jobs');
    await screen('Classification jobs', 'denied').waitFor();
    await show('Security cases');
    await section('Security cases').getByRole('region', { name: 'Missing data' }).waitFor();
    expect(await screen('Security cases', 'empty').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await browser.emulator.control('DELETE', '/faults');
    await section('Classification jobs').getByRole('button', { name: 'Retry' }).click();
    await section('Classification jobs').getByRole('link', { name: 'job', exact: true }).waitFor();

    await harness.lay({
      service: 'macie2',
      operation: 'GetMember',
      account: '111122223333',
      error: { type: 'InternalServerException', status: 500 },
    });
    await page.goto(`${browser.origin}/console/accounts/${ACCOUNT_ID}`);
    await section('Macie memberships')
      .getByText(/default, Macie members: Unavailable/)
      .waitFor();
    expect(await screen('Macie memberships', 'empty').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
  });

  test('a caller with one scope sees which parts need another, and no actors', async () => {
    const identity = identityOf({ ann: { scopes: new Set<Scope>(['macie:read']), targets: 'ALL' } });
    await browser.startGateway({ ...settings, identity });
    const page = await open(MEMBER_PATH, { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } });
    await section('History').getByText('Without the scope audit:read').waitFor();
    await section('History').getByText('Nothing was recorded.').waitFor();
    await show('Security cases');
    await screen('Security cases', 'denied').waitFor();
    expect(await screen('Security cases', 'denied').textContent()).toMatch(
      /You may not read the security cases.*security-ir:read.*FORBIDDEN/,
    );
    expect(await findings(page)).toEqual([]);
    expect(graphqlRequests(opened).filter((sent) => sent.postData()?.includes('"withActors":true'))).toEqual(
      [],
    );
  });

  test('with the keyboard alone: a relation opens and closes, and an id is copied and announced', async () => {
    await browser.startGateway(settings);
    const page = await open(MEMBER_PATH, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { keyboard } = page;
    await section('Classification jobs').getByRole('button', { name: 'Show: Classification jobs' }).focus();
    await keyboard.press('Enter');
    await section('Classification jobs').getByText('1 classification job').waitFor();
    expect(await focused()).toBe('Hide: Classification jobs');
    await keyboard.press('Enter');
    await section('Classification jobs').getByText('Reads all jobs').waitFor();
    expect(await focused()).toBe('Show: Classification jobs');

    await section('Details').getByRole('link', { name: ACCOUNT_ID, exact: true }).first().focus();
    await keyboard.press('Tab');
    expect(await focused()).toBe('Copy the account id');
    await keyboard.press('Enter');
    await page.locator('[aria-live="polite"]', { hasText: 'Copied' }).waitFor({ state: 'attached' });
    expect(await focused()).toBe('Copied the account id');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(ACCOUNT_ID);
  });
});
