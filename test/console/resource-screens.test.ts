// The page of each kind of resource in every state: each state has its own screen, and axe finds nothing serious in any.
import { describeWith } from '../support/describe-with';
import { Harness } from '../support/harness';
import { identityOf } from '../support/principals';
import {
  CASE,
  EXPORT_JOB,
  JOB,
  MEMBER,
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
  loaded,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const describeWithBrowser = describeWith(
  executablePath !== undefined,
  'console/resource-screens',
  'chromium',
);

/** The detail operation of AWS reads the resource of the page. */
const RESOURCES = [
  {
    noun: 'classification job',
    path: 'jobs',
    id: JOB,
    service: 'macie2',
    detail: 'DescribeClassificationJob',
  },
  { noun: 'Macie member', path: 'members', id: MEMBER, service: 'macie2', detail: 'GetMember' },
  {
    noun: 'mailbox export',
    path: 'exports',
    id: EXPORT_JOB,
    service: 'workmail',
    detail: 'DescribeMailboxExportJob',
  },
  { noun: 'security case', path: 'cases', id: CASE, service: 'security-ir', detail: 'GetCase' },
] as const;

const OVERLOADED = {
  errors: [{ message: 'The gateway is busy.', extensions: { code: 'OVERLOADED', retryAfterSeconds: 0 } }],
};

describeWithBrowser('the page of a resource', () => {
  const browser = new ConsoleBrowser();
  const harness = new Harness();
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
    const elsewhere = requestsElsewhere(opened, browser.origin);
    await opened.page.context().close();
    await browser.gateway.close();
    expect([opened.reports, elsewhere]).toEqual([[], []]);
  });
  afterAll(() => browser.stop());

  const putAll = async () => {
    await putJob(harness, 'RUNNING');
    await putMember(harness, 'Enabled');
    await putExportJob(harness, 'RUNNING');
    await putCase(harness, 'Submitted');
  };
  const screen = (kind: string) => opened.page.locator(`[data-screen="${kind}"]`);
  const changes = () => opened.page.getByRole('region', { name: 'Possible changes' });

  describe.each(RESOURCES)('$noun', ({ noun, path, id, service, detail }) => {
    const open = async () => {
      opened = await browser.open(`/${path}/${encodeURIComponent(id)}`, { colorScheme: 'light' });
      return opened.page;
    };
    const fail = (fault: object) =>
      browser.emulator.control('POST', '/faults', { service, operation: detail, ...fault });

    test('full, light and dark; after a failed refresh it stays, and says how old it is and why', async () => {
      await putAll();
      const page = await open();
      await loaded(page);
      await changes().waitFor();
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
      expect(await findings(page)).toEqual([]);

      await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: OVERLOADED }));
      await page.locator('main header').getByRole('button', { name: 'Refresh' }).click();
      const notice = page.locator('main [data-stale="failed"]').first();
      await notice.waitFor();
      expect(await notice.textContent()).toMatch(/^Stale: .* could not be read again.*The gateway is busy/);
      expect(await changes().count()).toBe(1);
      expect(await findings(page)).toEqual([]);
      await page.unroute('**/graphql');
      await notice.getByRole('button', { name: 'Retry' }).click();
      await notice.waitFor({ state: 'detached' });
      expect(opened.reports.splice(0)).toEqual([
        expect.stringContaining('503'),
        expect.stringContaining('503'),
      ]);
    });

    test('missing: says that AWS does not have it', async () => {
      const page = await open();
      await screen('empty').waitFor();
      expect(await screen('empty').textContent()).toContain(`There is no such ${noun}`);
      expect(await changes().count()).toBe(0);
      expect(await findings(page)).toEqual([]);
    });

    test('denied by AWS: says that AWS denies access, and not that there is no such resource', async () => {
      await putAll();
      await fail({ error: { type: 'AccessDeniedException', status: 403 } });
      const page = await open();
      await screen('denied').first().waitFor();
      expect(await screen('denied').first().textContent()).toContain('AWS does not let the gateway read');
      expect([await screen('empty').count(), await changes().count()]).toEqual([0, 0]);
      expect(await findings(page)).toEqual([]);
    });

    test('slow: shows its shape, and then the resource', async () => {
      await putAll();
      await fail({ latencyMs: 1_500 });
      const page = await open();
      await screen('loading').getByText(`Loading the ${noun}`).waitFor();
      expect(await findings(page)).toEqual([]);
      await browser.emulator.control('DELETE', '/faults');
      await changes().waitFor();
    });

    test('signed out: asks for a sign-in after one request, and keeps the address', async () => {
      await browser.gateway.close();
      await browser.startGateway({ identity: identityOf({}) });
      const page = await open();
      await screen('signed-out').waitFor();
      expect(graphqlRequests(opened)).toHaveLength(1);
      expect(page.url()).toContain(`/${path}/${encodeURIComponent(id)}`);
      expect(await findings(page)).toEqual([]);
      expect(opened.reports.splice(0)).toEqual([expect.stringContaining('401')]);
    });
  });
});
