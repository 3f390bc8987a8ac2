// An ordinary React application with Apollo Client in Chromium, served by Vite and as a build on another origin.
import { readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Locator, type Route } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { readState } from '../support/emulator';
import { tokenOf } from '../support/principals';
import { CASE, JOB, jobStatusInAws, putJob } from '../support/resources';
import { BrowserPage } from './browser-page';
import { FORMS, PARTNER_ACCOUNT, ReactApplication } from './react-application';

const executablePath = findChromium();
const describeWithBrowser = describeWith(executablePath !== undefined, 'clients/react', 'chromium');

const GRAPHQL = ({ pathname }: URL) => pathname === '/graphql';
const PAUSE_FAULT = { service: 'macie2', operation: 'UpdateClassificationJob', count: 1 };
const CASE_PATH = `#/cases/${encodeURIComponent(CASE)}`;

/** The whole check also has the development server (REACT_FORMS=all). */
const forms = process.env.REACT_FORMS === 'all' ? FORMS : FORMS.slice(-1);

describeWithBrowser.each(forms)('the React application on the %s', (form) => {
  const application = new ReactApplication();
  let browser: Browser;
  let context: BrowserContext;
  let closeBrowser: () => Promise<void>;
  let opened: BrowserPage;

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    closeBrowser = endWithFile(() => browser.close());
    context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    await application.start(form);
  });

  beforeEach(() => application.emulator.control('POST', '/reset'));

  afterEach(async () => {
    const { page, reports } = opened;
    await page.close();
    expect(reports).toEqual([]);
    expect(opened.requestsElsewhere()).toEqual([]);
  });

  afterAll(async () => {
    await closeBrowser();
    await application.stop();
  });

  const open = async (path: string) => {
    opened = await BrowserPage.open(context, application, path);
    return opened.page;
  };
  const named = (locator: Locator, text: string) => locator.filter({ hasText: text }).waitFor();

  describe('a list of 240 jobs', () => {
    test('appears by scrolling, each job once, with one AWS call for each page', async () => {
      await application.emulator.control('POST', '/reset', { sizes: { jobs: 240 } });
      const page = await open('#/jobs');
      await opened.scrollTo(60, 120, 180, 240);

      const { macie2 } = await readState(application.emulator);
      const names = await page.locator('tbody th').allInnerTexts();
      expect(names.sort()).toEqual(macie2.jobs.map(({ name }) => name).sort());
      const cursors = opened.operations().map(({ variables }) => variables.after);
      expect(cursors).toHaveLength(4);
      expect(new Set(cursors).size).toBe(4);
      expect(await application.operations()).toEqual(Array(4).fill('ListClassificationJobs'));
    });
  });

  describe('pausing a job', () => {
    const badge = () => opened.page.locator('.badge');
    const badgeIs = (text: string) =>
      badge()
        .and(opened.page.getByText(text, { exact: true }))
        .waitFor();
    const openJob = async () => {
      await putJob(application, 'RUNNING');
      const page = await open('#/jobs');
      await badgeIs('Running');
      await application.forgetCalls();
      return page;
    };
    const pause = () => opened.page.getByRole('button', { name: 'Pause job' }).click();
    const checkAgain = () => opened.page.getByRole('button', { name: 'Check again' }).click();

    test('shows the new status at once, and confirms it', async () => {
      await openJob();
      await application.lay({ ...PAUSE_FAULT, hold: true });
      await pause();
      await badgeIs('Paused by a user saving…');
      expect(await jobStatusInAws(application)).toBe('RUNNING');
      await application.faultsLeft(0);
      await application.release();
      await badgeIs('Paused by a user');
      expect(await jobStatusInAws(application)).toBe('USER_PAUSED');
      expect(await application.callsOf('UpdateClassificationJob')).toBe(1);
    });

    test('returns to the true status if another actor canceled the job, and says why', async () => {
      const page = await openJob();
      await putJob(application, 'CANCELLED');
      await application.lay({
        service: 'macie2',
        operation: 'DescribeClassificationJob',
        hold: true,
        count: 1,
      });
      await pause();
      await badgeIs('Paused by a user saving…');
      await application.faultsLeft(0);
      await application.release();
      await badgeIs('Canceled');
      expect(await page.getByRole('alert').innerText()).toBe(
        'Not paused. The status is CANCELLED, not the expected RUNNING; nothing was changed.',
      );
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await application.updates()).toEqual([]);
    });

    test('says that the outcome is not known, and a check does not send the change twice', async () => {
      const page = await openJob();
      await application.emulator.control('POST', '/settings', { staleReadSeconds: 600 });
      await application.lay({ ...PAUSE_FAULT, lostResponse: 'after' });
      await pause();
      await page.getByText('It is not known whether AWS paused the job.').waitFor();
      await badgeIs('Running');
      await checkAgain();
      await page.getByText('It is not known whether AWS paused the job.').waitFor();

      await application.emulator.control('POST', '/clock', { advanceSeconds: 600 });
      await checkAgain();
      await badgeIs('Paused by a user');
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await application.callsOf('UpdateClassificationJob')).toBe(1);
    });

    test('says so too if the response of the gateway is lost, and a check finds the outcome', async () => {
      const page = await openJob();
      const loseResponse = async (route: Route) => {
        await route.fetch();
        await route.abort();
      };
      await page.route(GRAPHQL, loseResponse, { times: 1 });
      await pause();
      await page.getByText('It is not known whether AWS paused the job.').waitFor();
      expect(opened.reports.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
      await checkAgain();
      await badgeIs('Paused by a user');
      expect(await page.getByRole('alert').count()).toBe(0);
      const [first, second] = opened.operations().slice(-2);
      expect(second).toMatchObject({ operationName: 'PauseJob', variables: { input: { id: JOB } } });
      expect(second).toEqual(first);
      expect(await application.callsOf('UpdateClassificationJob')).toBe(1);
    });
  });

  describe('a case', () => {
    test('shows a new comment by its edge, without reading the list again', async () => {
      await application.putCase('Leaked key', {
        comments: [{ commentId: '100001', body: 'The key is revoked.' }],
      });
      const page = await open(CASE_PATH);
      const comments = page.locator('.comments li');
      await named(comments, 'The key is revoked.');
      await application.forgetCalls();
      const before = opened.operations().length;

      await page.getByLabel('New comment').fill('The role is deleted.');
      await page.getByRole('button', { name: 'Add comment' }).click();
      await named(comments, 'The role is deleted.');

      expect(await comments.locator('p').allInnerTexts()).toEqual([
        'The role is deleted.',
        'The key is revoked.',
      ]);
      expect(await page.getByLabel('New comment').inputValue()).toBe('');
      const sent = opened.operations().slice(before);
      expect(sent.map(({ operationName }) => operationName)).toEqual(['AddComment']);
      expect(await application.operations()).toEqual(['CreateCaseComment', 'ListComments']);
    });

    test('takes a file from the browser, shows its check, and returns the same bytes', async () => {
      await application.emulator.control('POST', '/settings', { exactUploadHeaders: true });
      await application.putCase('Leaked key');
      const page = await open(CASE_PATH);
      const attachments = page.locator('.attachments li');
      await named(attachments, 'There are no attachments.');
      const buffer = Buffer.from(Array.from({ length: 3_000 }, (_, index) => index % 256));

      await page.getByLabel('File').setInputFiles({ name: 'trail.bin', mimeType: 'image/png', buffer });
      await page.getByRole('button', { name: 'Upload' }).click();
      await named(attachments, 'pending');
      expect(await page.getByRole('button', { name: 'Download trail.bin' }).count()).toBe(0);

      await application.emulator.control('POST', '/clock', { advanceSeconds: 60 });
      await named(attachments, 'Verified');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download trail.bin' }).click(),
      ]);
      expect(readFileSync(await download.path()).equals(buffer)).toBe(true);
      expect(await application.callsOf('GetCaseAttachmentUploadUrl')).toBe(1);
      expect(await application.callsOf('GetCaseAttachmentDownloadUrl')).toBe(1);
    });
  });

  describe('a list of cases', () => {
    const down = (more: object = {}) =>
      application.lay({
        service: 'security-ir',
        operation: 'ListCases',
        error: { type: 'InternalServerException', status: 500 },
        ...more,
      });

    /** The accounts of the AWS calls. */
    const accounts = async () => (await application.emulator.calls()).map(({ account }) => account);

    test('has the cases of all other sources if one fails, and a retry reads only that one', async () => {
      await application.putCase('Leaked key');
      await application.putCase('Phishing', {}, PARTNER_ACCOUNT);
      await down({ account: PARTNER_ACCOUNT });
      const page = await open('#/cases');
      await page.getByRole('link', { name: 'Leaked key' }).waitFor();
      const alert = page.getByRole('alert');
      expect(await alert.getByRole('listitem').allInnerTexts()).toEqual([
        'Security Incident Response could not be reached or failed to respond in target partner.',
      ]);

      await application.emulator.control('DELETE', '/faults');
      await application.forgetCalls();
      await page.getByRole('button', { name: 'Retry the missing cases' }).click();
      await page.getByRole('link', { name: 'Phishing' }).waitFor();
      await alert.waitFor({ state: 'detached' });
      expect(await page.locator('tbody th').allInnerTexts()).toEqual(['Leaked key', 'Phishing']);
      expect(await accounts()).toEqual([PARTNER_ACCOUNT]);
    });

    test('has every case once if a source fails at first and returns after the others are read', async () => {
      await application.emulator.control('POST', '/reset', { sizes: { cases: 60 } });
      await down({ account: PARTNER_ACCOUNT });
      const page = await open('#/cases');
      await opened.scrollTo(50, 60);
      await page.getByRole('heading', { name: 'Some cases are missing' }).waitFor();

      await application.emulator.control('DELETE', '/faults');
      await application.forgetCalls();
      await page.getByRole('button', { name: 'Retry the missing cases' }).click();
      await opened.scrollTo(110, 120);
      expect(await page.getByRole('alert').count()).toBe(0);
      const links = await page.locator('tbody a').all();
      const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
      expect(new Set(paths).size).toBe(120);
      // 60 cases, of which ListCases returns at most 25.
      expect(await accounts()).toEqual([PARTNER_ACCOUNT, PARTNER_ACCOUNT, PARTNER_ACCOUNT]);
    });

    test('tells an empty list from sources that all failed', async () => {
      const page = await open('#/cases');
      await page.getByText('There are no cases.').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.close();

      await down();
      const failed = await open('#/cases');
      await failed.getByRole('heading', { name: 'The cases could not be loaded' }).waitFor();
      expect(await failed.getByText('There are no cases.').count()).toBe(0);
    });

    test('tells a gateway that cannot be reached from both, and a second attempt reads the list', async () => {
      await application.putCase('Leaked key');
      await context.route(GRAPHQL, (route) => route.abort(), { times: 1 });
      const page = await open('#/cases');
      await page.getByText('The gateway cannot be reached.').waitFor();
      expect(opened.reports.splice(0)).toEqual(['Failed to load resource: net::ERR_FAILED']);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: 'Leaked key' }).waitFor();
    });
  });

  if (form === 'production build') {
    test('asks for another token if the gateway does not accept the first one', async () => {
      opened = await BrowserPage.open(context, application, '#/jobs', 'sog_unknown');
      await opened.page.getByText('The gateway does not accept this token.').waitFor();
      expect(opened.reports.splice(0)).toEqual([expect.stringContaining('401 (Unauthorized)')]);
      await opened.signIn(tokenOf('ann'));
      await opened.page.getByText('There are no jobs.').waitFor();
      const headers = opened.requests.at(-1)?.headers();
      expect(headers).toMatchObject({ 'apollographql-client-name': 'security-operations' });
    });
  }
});
