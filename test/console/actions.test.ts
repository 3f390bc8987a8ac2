// The actions of the console: a dry run, a confirmation and the outcome in words. AWS gets each change once, or not at all.
import type { Page } from 'playwright-core';
import { describeWith } from '../support/describe-with';
import { Harness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import {
  CASE,
  EXPORT_JOB,
  JOB,
  jobStatusInAws,
  MEMBER,
  memberStatusInAws,
  putCase,
  putExportJob,
  putJob,
  putMember,
} from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const harness = new Harness();

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/actions', 'chromium');

const JOB_PATH = `/jobs/${encodeURIComponent(JOB)}`;
const EXPORT_PATH = `/exports/${encodeURIComponent(EXPORT_JOB)}`;
const CASE_PATH = `/cases/${encodeURIComponent(CASE)}`;
const MEMBER_PATH = `/members/${encodeURIComponent(MEMBER)}`;

const UPDATE_JOB = { service: 'macie2', operation: 'UpdateClassificationJob' };

/** The changes that no other test makes: of each, the page, the button, and the one AWS operation that changes something. */
const CHANGES: readonly { path: string; put: () => Promise<void>; name: string; operation: string }[] = [
  {
    path: JOB_PATH,
    put: () => putJob(harness, 'USER_PAUSED'),
    name: 'Cancel: Canceled',
    operation: 'UpdateClassificationJob',
  },
  {
    path: MEMBER_PATH,
    put: () => putMember(harness, 'Paused'),
    name: 'Enable: Enabled',
    operation: 'UpdateMemberSession',
  },
  {
    path: MEMBER_PATH,
    put: () => putMember(harness, 'Enabled'),
    name: 'Disassociate: Removed by the administrator',
    operation: 'DisassociateMember',
  },
  {
    path: EXPORT_PATH,
    put: () => putExportJob(harness, 'RUNNING'),
    name: 'Cancel: Canceled',
    operation: 'CancelMailboxExportJob',
  },
  {
    path: CASE_PATH,
    put: () => putCase(harness, 'Detection and Analysis'),
    name: 'Change the status: Post-incident activities',
    operation: 'UpdateCaseStatus',
  },
  {
    path: CASE_PATH,
    put: () => putCase(harness, 'Submitted'),
    name: 'Change the resolver: AWS',
    operation: 'UpdateResolverType',
  },
  {
    path: CASE_PATH,
    put: () => putCase(harness, 'Ready to Close'),
    name: 'Close: Closed',
    operation: 'CloseCase',
  },
];

describeWithBrowser('the actions of the console', () => {
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
    return opened.page;
  };
  const offers = () => opened.page.getByRole('region', { name: 'Possible changes' });
  const offer = (name: string) => offers().getByRole('button', { name, exact: true });
  const dialog = () => opened.page.getByRole('dialog');
  const button = (name: string) => dialog().getByRole('button', { name, exact: true });
  const says = (text: string) => dialog().getByRole('status').getByText(text).waitFor();
  const ready = () => says('Nothing is changed until you confirm.');
  const closed = () => dialog().waitFor({ state: 'detached' });
  const status = (label: string) => opened.page.locator('header').getByText(label, { exact: true }).waitFor();
  const focused = () =>
    opened.page.evaluate<string>(
      'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent',
    );
  /** The names of the operations that change something in AWS. */
  const updates = async () => (await harness.updates()).map(({ operation }) => operation);
  /** The inputs of the mutations, dry runs excluded. */
  const sent = () =>
    graphqlRequests(opened)
      .map((request) => request.postDataJSON() as { variables: { input?: Record<string, unknown> } })
      .map(({ variables }) => variables.input)
      .filter((input) => input?.dryRun === false);

  test('a job is paused and resumed with the mouse: a dry run first, then one change', async () => {
    await putJob(harness, 'RUNNING');
    const page = await open(JOB_PATH);
    await offer('Pause: Paused by a user').click();
    await ready();
    expect(await dialog().locator('dd').allTextContents()).toEqual(['Running', 'Paused by a user']);
    expect(await dialog().getByRole('region', { name: 'Consequences' }).textContent()).toContain('30 days');
    expect([await updates(), sent()]).toEqual([[], []]);

    await button('Confirm').click();
    await says('The change was made');
    await status('Paused by a user');
    await button('Close').click();
    await closed();
    expect(await focused()).toBe('Possible changes');
    expect(sent()).toEqual([
      {
        id: JOB,
        expectedStatus: 'RUNNING',
        acknowledge: [],
        dryRun: false,
        idempotencyKey: expect.stringMatching(/^console-[\da-f]{32}$/) as unknown,
      },
    ]);

    await offer('Resume: Running').click();
    await ready();
    await button('Confirm').click();
    await says('The change was made');
    await status('Running');
    expect(await jobStatusInAws(harness)).toBe('RUNNING');
    expect(await updates()).toEqual(['UpdateClassificationJob', 'UpdateClassificationJob']);
    const [first, second] = sent();
    expect(first?.idempotencyKey).not.toBe(second?.idempotencyKey);
    // The viewer, the page and its history, which is off, and two requests for each change: nothing was read again.
    expect(graphqlRequests(opened)).toHaveLength(7);
    expect(page.url()).toContain(JOB_PATH);
    expect(opened.reports).toEqual([]);
  });

  test('a job is paused with the keyboard alone, and a second press of Enter confirms nothing', async () => {
    await putJob(harness, 'RUNNING');
    const { keyboard } = await open(JOB_PATH);
    await offer('Pause: Paused by a user').focus();
    await keyboard.press('Enter');
    await ready();
    expect(await focused()).toBe('Back');
    await keyboard.press('Enter');
    await closed();
    expect(await focused()).toBe('Pause: Paused by a user');

    await keyboard.press('Enter');
    await ready();
    await keyboard.press('Escape');
    await closed();
    expect(await focused()).toBe('Pause: Paused by a user');
    expect(await updates()).toEqual([]);

    await keyboard.press('Enter');
    await ready();
    await keyboard.press('Tab');
    expect(await focused()).toBe('Confirm');
    await keyboard.press('Enter');
    await says('The change was made');
    expect(await focused()).toBe('Close');
    await keyboard.press('Enter');
    await closed();
    expect(await focused()).toBe('Possible changes');
    await status('Paused by a user');
    expect(await updates()).toEqual(['UpdateClassificationJob']);
  });

  test('a change from outside between the dry run and the confirmation is shown, and nothing is sent', async () => {
    await putJob(harness, 'RUNNING');
    await open(JOB_PATH);
    await offer('Cancel: Canceled').click();
    await ready();
    await putJob(harness, 'USER_PAUSED');
    await button('Confirm').click();
    await says('Nothing was changed');
    await says('Somebody else changed it meanwhile. The status is now: Paused by a user.');
    await button('Read the page again').click();
    await closed();
    await status('Paused by a user');
    await offer('Resume: Running').waitFor();
    expect([await updates(), await jobStatusInAws(harness)]).toEqual([[], 'USER_PAUSED']);
  });

  test('a page that is out of date is told so by the dry run', async () => {
    await putJob(harness, 'RUNNING');
    await open(JOB_PATH);
    await offer('Pause: Paused by a user').waitFor();
    await putJob(harness, 'CANCELLED');
    await offer('Pause: Paused by a user').click();
    await says('The change is not possible now');
    await says('Somebody else changed it meanwhile. The status is now: Canceled.');
    expect(await button('Confirm').count()).toBe(0);
    await button('Read the page again').click();
    await offers().getByText('None: the status is final.').waitFor();
    expect(await updates()).toEqual([]);
  });

  test('a member is suspended after the consequence was acknowledged, and axe finds nothing in the dialog', async () => {
    await putMember(harness, 'Enabled');
    const page = await open(MEMBER_PATH, { colorScheme: 'light' });
    await offer('Suspend: Suspended by the administrator').click();
    await says('Accept what follows from the change to confirm it.');
    expect(await button('Confirm').isDisabled()).toBe(true);
    const consequence = dialog().getByRole('checkbox', {
      name: /^I accept: .*cancels all classification jobs/,
    });
    expect(await consequence.isChecked()).toBe(false);
    expect(await findings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
    await consequence.check();
    expect(await findings(page)).toEqual([]);
    await button('Confirm').click();
    await says('The change was made');
    expect(await findings(page)).toEqual([]);
    await status('Suspended by the administrator');
    expect(await memberStatusInAws(harness)).toBe('Paused');
    expect(sent()).toMatchObject([
      { acknowledge: ['CANCELS_ALL_JOBS_OF_ACCOUNT'], expectedStatus: 'ENABLED' },
    ]);
    expect(await updates()).toEqual(['UpdateMemberSession']);
  });

  test.each(CHANGES)('$name: AWS gets $operation once', async ({ path, put, name, operation }) => {
    await put();
    await open(path);
    await offer(name).click();
    await ready();
    await button('Confirm').click();
    await says('The change was made');
    await status(name.replace(/^.*: /, '').replace(/^AWS$/, 'Submitted'));
    await offer(name).waitFor({ state: 'detached' });
    expect(await updates()).toEqual([operation]);
  });

  test('a deleted record is gone from the page once the dialog is closed', async () => {
    await putMember(harness, 'Removed');
    const page = await open(MEMBER_PATH);
    await offer('Delete: Record deleted').click();
    await ready();
    await button('Confirm').click();
    await says('The change was made');
    await button('Close').click();
    await page.getByRole('heading', { name: 'There is no such Macie member' }).waitFor();
    expect(await updates()).toEqual(['DeleteMember']);
  });

  test('a change whose response AWS lost is shown as made, in words', async () => {
    await putJob(harness, 'RUNNING');
    await harness.lay({ ...UPDATE_JOB, lostResponse: 'after', count: 1 });
    await open(JOB_PATH);
    await offer('Pause: Paused by a user').click();
    await ready();
    await button('Confirm').click();
    await says('The change was made, as a later read shows');
    await status('Paused by a user');
    expect(await updates()).toEqual(['UpdateClassificationJob']);
  });

  test('a change that AWS may not have received is shown as unknown, with what to do', async () => {
    await putJob(harness, 'RUNNING');
    await harness.lay({ ...UPDATE_JOB, lostResponse: 'before', count: 1 });
    const page = await open(JOB_PATH);
    await offer('Pause: Paused by a user').click();
    await ready();
    await button('Confirm').click();
    await says('It is not known whether AWS made the change');
    await says('The last read of the gateway showed the status: Running.');
    await says('Do not repeat the change before you know.');
    const [input] = sent();
    await says(`The audit trail has the change under the idempotency key ${String(input?.idempotencyKey)}.`);
    expect(await findings(page)).toEqual([]);
    expect(await button('Retry').count()).toBe(0);
    await button('Read the page again').click();
    await closed();
    await status('Running');
    expect(await updates()).toEqual(['UpdateClassificationJob']);
  });

  test('after a lost connection, a retry uses the same key, and AWS gets the change once', async () => {
    await putJob(harness, 'RUNNING');
    const page = await open(JOB_PATH);
    await offer('Pause: Paused by a user').click();
    await ready();
    // The gateway executes the mutation, and its answer does not reach the browser.
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await button('Confirm').click();
    await says('It is not known whether AWS made the change');
    await says('Retry is safe');
    expect(await focused()).toBe('Close');
    await page.unroute('**/graphql');
    await button('Retry').click();
    await says('The change was made');
    await status('Paused by a user');
    const [first, second, ...more] = sent();
    expect([second, more]).toEqual([first, []]);
    expect(await updates()).toEqual(['UpdateClassificationJob']);
  });

  test('a failed check says that nothing was changed, and can be repeated', async () => {
    await putJob(harness, 'RUNNING');
    const page = await open(JOB_PATH);
    await offer('Pause: Paused by a user').waitFor();
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await offer('Pause: Paused by a user').click();
    await says('The check failed, and nothing was changed');
    await page.unroute('**/graphql');
    await button('Check again').click();
    await ready();
    expect(await updates()).toEqual([]);
  });

  test('a caller without the write scope sees disabled buttons with the reason, and sends nothing', async () => {
    await browser.gateway.close();
    const identity = identityOf({ ann: { scopes: new Set(['macie:read']), targets: 'ALL' } });
    await browser.startGateway({ identity });
    await putJob(harness, 'RUNNING');
    const page = await open(JOB_PATH, { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } });
    const pause = offer('Pause: Paused by a user');
    await offers().getByText('You need the scope macie:write.').first().waitFor();
    expect(await pause.isDisabled()).toBe(true);
    expect(await offers().getByRole('button').count()).toBe(2);
    expect(await offers().getByRole('button', { disabled: false }).count()).toBe(0);
    const reason = await pause.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${reason ?? ''}"]`).textContent()).toBe(
      'You need the scope macie:write.',
    );
    await pause.click({ force: true });
    expect(await dialog().count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    expect([sent(), await updates()]).toEqual([[], []]);
  });
});
