// Bulk changes in the console: selected rows, a dry run, one confirmation, and a true result for each resource.
import type { Page } from 'playwright-core';
import { describeWith } from '../support/describe-with';
import { Harness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { jobGlobalId, jobStatusInAws, MEMBER, putJob } from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  loaded,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const harness = new Harness();

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/bulk', 'chromium');

const UPDATE_JOB = { service: 'macie2', operation: 'UpdateClassificationJob' };

const jobIdOf = (number: number) => number.toString(16).padStart(32, '0');
const nameOf = (number: number) => `job ${String(number).padStart(2, '0')}`;

interface SentInput {
  readonly dryRun: boolean;
  readonly idempotencyKey: string;
  readonly items: readonly {
    readonly id: string;
    readonly action: string;
    readonly expectedStatus: string;
    readonly acknowledge: readonly string[];
  }[];
}

describeWithBrowser('bulk changes in the console', () => {
  const browser = new ConsoleBrowser();
  let opened: ConsolePage;

  beforeAll(async () => {
    await browser.start();
    harness.emulator = browser.emulator;
  });
  beforeEach(async () => {
    await browser.emulator.control('POST', '/reset', {
      sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 },
    });
    await browser.startGateway();
  });
  afterEach(async () => {
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
  const putJobs = async (count: number, status: (number: number) => string = () => 'RUNNING') => {
    for (let number = 1; number <= count; number += 1) {
      await harness.put('macie2', 'job', jobIdOf(number), {
        name: nameOf(number),
        jobType: 'ONE_TIME',
        jobStatus: status(number),
      });
    }
  };
  const row = (number: number) => opened.page.locator('tbody tr', { hasText: nameOf(number) });
  const box = (number: number) => opened.page.getByRole('checkbox', { name: `Select ${nameOf(number)}` });
  const bar = () => opened.page.getByRole('region', { name: 'Selection' });
  const selected = (text: string) => bar().getByText(text, { exact: true }).waitFor();
  const openDrawer = () => bar().getByRole('button', { name: 'Change the status…' }).click();
  const drawer = () => opened.page.getByRole('dialog');
  const button = (name: string) => drawer().getByRole('button', { name, exact: true });
  const says = (text: string) => drawer().getByRole('status').getByText(text).waitFor();
  const section = (name: string) => drawer().getByRole('region', { name, exact: true });
  const namesIn = async (name: string) =>
    (await section(name).locator('li').allTextContents()).map((text) => text.slice(0, 6)).sort();
  const focused = () =>
    opened.page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
    );
  const updates = async () => (await harness.updates()).map(({ operation }) => operation);
  const sent = () =>
    graphqlRequests(opened)
      .map((request) => request.postDataJSON() as { variables: { input?: SentInput } })
      .flatMap(({ variables }) => variables.input ?? []);
  const statusesInAws = async (count: number) => {
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const statuses = await Promise.all(numbers.map((number) => jobStatusInAws(harness, jobIdOf(number))));
    return statuses.map((status, index) => [nameOf(index + 1), status]);
  };

  test('twenty jobs with failures: each result is true, the rows follow, and a retry repeats only what may succeed', async () => {
    await putJobs(20);
    const page = await open('/jobs?sort=NAME');
    await page.getByRole('checkbox', { name: 'Select all 20 loaded classification jobs' }).check();
    await selected('20 selected');
    expect(await findings(page)).toEqual([]);
    await openDrawer();
    await says('Choose a change.');
    expect(await section('Not possible now').textContent()).toBe(
      'Not possible nowResume: no selected status allows it.Selected: 20 Running.',
    );
    expect(await findings(page)).toEqual([]);

    await button('Pause: Paused by a user, 20 of 20').click();
    await says('The dry run is complete.');
    expect(await section('Consequences').textContent()).toContain('Concerns 20 resources.');
    expect(await findings(page)).toEqual([]);
    expect(await updates()).toEqual([]);

    // Somebody changes two jobs, AWS throttles two updates, denies two, and loses one before and one after it was made.
    await putJobs(2, () => 'CANCELLED');
    await harness.lay(
      { ...UPDATE_JOB, error: { type: 'ThrottlingException', status: 429 }, count: 2 },
      { ...UPDATE_JOB, error: { type: 'AccessDeniedException', status: 403 }, count: 2 },
      { ...UPDATE_JOB, lostResponse: 'before', count: 1 },
      { ...UPDATE_JOB, lostResponse: 'after', count: 1 },
    );
    await button('Confirm 20 changes').click();
    await says('Done: 12 made; 1 made, as a later read shows; 6 refused; 1 unknown.');
    expect(await findings(page)).toEqual([]);
    // None for the two jobs that somebody had changed.
    expect(await updates()).toEqual(Array.from({ length: 18 }, () => UPDATE_JOB.operation));
    expect(await drawer().getByText('Somebody else changed it meanwhile.').textContent()).toBe(
      'Somebody else changed it meanwhile. The status is now: Canceled.',
    );
    await drawer().getByText('It is not known whether AWS made the change: 1 of 20').waitFor();
    await drawer().getByText('The audit trail has the change as changeStatuses of the resource.').waitFor();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button('Copy as text').click();
    await button('Copied').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied.split('\n')).toHaveLength(21);
    expect(copied).toContain(
      `Refused: job 01 (default, ${jobGlobalId(jobIdOf(1))}). Nothing was changed. Somebody else changed it meanwhile. The status is now: Canceled.`,
    );

    await button('Retry the failed ones').click();
    await says('Done: 14 made; 1 made, as a later read shows; 4 refused; 1 unknown.');
    expect(await updates()).toHaveLength(20);
    expect(await button('Retry the failed ones').count()).toBe(0);
    const [dryRun, first, second, ...more] = sent();
    expect([dryRun?.dryRun, first?.dryRun, second, more]).toEqual([true, false, first, []]);
    expect(first?.items.map(({ expectedStatus }) => expectedStatus)).toEqual(
      Array.from({ length: 20 }, () => 'RUNNING'),
    );

    // The rows show what AWS has, without another request.
    const requests = graphqlRequests(opened).length;
    await button('Close').click();
    await drawer().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Change the status…');
    const cells = (column: number) =>
      page.locator(`tbody tr[data-index] td:nth-child(${column})`).allTextContents();
    const [names, statuses] = await Promise.all([cells(2), cells(3)]);
    const labels = { RUNNING: 'Running', USER_PAUSED: 'Paused by a user', CANCELLED: 'Canceled' };
    expect(names.map((name, index) => [name, statuses[index]])).toEqual(
      (await statusesInAws(20)).map(([name, status]) => [name, labels[status as keyof typeof labels]]),
    );
    expect(graphqlRequests(opened).length).toBe(requests);
    await selected('20 selected');
  });

  test('the selection is in the address, survives a reload, and names rows that the list has not loaded', async () => {
    await putJobs(60);
    const page = await open('/jobs?sort=NAME');
    await page.evaluate('window.scrollTo(0, 600)');
    await box(20).check();
    await box(24).click({ modifiers: ['Shift'] });
    await selected('5 selected');
    const scrolled = await page.evaluate<number>('window.scrollY');
    expect(scrolled).toBeGreaterThan(0);
    await box(22).uncheck();
    await selected('4 selected');
    expect(await page.evaluate<number>('window.scrollY')).toBe(scrolled);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('NAME');

    await page.getByRole('button', { name: 'Load more' }).click();
    await box(60).check();
    await page.reload();
    await loaded(page);
    await selected('5 selected');
    await bar().getByText('1 of them is not among the loaded rows').waitFor();
    await page.evaluate('window.scrollTo(0, 600)');
    expect([await box(20).isChecked(), await box(22).isChecked(), await box(24).isChecked()]).toEqual([
      true,
      false,
      true,
    ]);
    await openDrawer();
    await button('Pause: Paused by a user, 5 of 5').click();
    await says('The dry run is complete.');
    expect(await namesIn('To change')).toEqual(['job 20', 'job 21', 'job 23', 'job 24', 'job 60']);
    await button('Back').click();
    await says('Choose a change.');
    await button('Close').click();
    await bar().getByRole('button', { name: 'Clear the selection' }).click();
    await bar().waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?sort=NAME');
    expect(await updates()).toEqual([]);
  });

  test('final statuses are named and left out, and with no possible change the reason is given', async () => {
    await putJobs(
      4,
      (number) => ['RUNNING', 'USER_PAUSED', 'COMPLETE', 'CANCELLED'][number - 1] ?? 'RUNNING',
    );
    const page = await open('/jobs?sort=NAME');
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await openDrawer();
    await says('Choose a change.');
    expect(await section('Final').textContent()).toBe(
      '2 of 4 cannot be changed any morejob 03 default, Completejob 04 default, Canceled',
    );
    await button('Resume: Running, 1 of 4').click();
    await says('The dry run is complete.');
    expect(await namesIn('Left out')).toEqual(['job 01', 'job 03', 'job 04']);
    await button('Confirm 1 change').click();
    await says('Done: 1 made.');
    expect(await updates()).toEqual([UPDATE_JOB.operation]);
    await button('Close').click();
    await row(2).getByText('Running').waitFor();

    await box(1).uncheck();
    await box(2).uncheck();
    await openDrawer();
    await says('No change is possible now.');
    expect(await section('Not possible now').getByRole('listitem').count()).toBe(3);
    expect(
      await drawer()
        .getByRole('button', { name: /^(Pause|Resume|Cancel)/ })
        .count(),
    ).toBe(0);
  });

  test('with the keyboard alone: Space and Shift+Space select, Enter twice confirms nothing, and the focus returns', async () => {
    await putJobs(5);
    const page = await open('/jobs?sort=NAME');
    const { keyboard } = page;
    const tabTo = async (name: string) => {
      for (let presses = 0; (await focused()) !== name; presses += 1) {
        if (presses > 60) throw new Error(`Tab does not reach ${name}.`);
        await keyboard.press('Tab');
      }
    };
    await tabTo('Select job 01');
    await keyboard.press('Space');
    await tabTo('Select job 03');
    await keyboard.press('Shift+Space');
    await selected('3 selected');
    await tabTo('Change the status…');
    await keyboard.press('Enter');
    await says('Choose a change.');
    expect(await focused()).toBe('Close');
    await keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Cancel: Canceled, 3 of 3');
    await keyboard.press('Enter');
    await says('The dry run is complete.');
    expect(await focused()).toBe('Back');
    await keyboard.press('Enter');
    await says('Choose a change.');
    await keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Change the status…');
    expect(await updates()).toEqual([]);

    await keyboard.press('Enter');
    await says('Choose a change.');
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await says('The dry run is complete.');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Confirm 3 changes');
    await keyboard.press('Enter');
    await says('Done: 3 made.');
    expect(await focused()).toBe('Close');
    await keyboard.press('Enter');
    expect(await focused()).toBe('Change the status…');
    expect(await updates()).toHaveLength(3);
    expect(await statusesInAws(5)).toEqual([
      ['job 01', 'CANCELLED'],
      ['job 02', 'CANCELLED'],
      ['job 03', 'CANCELLED'],
      ['job 04', 'RUNNING'],
      ['job 05', 'RUNNING'],
    ]);
  });

  test('more than one request: stopped after the first, the rest is named and sent later, each change once', async () => {
    await putJobs(30);
    const page = await open('/jobs?sort=NAME', { viewport: { width: 320, height: 640 } });
    await box(1).check();
    await bar().getByRole('button', { name: 'Select all 30 loaded' }).click();
    await selected('30 selected');
    const width = () => page.evaluate<number>('document.documentElement.scrollWidth');
    expect(await width()).toBe(320);
    expect(await findings(page)).toEqual([]);
    await openDrawer();
    await button('Pause: Paused by a user, 30 of 30').click();
    await says('The dry run is complete.');
    await harness.lay({ ...UPDATE_JOB, hold: true });
    await button('Confirm 30 changes').click();
    await button('Stop after this request').click();
    await says('Stopping.');
    // The drawer stays open until the request that was sent has its outcomes.
    await page.keyboard.press('Escape');
    expect(await button('Close the drawer').isDisabled()).toBe(true);
    // The entry before the page is none of the console: this one is.
    await page.evaluate("history.pushState(null, '', location.href)");
    await page.goBack();
    const question = page.getByRole('dialog', { name: 'Leave the bulk change?' });
    await question.getByText('The console sends no further change once you have left').waitFor();
    expect(await findings(page)).toEqual([]);
    await question.getByRole('button', { name: 'Stay' }).click();
    await question.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/console/jobs');
    await browser.emulator.control('DELETE', '/faults');
    await harness.release();
    await says('Done: 25 made; 5 not sent.');
    expect(await updates()).toHaveLength(25);
    expect((await namesIn('Not sent')).slice(0, 2)).toEqual(['job 26', 'job 27']);
    expect([await width(), await findings(page)]).toEqual([320, []]);

    await button('Send the rest').click();
    await says('Done: 30 made.');
    expect(await updates()).toHaveLength(30);
    const keys = sent().filter(({ dryRun }) => !dryRun);
    expect(new Set(keys.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  });

  test('after a lost connection, a retry sends the same keys, and AWS gets each change once', async () => {
    await putJobs(3);
    const page = await open('/jobs?sort=NAME');
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await openDrawer();
    await button('Pause: Paused by a user, 3 of 3').click();
    await says('The dry run is complete.');
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await button('Confirm 3 changes').click();
    await says('Done: 3 unknown.');
    await drawer().getByText('Retry is safe').waitFor();
    await page.unroute('**/graphql');
    await button('Retry the failed ones').click();
    await says('Done: 3 made.');
    expect(await updates()).toHaveLength(3);
    const [first, second] = sent().filter(({ dryRun }) => !dryRun);
    expect(second).toEqual(first);
  });

  test('members: the consequence is accepted once for all, and a deleted record leaves the list', async () => {
    const member = (number: number) => `44445555666${number}`;
    for (const [number, relationshipStatus] of ['Enabled', 'Enabled', 'Created'].entries())
      await harness.put('macie2', 'member', member(number), { relationshipStatus });
    const page = await open('/members?status=ENABLED&status=PAUSED&status=CREATED');
    const boxOf = (number: number) => page.getByRole('checkbox', { name: `Select ${member(number)}` });
    await boxOf(0).check();
    await boxOf(1).check();
    await openDrawer();
    await button('Suspend: Suspended by the administrator, 2 of 2').click();
    await says('The dry run is complete.');
    expect(await button('Confirm 2 changes').isDisabled()).toBe(true);
    await drawer()
      .getByRole('checkbox', { name: /^I accept for 2 resources: .*cancels all classification jobs/ })
      .check();
    await button('Confirm 2 changes').click();
    await says('Done: 2 made.');
    expect(
      sent()
        .at(-1)
        ?.items.map(({ acknowledge }) => acknowledge),
    ).toEqual([['CANCELS_ALL_JOBS_OF_ACCOUNT'], ['CANCELS_ALL_JOBS_OF_ACCOUNT']]);
    await button('Close').click();
    await bar().getByRole('button', { name: 'Clear the selection' }).click();
    await boxOf(2).check();
    await openDrawer();
    await button('Delete: Record deleted, 1 of 1').click();
    await button('Confirm 1 change').click();
    await says('Done: 1 made.');
    await button('Close').click();
    await boxOf(2).waitFor({ state: 'detached' });
    expect(await page.getByRole('checkbox', { name: /^Select \d/ }).count()).toBe(2);
    expect(await updates()).toEqual(['UpdateMemberSession', 'UpdateMemberSession', 'DeleteMember']);
  });

  test('without the write scope the button is disabled with the reason; ids of other lists are named', async () => {
    await browser.gateway.close();
    const identity = identityOf({
      ann: { scopes: new Set(['macie:read']), targets: 'ALL' },
      bob: { scopes: new Set(['macie:read', 'macie:write']), targets: 'ALL' },
    });
    await browser.startGateway({ identity });
    await putJob(harness, 'RUNNING');
    await harness.put('macie2', 'member', '444455556666', { relationshipStatus: 'Enabled' });
    const path = `/jobs?selected=${MEMBER}`;
    await open(path, { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } });
    await bar().getByText('You need the scope macie:write.').waitFor();
    expect(await bar().getByRole('button', { name: 'Change the status…' }).isDisabled()).toBe(true);
    expect(await findings(opened.page)).toEqual([]);
    await opened.page.context().close();

    await open(path, { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('bob')}` } });
    await bar().getByText('1 of them is not among the loaded rows').waitFor();
    await harness.lay({
      service: 'macie2',
      operation: 'GetMember',
      error: { type: 'AccessDeniedException', status: 403 },
    });
    await openDrawer();
    await section('Could not be read').getByText('1 selected resource could not be read').waitFor();
    expect(await drawer().getByText('not found').count()).toBe(0);
    expect(await findings(opened.page)).toEqual([]);
    await browser.emulator.control('DELETE', '/faults');
    await button('Retry').click();
    await drawer().getByText('1 selected resource was not found').waitFor();
    expect(await updates()).toEqual([]);
  });
});
