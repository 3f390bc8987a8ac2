// The parts of the page of a case: comments, attachments, investigations and edits. AWS gets each change once, or not at all.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describeWith } from '../support/describe-with';
import { Harness } from '../support/harness';
import { identityOf, tokenOf } from '../support/principals';
import { CASE, CASE_ID } from '../support/resources';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const harness = new Harness();

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/case-discussion', 'chromium');

const PATH = `/cases/${encodeURIComponent(CASE)}`;
const HTML = '<img src=x onerror="document.title=1"> is <b>text</b>';
const CREATE_COMMENT = { service: 'security-ir', operation: 'CreateCaseComment' };
const NOTE = 'The audit record is incomplete.';
const DENIED = { error: { type: 'AccessDeniedException', status: 403 } };

const comment = (number: number, body: string, more: object = {}) => ({
  commentId: String(100_000 + number),
  body,
  createdDate: `2026-01-01T00:${String(number).padStart(2, '0')}:00Z`,
  lastUpdatedDate: `2026-01-01T00:${String(number).padStart(2, '0')}:00Z`,
  ...more,
});

const investigation = (id: string, title: string, content: string) => ({
  investigationId: `inv-${id.padEnd(10, '0')}`,
  actionType: 'Evidence',
  title,
  content,
  status: 'Completed',
});

const attachment = (number: number, fileName: string, attachmentStatus: string) => ({
  attachmentId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  fileName,
  attachmentStatus,
});

/** A case without parts; `set` adds some. */
const putCase = (set: object = {}) =>
  harness.put('security-ir', 'case', CASE_ID, {
    title: 'Leaked key',
    caseStatus: 'Detection and Analysis',
    resolverType: 'Self',
    comments: [],
    edits: [],
    investigations: [],
    caseAttachments: [],
    ...set,
  });

