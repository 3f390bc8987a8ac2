// The forms of the console: mistakes are found before a request, and AWS gets each change once, with the input as typed.
import type { Page } from 'playwright-core';
import { describeWith } from '../support/describe-with';
import { startForwarder, type Forwarder } from '../support/forwarder';
import { Harness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { CASE, CASE_ID, JOB, MEMBER, putJob, putMember } from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  type ConsolePage,
} from './console-browser';

const harness = new Harness();

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/forms', 'chromium');

const path = (list: string, id: string, form: string) => `/${list}/${encodeURIComponent(id)}/${form}`;

describeWithBrowser('the forms of the console', () => {
  const browser = new ConsoleBrowser();
  let opened: ConsolePage;
  let forwarder: Forwarder;

  beforeAll(async () => {
    await browser.start();
    harness.emulator = browser.emulator;
    forwarder = await startForwarder(browser.emulator.url);
    await browser.startGateway({}, forwarder.url);
  });
  beforeEach(() => {
    forwarder.requests.length = 0;
    return browser.emulator.control('POST', '/reset', {
      sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 },
    });
  });
  afterEach(async () => {
    await opened.page.context().close();
    // The browser reports connections that a test has broken.
    expect(opened.reports.filter((text) => !text.includes('ERR_CONNECTION_'))).toEqual([]);
  });
  afterAll(async () => {
    await browser.gateway.close();
    await forwarder.close();
    await browser.stop();
  });

  const open = async (...options: Parameters<ConsoleBrowser['open']>): Promise<Page> => {
    opened = await browser.open(...options);
    await opened.page.locator('main h1').waitFor();
    // The targets are known.
    await opened.page.locator('header').getByText('anonymous').waitFor({ state: 'attached' });
    return opened.page;
  };
  const form = () => opened.page.locator('main form');
  /** A required field has a star after its label. */
  const field = (label: string) =>
    form().getByLabel(new RegExp(`^${label.replace(/[.*()]/g, '\\$&')}( \\*)?$`));
  const choose = () => field('Target').selectOption('default');
  const fill = async (values: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(values)) await field(label).fill(value);
  };
  const press = (name: string) => form().getByRole('button', { name, exact: true }).click();
  const dialog = () => opened.page.getByRole('dialog');
  const says = (text: string) => dialog().getByRole('status').getByText(text).waitFor();
  const confirm = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  const heading = (name: string) =>
    opened.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  const announced = (text: string) =>
    opened.page
      .locator('[role="status"].console-visually-hidden')
      .getByText(text)
      .waitFor({ state: 'attached' });
  /** The mistakes that the alert lists, and what else it says. */
  const mistakes = () => form().getByRole('alert').getByRole('listitem').allTextContents();
  const alerted = (text: string) => form().getByRole('alert').getByText(text).first().waitFor();
  const focused = () =>
    opened.page.evaluate<string>(
      '(document.activeElement.labels?.[0] ?? document.activeElement).textContent.replace(" *", "")',
    );
  const invalid = () => form().locator('[aria-invalid="true"]').count();
  /** The names of the operations that change something in AWS. */
  const updates = async () => (await harness.updates()).map(({ operation }) => operation);
  /** The inputs that AWS got at a path, if they have the member. */
  const received = (at: RegExp, member: string) =>
    forwarder.requests
      .filter(({ path: requested }) => at.test(requested))
      .map(({ body }) => JSON.parse(body === '' ? '{}' : body) as Inputs)
      .filter((input) => member in input);
  const mutations = () =>
    graphqlRequests(opened)
      .map((request) => request.postDataJSON() as { query: string; variables: { input?: Inputs } })
      .filter(({ query }) => query.startsWith('mutation'))
      .map(({ variables }) => variables.input ?? {});

  test('a member is added with the keyboard alone, and a second press of Enter confirms nothing', async () => {
    opened = await browser.open('/members');
    const { page } = opened;
    const { keyboard } = page;
    await page.getByRole('link', { name: 'Add a member' }).focus();
    await keyboard.press('Enter');
    await heading('Add a Macie member');
    expect(await focused()).toBe('Add a Macie member');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Target');
    await keyboard.press('d');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Account id');
    await keyboard.type('44445555666');
    await keyboard.press('Enter');
    await alerted('The form has mistakes. Nothing was sent.');
    expect(await mistakes()).toEqual([
      'Account id: Must be an AWS account id of twelve digits.',
      'Email address: Required.',
    ]);
    expect(await focused()).toBe('Account id');
    expect(mutations()).toEqual([]);
    expect(await findings(page)).toEqual([]);
    await keyboard.press('End');
    await keyboard.type('6');
    expect(await mistakes()).toEqual(['Email address: Required.']);
    await keyboard.press('Tab');
    await keyboard.type('root@example.com');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Add a tag');
    await keyboard.press('Enter');
    expect(await focused()).toBe('Key');
    await keyboard.type('team');
    await keyboard.press('Tab');
    await keyboard.type('payments');
    await keyboard.press('Enter');
    await says('The check passed. Nothing is changed until you confirm.');
    expect(await focused()).toBe('Back to the form');
    expect(await findings(page)).toEqual([]);
    await keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Check and review');
    expect(await updates()).toEqual([]);
    await keyboard.press('Enter');
    await says('The check passed.');
    await keyboard.press('Tab');
    expect(await focused()).toBe('Add the member');
    await keyboard.press('Enter');
    await heading('444455556666');
    await announced('The member was added.');
    const confirmation = page.getByRole('region', { name: 'Confirmation' });
    expect(await confirmation.textContent()).toBe('The member was added.');
    expect(await findings(page)).toEqual([]);
    await confirmation.getByRole('button', { name: 'Dismiss the confirmation' }).press('Enter');
    expect([await confirmation.count(), await focused()]).toEqual([0, '444455556666']);
    expect(await updates()).toEqual(['CreateMember']);
    expect(received(/^\/members$/, 'account')).toEqual([
      {
        account: { accountId: '444455556666', email: 'root@example.com' },
        tags: { team: 'payments' },
      },
    ]);
  });

  test('a scheduled job is created from conditions; the form refuses each limit without a request', async () => {
    const page = await open('/jobs/new', { colorScheme: 'dark' });
    await press('Check and review');
    expect(await mistakes()).toEqual([
      'Target: Required.',
      'Name: Required.',
      'Buckets, row 1, Account id: Required.',
      'Buckets, row 1, Bucket names: Must have at least 1 entry.',
    ]);
    expect([await focused(), await invalid()]).toEqual(['Target', 4]);
    expect(await findings(page)).toEqual([]);
    await choose();
    await fill({ Name: 'n'.repeat(501), Description: 'd'.repeat(201), 'Sampling, in percent': '101' });
    await field('Scheduled').check();
    await field('Runs').selectOption('MONTHLY');
    await fill({ 'Day of the month': '32' });
    await field('By conditions, at the start of each run').check();
    await field('Managed data identifiers').selectOption('INCLUDE');
    await press('Check and review');
    expect(await mistakes()).toEqual([
      'Name: Must have at most 500 characters. It has 501.',
      'Description: Must have at most 200 characters. It has 201.',
      'Schedule, Day of the month: Must be a whole number from 1 to 31.',
      'Conditions: Must have at least one condition.',
      'Sampling, in percent: Must be a whole number from 1 to 100.',
      'Ids of managed data identifiers: Must have at least 1 entry for this selection.',
    ]);
    expect(await focused()).toBe('Name');
    expect(mutations()).toEqual([]);

    await fill({
      Name: 'Weekly look',
      Description: 'Exports',
      'Sampling, in percent': '50',
      'Ids of managed data identifiers': 'CREDIT_CARD_NUMBER\nAWS_CREDENTIALS',
      'Ids of custom data identifiers': 'own',
    });
    await field('Runs').selectOption('WEEKLY');
    await field('Day of the week').selectOption('FRIDAY');
    await field('Analyze all existing objects at the start').check();
    await form().getByRole('group', { name: 'Include buckets' }).getByRole('button', { name: 'Add' }).click();
    await fill({ Values: 'exports\nmail' });
    await form().getByRole('group', { name: 'Exclude buckets' }).getByRole('button', { name: 'Add' }).click();
    const excluded = form().getByRole('group', { name: 'Exclude buckets' });
    await excluded.getByLabel('Property').selectOption('TAG');
    await excluded.getByLabel('Values').fill('scratch=yes, old');
    await press('Check and review');
    await says('The check passed.');
    expect(await dialog().locator('dd').allTextContents()).toEqual([
      'default · us-east-1',
      'Weekly look',
      'Exports',
      'Every week on Friday',
      'Yes',
      [
        'Only buckets that meet this condition:',
        '– The bucket name is “exports” or “mail”',
        'Except buckets that meet this condition:',
        '– A tag of the bucket is “scratch” with the value “yes” or “old” with any value',
      ].join('\n'),
      '50 % of the eligible objects',
      'Only those listed',
      'CREDIT_CARD_NUMBER\nAWS_CREDENTIALS',
      'own',
    ]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-mantine-color-scheme="light"]').waitFor({ state: 'attached' });
    expect(await findings(page)).toEqual([]);
    await confirm('Create the job');
    await heading('Weekly look');
    await announced('The classification job was created.');
    expect(await updates()).toEqual(['CreateClassificationJob']);
    expect(received(/^\/jobs$/, 'name')).toEqual([
      {
        clientToken: expect.any(String) as string,
        name: 'Weekly look',
        description: 'Exports',
        jobType: 'SCHEDULED',
        initialRun: true,
        scheduleFrequency: { weeklySchedule: { dayOfWeek: 'FRIDAY' } },
        samplingPercentage: 50,
        managedDataIdentifierSelector: 'INCLUDE',
        managedDataIdentifierIds: ['CREDIT_CARD_NUMBER', 'AWS_CREDENTIALS'],
        customDataIdentifierIds: ['own'],
        s3JobDefinition: {
          bucketCriteria: {
            includes: {
              and: [
                {
                  simpleCriterion: { key: 'S3_BUCKET_NAME', comparator: 'EQ', values: ['exports', 'mail'] },
                },
              ],
            },
            excludes: {
              and: [
                {
                  tagCriterion: {
                    comparator: 'EQ',
                    tagValues: [{ key: 'scratch', value: 'yes' }, { key: 'old' }],
                  },
                },
              ],
            },
          },
        },
      },
    ]);
  });

  test('an export is started once, although the answer of the first attempt was lost', async () => {
    await browser.emulator.control('POST', '/reset', {
      sizes: { jobs: 0, members: 0, exportJobs: 1, cases: 0 },
    });
    const mailbox = await mailboxInAws();
    const page = await open('/exports/new', { viewport: { width: 320, height: 800 } });
    await choose();
    await fill({
      'Organization id': mailbox.organizationId,
      'Mailbox owner': 'nobody',
      Bucket: 'not a bucket',
      Prefix: 'mail/2026',
      'IAM role': 'arn:aws:kms:us-east-1:111122223333:key/1',
      'KMS key': 'arn:aws:kms:us-east-1:111122223333:key/1',
    });
    await press('Check and review');
    expect(await mistakes()).toEqual([
      'Bucket: Must be the name of an S3 bucket.',
      'IAM role: Must be the ARN of an IAM role.',
    ]);
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    // A link from the list of mistakes leads to the field.
    await form().getByRole('alert').getByRole('button', { name: 'IAM role' }).click();
    expect(await focused()).toBe('IAM role');
    await fill({ Bucket: 'exports', 'IAM role': 'arn:aws:iam::111122223333:role/export' });

    // A failed check keeps the input.
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await press('Check and review');
    await alerted('The check failed, and nothing was changed');
    expect(await field('Prefix').inputValue()).toBe('mail/2026');
    await page.unroute('**/graphql');
    await press('Check and review');
    await says('The check passed.');
    await confirm('Start the export');
    await alerted('Nothing was changed');
    expect(await mistakes()).toEqual(['Mailbox owner: AWS does not have a resource that the input names.']);
    expect(await focused()).toBe('Mailbox owner');
    await harness.forgetCalls();
    forwarder.requests.length = 0;
    await fill({ 'Mailbox owner': mailbox.entityId });
    await press('Check and review');
    await says('The check passed.');

    // The gateway executes the mutation, and its answer does not reach the browser.
    await page.route('**/graphql', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await confirm('Start the export');
    await says('It is not known whether AWS made the change');
    await says('Retry is safe');
    expect(await focused()).toBe('Back to the form');
    expect(await findings(page)).toEqual([]);
    // The words fit: the change may be made.
    await page.evaluate('history.pushState(null, "", location.href); history.back()');
    await dialog().getByText('The change was sent, and AWS may make it even if you leave.').waitFor();
    await confirm('Stay');
    await page.unroute('**/graphql');

    // Other input would be another export; the restored input has the key of the lost attempt.
    await confirm('Back to the form');
    await fill({ Prefix: 'mail/2027' });
    await press('Check and review');
    await dialog().getByText('An earlier attempt may have been made').waitFor();
    expect(await findings(page)).toEqual([]);
    await confirm('Back to the form');
    await fill({ Prefix: 'mail/2026' });
    await press('Check and review');
    await says('The check passed.');
    expect(await dialog().getByText('An earlier attempt').count()).toBe(0);
    await confirm('Start the export');

    await announced('The export was started.');
    const [refused, ...sent] = mutations().filter(({ dryRun }) => dryRun === false);
    expect(refused?.entityId).toBe('nobody');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(await updates()).toEqual(['StartMailboxExportJob']);
    expect(received(/^\/$/, 'S3Prefix')).toEqual([
      {
        ClientToken: expect.any(String) as string,
        OrganizationId: mailbox.organizationId,
        EntityId: mailbox.entityId,
        RoleArn: 'arn:aws:iam::111122223333:role/export',
        KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/1',
        S3BucketName: 'exports',
        S3Prefix: 'mail/2026',
      },
    ]);
  });

  test('a case is created; what AWS refuses is shown with all input left', async () => {
    const page = await open('/cases/new', { timezoneId: 'Europe/Berlin' });
    await choose();
    await fill({
      Title: 'Unknown calls',
      Description: 'From a build role.',
      'Impacted regions': 'us-east-9',
    });
    await press('Add a watcher');
    expect(await focused()).toBe('Email address');
    await fill({ 'Email address': 'on-call', Name: 'Ann', 'Job title': 'Lead' });
    await press('Add a threat actor IP address');
    await fill({ 'IP address': '::1' });
    await press('Check and review');
    expect(await mistakes()).toEqual([
      'Engagement: Required.',
      'Resolver: Required.',
      'Incident started, as reported: Required.',
      'Impacted regions: “us-east-9”: Must be an AWS region, such as us-east-1.',
      'Watchers, row 1, Email address: Must be an email address.',
      'Threat actor IP addresses, row 1, IP address: Must be an IPv4 address, or an IPv6 address in upper case without ::',
    ]);
    expect(await focused()).toBe('Engagement');
    expect(await findings(page)).toEqual([]);
    await fill({
      'Incident started, as reported': '2026-11-20T23:15',
      'Impacted accounts': '111122223333\n444455556666',
      'Impacted services': 'Amazon S3',
      'Impacted regions': 'us-east-1',
      'Email address': 'oncall@example.com',
      'IP address': '198.51.100.7',
    });
    await form().getByText('Your time zone is Europe/Berlin. That is 2026-11-20 22:15 UTC.').waitFor();
    await field('Engagement').selectOption('SECURITY_INCIDENT');
    await field('Resolver').selectOption('SELF');

    await harness.lay({
      service: 'security-ir',
      operation: 'CreateCase',
      error: { type: 'ConflictException', message: 'secret' },
      count: 1,
    });
    await press('Check and review');
    await says('The check passed.');
    const lines = await dialog().locator('dd').allTextContents();
    expect(lines).toEqual(
      expect.arrayContaining(['2026-11-20 22:15 UTC', 'oncall@example.com, Ann, Lead', '198.51.100.7']),
    );
    await confirm('Create the case');
    await alerted('Nothing was changed');
    expect(await field('Title').inputValue()).toBe('Unknown calls');
    await harness.forgetCalls();
    forwarder.requests.length = 0;
    await press('Check and review');
    await says('The check passed.');
    await confirm('Create the case');
    await heading('Unknown calls');
    const [refused, made] = mutations().filter(({ dryRun }) => dryRun === false);
    expect(made?.idempotencyKey).not.toBe(refused?.idempotencyKey);
    expect(await updates()).toEqual(['CreateCase']);
    expect(received(/create-case$/, 'title')).toEqual([
      {
        clientToken: expect.any(String) as string,
        title: 'Unknown calls',
        description: 'From a build role.',
        engagementType: 'Security Incident',
        resolverType: 'Self',
        reportedIncidentStartDate: Date.parse('2026-11-20T22:15:00Z') / 1_000,
        impactedAccounts: ['111122223333', '444455556666'],
        impactedServices: ['Amazon S3'],
        impactedAwsRegions: [{ region: 'us-east-1' }],
        watchers: [{ email: 'oncall@example.com', name: 'Ann', jobTitle: 'Lead' }],
        threatActorIpAddresses: [{ ipAddress: '198.51.100.7' }],
      },
    ]);
    await page.getByRole('region', { name: 'Details' }).getByText('oncall@example.com').waitFor();
  });

  describe('on a gateway with a read cache', () => {
    const restart = async (readCacheSeconds: ReadonlyMap<string, number>) => {
      await browser.gateway.close();
      await browser.startGateway({ readCacheSeconds }, forwarder.url);
    };
    beforeAll(() => restart(new Map([['GetCase', 60]])));
    afterAll(() => restart(new Map()));

    test('an edited case sends only what changed, and says who else changed it', async () => {
      await harness.put('security-ir', 'case', CASE_ID, {
        title: 'case',
        caseStatus: 'Submitted',
        resolverType: 'Self',
        impactedAccounts: ['111122223333'],
        watchers: [{ email: 'old@example.com', name: 'Old' }],
      });
      const page = await open(`/cases/${encodeURIComponent(CASE)}`);
      await page.getByRole('link', { name: 'Edit the case' }).click();
      await heading('Edit: case');
      await press('Check and review');
      await alerted('You have changed nothing');
      expect(await field('Email address').getAttribute('readonly')).not.toBeNull();
      await press('Remove watcher 1');
      expect(await focused()).toBe('Add a watcher');
      await press('Add a watcher');
      await fill({ 'Email address': 'not-an-address' });
      await press('Check and review');
      expect(await mistakes()).toEqual(['Watchers, row 1, Email address: Must be an email address.']);
      expect(await findings(page)).toEqual([]);
      await fill({
        Title: 'A better title',
        'Impacted accounts': '111122223333, 444455556666',
        'Email address': 'new@example.com',
        'Job title': 'Lead',
      });
      await fill({ 'Incident started, as reported': '2026-11-20T23:15' });
      await harness.put('security-ir', 'case', CASE_ID, {
        title: 'Title of somebody else',
        reportedIncidentStartDate: Date.parse('2026-11-01T10:00:00Z') / 1_000,
      });
      await press('Check and review');
      await says('The check passed.');
      await dialog().getByText('Title is now “Title of somebody else”. Your value replaces it.').waitFor();
      await dialog().getByText('Incident started, as reported is now “2026-11-01 10:00 UTC”.').waitFor();
      expect(await findings(page)).toEqual([]);

      // A case that cannot be read for the check is no change of somebody else, and the form stays.
      await confirm('Back to the form');
      await harness.lay({
        service: 'security-ir',
        operation: 'GetCase',
        error: { type: 'ConflictException', message: 'secret' },
        count: 1,
      });
      await press('Check and review');
      await alerted('The check failed, and nothing was changed');
      expect(await field('Title').inputValue()).toBe('A better title');
      await press('Check and review');
      await says('The check passed.');

      // A dirty form asks before it is left, by a link or by Back.
      await confirm('Back to the form');
      await page.getByRole('link', { name: 'Attention' }).click();
      await dialog().getByText('What you entered is not saved anywhere.').waitFor();
      await confirm('Stay');
      await page.evaluate('history.back()');
      await dialog().getByText('What you entered is not saved anywhere.').waitFor();
      await confirm('Stay');
      expect(await field('Title').inputValue()).toBe('A better title');

      await press('Check and review');
      await says('The check passed.');
      await confirm('Save the changes');
      await heading('A better title');
      await announced('The case was changed.');
      expect(await updates()).toEqual(['UpdateCase']);
      expect(received(/update-case$/, 'title')).toEqual([
        {
          title: 'A better title',
          reportedIncidentStartDate: expect.any(Number) as number,
          impactedAccountsToAdd: ['444455556666'],
          watchersToAdd: [{ email: 'new@example.com', jobTitle: 'Lead' }],
          watchersToDelete: [{ email: 'old@example.com', name: 'Old' }],
        },
      ]);
    });
  });

  test('tags are changed, added and removed; a job and a member offer it, too', async () => {
    await harness.put('security-ir', 'case', CASE_ID, {
      title: 'case',
      caseStatus: 'Submitted',
      resolverType: 'Self',
      tags: { ' spaced ': '1', change: '1', remove: '1' },
    });
    const page = await open(path('cases', CASE, 'tags'));
    const row = (index: number) => form().getByRole('group', { name: `tag ${index}`, exact: true });
    const keys = await Promise.all([1, 2, 3].map((index) => row(index).getByLabel('Key').inputValue()));
    await row(keys.indexOf('change') + 1)
      .getByLabel('Value')
      .fill('2');
    await press('Add a tag');
    await row(4).getByLabel('Key').fill(' spaced ');
    await press('Check and review');
    expect(await mistakes()).toEqual(['Tags: Must not contain the same key twice.']);
    expect(await findings(page)).toEqual([]);
    await row(4).getByLabel('Key').fill('new');
    await press(`Remove tag ${keys.indexOf('remove') + 1}`);
    const tagResource = { service: 'security-ir', operation: 'TagResource', count: 1 };
    await harness.lay({ ...tagResource, error: { type: 'ConflictException', message: 'secret' } });
    await press('Check and review');
    await says('The check passed.');
    await confirm('Save the tags');
    await alerted('A part was not changed');
    await alerted('The first part of the change was made. Only the rest is missing.');

    // The removed tag is not removed again. AWS knows no token of these mutations: there is no retry.
    await harness.lay({ ...tagResource, error: { type: 'InternalServerException', status: 500 } });
    await press('Check and review');
    await says('The check passed.');
    expect(await dialog().locator('dt').allTextContents()).toEqual(['Add or change']);
    await confirm('Save the tags');
    await says('It is not known whether AWS made the change');
    expect(await dialog().getByRole('button').allTextContents()).toEqual([
      '',
      'Back to the form',
      'Leave the form, and open “case”',
    ]);
    expect(await findings(page)).toEqual([]);
    await confirm('Back to the form');
    await press('Check and review');
    await dialog().getByText('An earlier attempt may have been made').waitFor();
    await confirm('Save the tags');
    await heading('case');
    expect(await updates()).toEqual(['UntagResource', 'TagResource', 'TagResource', 'TagResource']);
    expect(
      forwarder.requests.filter(({ path: requested }) => requested.endsWith('?tagKeys=remove')),
    ).toHaveLength(1);
    const sent = { tags: { change: '2', new: '' } };
    expect(received(/\/tags\//, 'tags')).toEqual([sent, sent, sent]);
    await page.getByRole('region', { name: 'Details' }).getByText('change: 2').waitFor();
    await Promise.all([putJob(harness, 'RUNNING'), putMember(harness, 'Enabled')]);
    for (const [list, id] of [
      ['jobs', JOB],
      ['members', MEMBER],
    ] as const) {
      await page.goto(`${browser.origin}/console/${list}/${encodeURIComponent(id)}`);
      await page.getByRole('link', { name: 'Edit tags' }).click();
      await form().getByRole('button', { name: 'Add a tag' }).waitFor();
    }
  });

  test('a caller without the write scope sees the reason, and no form', async () => {
    await browser.gateway.close();
    const identity = identityOf({
      ann: { scopes: new Set(['macie:read', 'workmail:read']), targets: 'ALL' },
    });
    await browser.startGateway({ identity });
    await putJob(harness, 'RUNNING');
    opened = await browser.open('/jobs', { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } });
    const { page } = opened;
    const create = page.getByRole('button', { name: 'Create a classification job' });
    await page.getByText('You need the scope macie:write.').waitFor();
    expect(await create.isDisabled()).toBe(true);
    const reason = await create.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${reason ?? ''}"]`).textContent()).toBe(
      'You need the scope macie:write.',
    );
    expect(await findings(page)).toEqual([]);
    await page.goto(`${browser.origin}/console/exports/new`);
    await page.getByRole('heading', { name: 'You may not use this form' }).waitFor();
    await page.getByText('You need the scope workmail:write.').waitFor();
    expect(await form().count()).toBe(0);
    await page.goto(`${browser.origin}/console/jobs/${encodeURIComponent(JOB)}`);
    await page.getByText('You need the scope macie:write.').first().waitFor();
    expect(await page.getByRole('button', { name: 'Edit tags' }).isDisabled()).toBe(true);
    expect([mutations(), await updates()]).toEqual([[], []]);
  });
});

/** A mailbox that the emulator has. */
async function mailboxInAws() {
  const { workmail } = (await harness.emulator.control('GET', '/state')) as {
    workmail: { organizations: { OrganizationId: string; users: { Email: string; State: string }[] }[] };
  };
  for (const { OrganizationId, users } of workmail.organizations) {
    const user = users.find(({ State }) => State === 'ENABLED');
    if (user !== undefined) return { organizationId: OrganizationId, entityId: user.Email };
  }
  throw new Error('The emulator has no mailbox.');
}

type Inputs = Readonly<Record<string, unknown>>;
