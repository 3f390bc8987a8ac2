// The explorer in a browser: it opens, runs examples, and sends requests only to the gateway.
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { runProgram, type Program } from '../support/program';

const executablePath = findChromium();

const TABS = [
  'Overview',
  'Attention',
  'Statistics',
  'Search',
  'Account',
  'OpenCases',
  'RunningJobs',
  'ExpiringJobs',
  'SuspendedMembers',
  'RunningExports',
  'LiveChanges',
  'PauseJob',
];

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/browser', 'chromium');

describeWithBrowser('in a browser', () => {
  let program: Program;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let page: Page;
  let origin: string;
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    program = runProgram('main.js', { PORT: '0' });
    const [, url = ''] = await program.printed(/Explorer: (http:\S+)\//);
    origin = url;
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    closeBrowser = endWithFile(() => browser.close());
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${origin}/`);
    await page.getByRole('tab').first().waitFor();
  });

  afterAll(async () => {
    await closeBrowser();
    program.kill('SIGTERM');
    await program.exit();
  });

  /** Runs the example of the open tab as soon as the editor shows it. */
  const execute = async (operation: string) => {
    await page.locator('.graphiql-query-editor').getByText(operation).first().waitFor();
    // GraphiQL reads the operation's name a moment after the editor shows it, without an event.
    await page.waitForTimeout(1_000);
    await page.getByRole('button', { name: /execute query/i }).click();
  };
  const result = () => page.locator('.result-window');

  test('opens with a tab for every example, and says that the data is made up', async () => {
    expect(await page.title()).toBe('secops-graph explorer');
    expect(await page.locator('.notice').textContent()).toContain('Made-up data');
    const titles = await page.getByRole('tab').allInnerTexts();
    expect(titles.map((title) => title.trim())).toEqual(TABS);
  });

  test('runs an example on a click, and shows the response of the gateway', async () => {
    await execute('Overview');
    await result().getByText('RUNNING').first().waitFor();
    expect(await result().textContent()).toContain('classificationJobs');
  });

  test('runs the example of another tab', async () => {
    await page.getByRole('tab', { name: 'RunningExports' }).click();
    await execute('RunningExports');
    await result().getByText('s3BucketName').first().waitFor();
    expect(await result().textContent()).toContain('mailboxExportJobs');
  });

  test('runs a subscription, and shows its messages', async () => {
    await page.getByRole('tab', { name: 'LiveChanges' }).click();
    await execute('LiveChanges');
    await result().getByText('Heartbeat').first().waitFor();
    expect(await result().textContent()).toContain('position');
    await page.getByRole('button', { name: /stop query/i }).click();
  });

  test('shows the variables of the mutation, and the result of a dry run with them', async () => {
    await page.getByRole('tab', { name: 'PauseJob' }).click();
    const variables = page.getByRole('region', { name: 'Variables' });
    await variables.getByText('"id"').waitFor();
    expect(await variables.textContent()).toMatch(/"id":\s*"[\w-]{60,}"/);
    await execute('PauseJob');
    await result().getByText('DRY_RUN').waitFor();
    const shown = (await result().textContent()) ?? '';
    expect(shown).toMatch(/"from":\s*"RUNNING".*"to":\s*"USER_PAUSED".*"userErrors":\s*\[\]/);
  });

  test('the browser sent requests only to the gateway, and reported no errors', () => {
    const elsewhere = requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'));
    expect(elsewhere.filter((url) => !url.startsWith(`blob:${origin}`))).toEqual([]);
    expect(requests.some((url) => url === `${origin}/graphql`)).toBe(true);
    expect(errors).toEqual([]);
  });
});