describeWithBrowser('the parts of a case', () => {
  const browser = new ConsoleBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-files-'));
  let opened: ConsolePage;
  /** What the browser reports in a test that provokes it. */
  let expectedReports: RegExp | undefined;

  beforeAll(async () => {
    await browser.start();
    harness.emulator = browser.emulator;
  });
  beforeEach(async () => {
    expectedReports = undefined;
    await browser.emulator.control('POST', '/reset', {
      sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 },
    });
    await browser.startGateway();
  });
  afterEach(async () => {
    const unexpected = opened.reports.filter((report) => expectedReports?.test(report) !== true);
    expect(unexpected).toEqual([]);
    const elsewhere = requestsElsewhere(opened, browser.origin);
    expect(elsewhere.filter((url) => !url.startsWith(`${browser.emulator.url}/presigned/`))).toEqual([]);
    await opened.page.context().close();
    await browser.gateway.close();
  });
  afterAll(async () => {
    await browser.stop();
    rmSync(folder, { recursive: true });
  });

  const open = async (...[path = PATH, options]: Partial<Parameters<ConsoleBrowser['open']>>) => {
    opened = await browser.open(path, options);
    await ready();
    return opened.page;
  };
  /** Waits until every part shows an answer. */
  const ready = async () => {
    if (!new URL(opened.page.url()).pathname.startsWith('/console/cases/')) return;
    for (const name of ['Comments', 'Investigations', 'Attachments', 'Edits']) {
      await part(name).waitFor();
      await part(name).locator('[data-screen="loading"]').waitFor({ state: 'detached' });
    }
  };
  const part = (name: string) => opened.page.getByRole('region', { name, exact: true });
  const button = (name: string | RegExp) => opened.page.getByRole('button', { name, exact: true });
  const items = (name: string) => part(name).getByRole('list', { name }).locator('> li');
  const draft = () => opened.page.getByRole('textbox', { name: 'New comment' });
  const says = (name: string, text: string) => part(name).getByRole('status').getByText(text).waitFor();
  const announced = (text: string) =>
    opened.page.locator('[aria-live].console-visually-hidden').getByText(text).waitFor({ state: 'attached' });
  const focused = () =>
    opened.page.evaluate<string>(
      `(({ activeElement: e }) => e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent)(document)`,
    );
  const focusedValue = () => opened.page.evaluate<string>('document.activeElement.value');
  /** Presses Tab until an element with this name has the focus. */
  const tabTo = async (page: Page, name: string | RegExp) => {
    const visited: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const current = await focused();
      if (typeof name === 'string' ? current === name : name.test(current)) return;
      visited.push(current);
    }
    throw new Error(`Tab reaches ${visited.join(', ')}, and not ${String(name)}.`);
  };
  const updates = async () => (await harness.updates()).map(({ operation }) => operation);
  const callsOf = async (name: string) =>
    (await harness.operations()).filter((operation) => operation === name).length;
  /** The inputs of the mutations. */
  const sent = () =>
    graphqlRequests(opened)
      .map((request) => request.postDataJSON() as { variables: { input?: Record<string, unknown> } })
      .map(({ variables }) => variables.input)
      .filter((input) => input !== undefined);
  const advance = (advanceSeconds: number) => browser.emulator.control('POST', '/clock', { advanceSeconds });
  const width = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth');

  describe('comments', () => {
    test('with the keyboard alone, a case is opened from the list and read, a comment written and changed', async () => {
      await putCase({ comments: [comment(1, HTML, { creator: 'AWS Responder' })] });
      const page = await open('/cases');
      await page.getByRole('link', { name: 'Leaked key', exact: true }).focus();
      await page.keyboard.press('Enter');
      await ready();
      expect(await items('Comments').allTextContents()).toEqual([expect.stringContaining(HTML)]);
      expect(await items('Comments').getByRole('button').count()).toBe(0);
      const before = graphqlRequests(opened).length;

      await tabTo(page, 'New comment');
      await page.keyboard.type('The sessions');
      await page.keyboard.press('Enter');
      await page.keyboard.type('are revoked.');
      await tabTo(page, 'Add the comment');
      await page.keyboard.press('Enter');
      await announced('The comment was added');
      expect(await items('Comments').first().innerText()).toContain('The sessions\nare revoked.');
      expect(await items('Comments').count()).toBe(2);
      expect([await focused(), await focusedValue()]).toEqual(['New comment', '']);
      expect(sent()).toEqual([
        {
          id: CASE,
          body: 'The sessions\nare revoked.',
          idempotencyKey: expect.stringMatching(/^console-[\da-f]{32}$/) as unknown,
        },
      ]);
      // The mutation alone: nothing was read again.
      expect(graphqlRequests(opened)).toHaveLength(before + 1);

      await tabTo(page, /^Edit the comment \d{6}$/);
      await page.keyboard.press('Enter');
      expect(await focusedValue()).toBe('The sessions\nare revoked.');
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('All sessions are revoked.');
      await tabTo(page, 'Save');
      await page.keyboard.press('Enter');
      await announced('The comment was changed');
      await items('Comments').first().getByText('All sessions are revoked.', { exact: true }).waitFor();
      expect(await focused()).toMatch(/^Edit the comment/);
      expect(graphqlRequests(opened)).toHaveLength(before + 2);
      expect(await updates()).toEqual(['CreateCaseComment', 'UpdateCaseComment']);

      // Saving the same text, and leaving the form, send nothing.
      await page.keyboard.press('Enter');
      await tabTo(page, 'Save');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Cancel');
      await page.keyboard.press('Enter');
      expect(await focused()).toMatch(/^Edit the comment/);
      expect(graphqlRequests(opened)).toHaveLength(before + 2);
      expect(await page.locator('main img').count()).toBe(0);
    });

    test('a text that AWS would refuse is not sent, and the form says why', async () => {
      await putCase();
      const page = await open(PATH, {
        prepare: (tab) =>
          tab.addInitScript(
            `sessionStorage.setItem('secops-graph-draft:user:bob:comment:${CASE}', '{"text":"A draft of Bob"}')`,
          ),
      });
      expect(await draft().inputValue()).toBe('');
      await button('Add the comment').click();
      await part('Comments').getByText('Write a text first.').waitFor();
      expect(await focused()).toBe('New comment');
      await draft().fill('x'.repeat(12_002));
      await part('Comments').getByText('12,002 / 12,000').waitFor();
      await button('Add the comment').click();
      await part('Comments').getByText('Shorten it by 2 characters.').waitFor();
      expect(await focused()).toBe('New comment');
      expect(await findings(page)).toEqual([]);
      expect(sent()).toEqual([]);
      await draft().fill('x'.repeat(12_000));
      await button('Add the comment').click();
      await announced('The comment was added');
      expect(await updates()).toEqual(['CreateCaseComment']);
    });

    test('a failed send keeps the draft, also after a reload, and the retry has the same key: AWS gets the comment once', async () => {
      expectedReports = /ERR_CONNECTION_RESET/;
      await putCase();
      const page = await open(PATH, { colorScheme: 'light' });
      // The gateway executes the mutation, and its answer does not reach the browser.
      const lose = () =>
        page.route('**/graphql', async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        });
      await lose();
      await draft().fill('Once only');
      await button('Add the comment').click();
      await says('Comments', 'It is not known whether AWS added the comment');
      await says('Comments', 'Retry is safe');
      expect(await focused()).toBe('Retry');
      expect(await draft().inputValue()).toBe('Once only');
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
      expect(await findings(page)).toEqual([]);
      await button('Retry').click();
      await says('Comments', 'It is not known whether AWS added the comment');

      await page.unroute('**/graphql');
      await page.reload();
      await ready();
      expect(await draft().inputValue()).toBe('Once only');
      await button('Add the comment').click();
      await announced('The comment was added');
      const keys = sent().map(({ idempotencyKey }) => idempotencyKey);
      expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
      expect(await items('Comments').allTextContents()).toEqual([expect.stringContaining('Once only')]);
      expect(await updates()).toEqual(['CreateCaseComment']);

      // Another comment has another key, and a reload finds no draft.
      await draft().fill('Another one');
      await button('Add the comment').click();
      await items('Comments').getByText('Another one').waitFor();
      expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
      await page.reload();
      await ready();
      expect(await draft().inputValue()).toBe('');
      expect(await items('Comments').count()).toBe(2);
    });

    test('an unknown outcome and a refusal are told in words, and the draft stays', async () => {
      await putCase();
      await harness.lay({ ...CREATE_COMMENT, lostResponse: 'before' });
      const page = await open();
      await draft().fill('Perhaps');
      await button('Add the comment').click();
      await says('Comments', 'It is not known whether AWS added the comment');
      await says('Comments', 'adds the comment at most once');
      const [input] = sent();
      await says('Comments', `under the idempotency key ${String(input?.idempotencyKey)}.`);
      expect(await findings(page)).toEqual([]);
      await button('Read the comments again').click();
      await part('Comments').getByText('There are no comments yet').waitFor();
      await browser.emulator.control('DELETE', '/faults');
      await button('Retry').click();
      await announced('The comment was added');
      expect(sent()[1]).toEqual(input);

      await harness.lay({ ...CREATE_COMMENT, ...DENIED, count: 1 });
      await draft().fill('Not now');
      await button('Add the comment').click();
      await says('Comments', 'The comment was not added');
      expect(await draft().inputValue()).toBe('Not now');
      await button('Add the comment').click();
      await announced('The comment was added');
      // The gateway would repeat the refusal for the same key.
      expect(sent()[3]?.idempotencyKey).not.toBe(sent()[2]?.idempotencyKey);
    });

    test('a change with a note keeps its form open, and a failed read keeps what the user writes', async () => {
      await putCase({ comments: [comment(1, 'First')] });
      const page = await open();
      await button('Edit the comment 100001').click();
      const editor = page.getByRole('textbox', { name: 'Text of the comment 100001' });
      await editor.fill('Second');
      await harness.lay({ service: 'security-ir', operation: 'ListComments', ...DENIED });
      await part('Comments').getByRole('button', { name: 'Refresh' }).click();
      await part('Comments').getByText('Stale: the comments could not be read again').waitFor();
      expect(await editor.inputValue()).toBe('Second');
      expect(await findings(page)).toEqual([]);

      const note = {
        __typename: 'AuditIncompleteError',
        code: 'AUDIT_INCOMPLETE',
        message: NOTE,
        path: null,
      };
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const body = (await response.json()) as { data: { payload?: { userErrors: unknown[] } } };
        body.data.payload?.userErrors.push(note);
        await route.fulfill({ response, json: body });
      });
      await button('Save').click();
      await says('Comments', 'The comment was changed');
      await says('Comments', NOTE);
      expect(await button('Save').count()).toBe(0);
      await button('Close').click();
      expect(await focused()).toBe('Edit the comment 100001');
      await draft().fill('Third');
      await button('Add the comment').click();
      await says('Comments', NOTE);
      expect(await draft().inputValue()).toBe('');
      expect(await updates()).toEqual(['UpdateCaseComment', 'CreateCaseComment']);
    });
  });

  describe('attachments', () => {
    const file = part.bind(null, 'Attach a file');
    const choose = (name: string, bytes: Buffer) =>
      opened.page
        .locator('input[type="file"]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const download = async (name: string) => {
      const started = opened.page.waitForEvent('download');
      await button(`Download ${name}`).click();
      return digestOf(await buffer(await (await started).createReadStream()));
    };

    test('a small and a large file arrive at AWS with progress to the end, and are downloaded on a click', async () => {
      await putCase();
      const page = await open();
      const small = randomBytes(4_321);
      const large = randomBytes(6_000_000);
      await choose('memory dump.bin', small);
      await file().getByText('4.2 KiB · AWS stores it as memory_dump.bin').waitFor();
      expect(await focused()).toBe('Do not upload');
      expect(await findings(page)).toEqual([]);
      await button('Upload').click();
      await says('Attach a file', 'memory_dump.bin was uploaded');
      await announced('memory_dump.bin was uploaded. AWS checks it now.');
      await items('Attachments').getByText('Verification pending').waitFor();
      await button('Close').click();
      expect(await focused()).toBe('Choose a file');
      expect(await button(/^Download/).count()).toBe(0);

      await page.evaluate(`new MutationObserver(() => {
        const bar = document.querySelector('[role="progressbar"]');
        if (bar) (window.seen ??= []).push(Number(bar.getAttribute('aria-valuenow')));
      }).observe(document.body, { subtree: true, childList: true, attributes: true })`);
      await choose('large.bin', large);
      await button('Upload').click();
      await says('Attach a file', 'large.bin was uploaded');
      const seen = await page.evaluate<number[]>('window.seen');
      expect(seen).toEqual(seen.toSorted((one, other) => one - other));
      expect([seen[0], seen.at(-1)]).toEqual([0, 100]);

      await advance(60);
      await part('Attachments').getByRole('button', { name: 'Refresh' }).click();
      await items('Attachments').getByText('Verified').nth(1).waitFor();
      expect(await callsOf('GetCaseAttachmentDownloadUrl')).toBe(0);
      expect(await page.content()).not.toContain('/presigned/');
      expect(await download('memory_dump.bin')).toBe(digestOf(small));
      expect(await download('large.bin')).toBe(digestOf(large));
      expect(await callsOf('GetCaseAttachmentDownloadUrl')).toBe(2);
      expect(page.url()).toContain(PATH);
    });

    test('a canceled upload leaves nothing, and a retry has another link', async () => {
      await putCase();
      const page = await open();
      await page.route('**/presigned/**', () => undefined);
      await choose('evidence.bin', randomBytes(100));
      await button('Upload').click();
      await page.waitForRequest('**/presigned/**').catch(() => undefined);
      await file().getByRole('progressbar', { name: 'Upload of evidence.bin' }).waitFor();
      expect(await focused()).toBe('Cancel the upload');
      expect(await button('Choose a file').isDisabled()).toBe(true);
      await choose('other.bin', randomBytes(10));
      await file().getByText('Another file is being uploaded.').waitFor();
      expect(await findings(page)).toEqual([]);
      await button('Cancel the upload').click();
      await says('Attach a file', 'The upload was canceled');
      expect(await items('Attachments').count()).toBe(0);

      await page.unroute('**/presigned/**');
      await page.route('**/presigned/**', async (route) => {
        // The user writes meanwhile.
        await draft().focus();
        await route.continue();
      });
      await button('Retry').click();
      await says('Attach a file', 'evidence.bin was uploaded');
      expect(await focused()).toBe('New comment');
      expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
    });

    test('files that AWS would refuse, refused links, and broken networks are told in words', async () => {
      expectedReports = /403|412|CORS policy|ERR_FAILED/;
      await putCase({ caseAttachments: [attachment(1, 'taken.txt', 'Failed')] });
      const page = await open();
      await choose('empty.txt', Buffer.alloc(0));
      await file().getByText('The file is empty.').waitFor();
      const large = join(folder, 'large.bin');
      writeFileSync(large, '');
      truncateSync(large, 104_857_601);
      await page.locator('input[type="file"]').setInputFiles(large);
      await file().getByText('AWS takes files of at most 100 MiB.').waitFor();
      expect(await button('Upload').count()).toBe(0);
      expect(await findings(page)).toEqual([]);
      expect(sent()).toEqual([]);

      await choose('taken.txt', Buffer.from('x'));
      await button('Upload').click();
      await says('Attach a file', 'AWS does not take the file');
      expect(await findings(page)).toEqual([]);

      await choose('late.txt', Buffer.from('x'));
      await page.route('**/presigned/**', async (route) => {
        await advance(900);
        await route.continue();
      });
      await button('Upload').click();
      await says('Attach a file', 'the link of the upload has expired');
      await page.unroute('**/presigned/**');

      await harness.emulator.control('POST', '/settings', { presignedUrlCors: false });
      await button('Retry').click();
      await says('Attach a file', 'The browser could not send the file to AWS');
      await harness.emulator.control('POST', '/settings', { presignedUrlCors: true });
      await button('Retry').click();
      await says('Attach a file', 'late.txt was uploaded');
      await items('Attachments').getByText('Verification pending').waitFor();
      expect(await items('Attachments').allTextContents()).toEqual([
        expect.stringMatching(/^taken\.txt.*AWS refused the file/),
        expect.stringMatching(/^late\.txt.*AWS still checks the file/),
      ]);

      await advance(60);
      await part('Attachments').getByRole('button', { name: 'Refresh' }).click();
      await harness.lay({ service: 'security-ir', operation: 'GetCaseAttachmentDownloadUrl', ...DENIED });
      await button('Download late.txt').click();
      await part('Attachments').getByText('The file could not be downloaded: ').waitFor();
      expect(await findings(page)).toEqual([]);
    });
  });

  test('an investigation shows its findings on request, and takes feedback', async () => {
    const findingsText = `${HTML}\n${'A long line of findings. '.repeat(40)}`;
    await putCase({
      investigations: [
        investigation('b', 'Short', 'Nothing found.'),
        investigation('a', 'Long', findingsText),
      ],
    });
    const page = await open();
    const long = items('Investigations').filter({ hasText: 'Long' });
    const height = async () => (await long.getByText(HTML).boundingBox())?.height ?? 0;
    const collapsed = await height();
    await button('Show all of Long').click();
    expect(await height()).toBeGreaterThan(collapsed);
    expect(await button('Show less of Long').getAttribute('aria-expanded')).toBe('true');
    expect(await button('Show all of Short').count()).toBe(0);

    const { keyboard } = page;
    await button('Give feedback on Long').focus();
    await keyboard.press('Enter');
    expect(await focused()).toBe('Useful');
    await tabTo(page, 'Send the feedback');
    await keyboard.press('Enter');
    await part('Investigations').getByText('Choose one of them.').waitFor();
    expect(await findings(page)).toEqual([]);
    await keyboard.press('ArrowRight');
    await harness.lay({ service: 'security-ir', operation: 'SendFeedback', ...DENIED, count: 1 });
    await tabTo(page, 'Send the feedback');
    await keyboard.press('Enter');
    await says('Investigations', 'The feedback was not sent');
    await button('Send the feedback').and(page.locator(':focus')).waitFor();
    await page.getByRole('textbox', { name: 'Comment (optional)' }).focus();
    await keyboard.type('It named no role.');
    expect(await focused()).toBe('Comment (optional)');
    await tabTo(page, 'Send the feedback');
    await keyboard.press('Enter');
    await announced('AWS has the feedback');
    expect(await focused()).toBe('Change the feedback on Long');
    expect(await long.innerText()).toContain('Your feedback: Not useful\nIt named no role.');
    expect(await updates()).toEqual(['SendFeedback', 'SendFeedback']);
    await part('Investigations').getByRole('button', { name: 'Refresh' }).click();
    await long.getByText('just now').first().waitFor();
    expect(await long.innerText()).toContain('It named no role.');
    expect(await findings(page)).toEqual([]);
  });

  test('long lists are read page by page, and nothing scrolls sideways at 320 pixels', async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => index);
    await putCase({
      comments: numbers.map((number) => comment(number, `Comment ${'x'.repeat(60)}${number}`)),
      edits: numbers.map((number) => ({
        action: 'Case Updated',
        message: `Edit ${number} ${'y'.repeat(60)}`,
        eventTimestamp: `2026-01-01T00:${String(number).padStart(2, '0')}:00Z`,
      })),
      caseAttachments: [attachment(1, `${'z'.repeat(80)}.txt`, 'Verified'), attachment(2, 'b', 'Failed')],
      investigations: [investigation('a', 'w'.repeat(80), 'v'.repeat(500))],
    });
    const page = await open(PATH, { viewport: { width: 320, height: 640 } });
    expect([await items('Comments').count(), await items('Edits').count()]).toEqual([20, 10]);
    expect(await width(page)).toBe(320);
    expect(await findings(page)).toEqual([]);
    await part('Comments').getByRole('button', { name: 'Load more' }).click();
    await items('Comments').nth(24).waitFor();
    await announced('25 comments');
    await part('Edits').getByRole('button', { name: 'Load more' }).click();
    await items('Edits').nth(19).waitFor();
    expect(await items('Edits').nth(19).textContent()).toContain('Edit 5 ');
    await button(/^Edit the comment/)
      .first()
      .click();
    await button(/^Give feedback/).click();
    expect(await width(page)).toBe(320);
  });

  test('parts fail alone: denied, missing and failed parts say so, and Retry reads them again', async () => {
    await putCase();
    const fail = (operation: string, fault: object) =>
      harness.lay({ service: 'security-ir', operation, ...fault });
    await fail('ListComments', DENIED);
    await fail('ListInvestigations', { error: { type: 'InternalServerException', status: 500 } });
    const overloaded = [{ message: 'The gateway has too much to do.', extensions: { code: 'FORBIDDEN' } }];
    const page = await open(PATH, {
      prepare: (tab) =>
        tab.route('**/graphql', (route) =>
          route.request().postData()?.includes('query caseAttachmentsQuery') === true
            ? route.fulfill({ json: { errors: overloaded } })
            : route.fallback(),
        ),
    });
    const screen = (name: string, kind: string) => part(name).locator(`[data-screen="${kind}"]`);
    await screen('Comments', 'denied').getByText('AWS does not let the gateway read comments').waitFor();
    await screen('Investigations', 'failed').waitFor();
    await screen('Attachments', 'denied').getByText('The gateway has too much to do.').waitFor();
    await screen('Edits', 'empty').getByText('There are no edits').waitFor();
    expect(await page.getByRole('heading', { level: 1, name: 'Leaked key' }).count()).toBe(1);
    expect(await findings(page)).toEqual([]);

    await browser.emulator.control('DELETE', '/faults');
    await page.unroute('**/graphql');
    for (const name of ['Comments', 'Investigations', 'Attachments'])
      await part(name).getByRole('button', { name: 'Retry' }).click();
    await screen('Comments', 'empty').waitFor();
    await screen('Investigations', 'empty').getByText('AWS has not investigated this case').waitFor();
    await screen('Attachments', 'empty').getByText('There are no attachments yet').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test.each([
    ['a closed case', 'Closed', undefined, 'The case is closed: AWS takes no more'],
    [
      'a caller without the scope',
      'Submitted',
      ['security-ir:read'],
      'You need the scope security-ir:write.',
    ],
  ] as const)('%s: the forms are disabled, with the reason', async (_title, caseStatus, scopes, reason) => {
    await putCase({
      caseStatus,
      comments: [comment(1, 'First')],
      investigations: [investigation('a', 'Steps', 'None.')],
    });
    const options = { extraHTTPHeaders: { authorization: `Bearer ${tokenOf('ann')}` } };
    if (scopes !== undefined) {
      await browser.gateway.close();
      await browser.startGateway({
        identity: identityOf({ ann: { scopes: new Set(scopes), targets: 'ALL' } }),
      });
    }
    const page = await open(PATH, scopes === undefined ? {} : options);
    await part('Comments').getByText(reason).first().waitFor();
    await part('Attach a file').getByText(reason).waitFor();
    expect(await draft().isDisabled()).toBe(true);
    for (const name of ['Add the comment', 'Choose a file', 'Edit the comment 100001']) {
      expect([name, await button(name).isDisabled()]).toEqual([name, true]);
      const described = await button(name).getAttribute('aria-describedby');
      expect(await page.locator(`[id="${described ?? ''}"]`).textContent()).toContain(reason);
    }
    // AWS documents no such limit for feedback.
    expect(await button('Give feedback on Steps').isDisabled()).toBe(scopes !== undefined);
    expect(await findings(page)).toEqual([]);
    expect(await updates()).toEqual([]);
  });
});
