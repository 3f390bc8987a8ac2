// Attachments that a web page of another origin uploads and downloads in a browser, with the code of docs/security-cases.md.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { chromium, type Browser, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { describeWith } from '../support/describe-with';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { Harness } from '../support/harness';
import { startIssuer, type Issuer } from '../support/identity';
import { readDocument } from '../support/markdown';
import { CASE, putCase } from '../support/resources';

const executablePath = findChromium();
const describeWithBrowser = describeWith(executablePath !== undefined, 'clients/attachments', 'chromium');

const [, SECTION = ''] = readDocument('docs/security-cases.md').split('\n## Attach a file from a browser\n');
const blocks = (language: string) =>
  Array.from(SECTION.matchAll(/```(\w+)\n(.*?)```/gs), ([, name, text = '']) => ({ name, text }))
    .filter(({ name }) => name === language)
    .map(({ text }) => text);
const [ATTACH = '', ATTACHMENTS = ''] = blocks('graphql');
const [ATTACH_CODE = '', PROGRESS_CODE = ''] = blocks('js');

const DOCUMENTED_GATEWAY = "'http://127.0.0.1:4000/graphql'";
const DOCUMENTED_HEADERS = "{ 'content-type': 'application/json' }";

const BYTES = randomBytes(70_000);
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

interface Payload {
  readonly uploadUrl: string;
  readonly uploadHeaders: readonly { readonly name: string; readonly value: string }[];
}

/** Functions of the pages of this suite, besides those of the document. */
const PAGE_CODE = readFileSync(join(__dirname, 'fixtures/attachment-page.js'), 'utf8');

describeWithBrowser('in a browser', () => {
  const harness = new Harness();
  let issuer: Issuer;
  let guarded: TestGateway;
  let site: Server;
  let browser: Browser;
  let closeBrowser: () => Promise<void>;
  let page: Page;
  let origin: string;
  let printed: string[];

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    site = createServer((request, response) => {
      const policy = new URL(request.url ?? '/', 'http://page').searchParams.get('policy');
      if (policy !== null) response.setHeader('content-security-policy', policy);
      response.setHeader('content-type', 'text/html').end('<!doctype html><link rel="icon" href="data:,">');
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    issuer = await startIssuer();
    harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
    const http = { ...testConfig().http, corsOrigins: [origin] };
    harness.gateway = await startTestGateway(harness.emulator.url, { http });
    guarded = await startTestGateway(harness.emulator.url, { http, identity: issuer.settings() });
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    closeBrowser = endWithFile(() => browser.close());
  });

  beforeEach(async () => {
    await harness.emulator.control('POST', '/reset');
    await putCase(harness, 'Submitted');
    page = await browser.newPage();
    printed = [];
    page.on('console', (message) => printed.push(message.text()));
  });

  afterEach(() => page.close());

  afterAll(async () => {
    await closeBrowser();
    await guarded.close();
    await harness.gateway.close();
    await harness.emulator.close();
    await issuer.close();
    site.close();
    site.closeAllConnections();
  });

  /** Opens a page with the code of the document, for this gateway; `headers` are those of its requests, as source text. */
  async function open(
    { url } = harness.gateway,
    headers = DOCUMENTED_HEADERS,
    policy?: string,
  ): Promise<void> {
    const query = policy === undefined ? '' : `?policy=${encodeURIComponent(policy)}`;
    await page.goto(`${origin}/${query}`);
    const documents = `const ATTACH = ${JSON.stringify(ATTACH)}; const ATTACHMENTS = ${JSON.stringify(ATTACHMENTS)};`;
    const code = ATTACH_CODE.replace(DOCUMENTED_GATEWAY, JSON.stringify(url)).replace(
      DOCUMENTED_HEADERS,
      headers,
    );
    await page.addScriptTag({ content: `${documents}\n${code}\n${PROGRESS_CODE}\n${PAGE_CODE}` });
  }

  /** Evaluates an expression in the page; `args` are the values of the names in it. */
  const run = <Result>(expression: string, args: Readonly<Record<string, unknown>> = {}) => {
    const values = Object.entries(args).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
    return page.evaluate<Result>(`(async () => { ${values.join(' ')} return ${expression}; })()`);
  };

  const advance = (advanceSeconds: number) => harness.emulator.control('POST', '/clock', { advanceSeconds });

  async function newUpload(contentLength = BYTES.length): Promise<Payload> {
    const { data } = await harness.gateway.send(ATTACH, {
      input: { id: CASE, fileName: 'memory.bin', contentLength },
    });
    return data?.createSecurityCaseAttachmentUploadUrl as Payload;
  }

  const attached = { id: CASE, text: BYTES.toString('base64'), name: 'memory dump.bin' };

  /** A policy that allows the code of this suite, and requests to the gateway only. */
  const gatewayOnly = () =>
    `script-src 'unsafe-inline' 'unsafe-eval'; connect-src ${new URL(harness.gateway.url).origin}`;

  const PUT = 'put(uploadUrl, headers, fileOf(text, name))';

  const SIGNED_IN = [
    { signIn: 'without sign-in', gateway: () => harness.gateway, headers: () => DOCUMENTED_HEADERS },
    {
      signIn: 'with sign-in',
      gateway: () => guarded,
      headers: () =>
        JSON.stringify({
          'content-type': 'application/json',
          authorization: `Bearer ${issuer.sign({ roles: ['responder'] })}`,
        }),
    },
  ];

  test.each(SIGNED_IN)(
    '$signIn, a page attaches a file, waits for its verification and downloads it',
    async ({ gateway, headers }) => {
      await open(gateway(), headers());
      await run('attach(id, fileOf(text, name))', attached);
      const pending = { fileName: 'memory_dump.bin', status: 'PENDING', downloadUrl: null };
      expect(await run('attachmentOf(id)', { id: CASE })).toEqual(pending);
      expect(await harness.operations()).not.toContain('GetCaseAttachmentDownloadUrl');
      const verification = run<{ downloadUrl: string }>('verified(id)', { id: CASE });
      await advance(60);
      const { downloadUrl } = await verification;
      expect(await run('digestAt(downloadUrl)', { downloadUrl })).toBe(digestOf(BYTES));
      expect(printed).toEqual([]);
    },
  );

  test('the code of the document throws the reason of a rejected mutation, and the status of a rejected upload', async () => {
    await open();
    const attach = (text: string) =>
      run('attach(id, fileOf(text, name)).then(() => "attached", ({ message }) => message)', {
        ...attached,
        text,
      });
    expect(await attach('')).toContain('at least 1');
    await page.route('**/presigned/**', async (route) => {
      await advance(900);
      await route.continue();
    });
    expect(await attach(attached.text)).toBe('The upload failed with status 403.');
  });

  test('XMLHttpRequest uploads a file and reports the progress', async () => {
    await open();
    const progress = await run<number[]>(
      `(async () => {
        const parts = [];
        const status = await upload(payload, fileOf(text, name), (part) => parts.push(part));
        return [status, ...parts];
      })()`,
      { payload: await newUpload(), ...attached },
    );
    const [status, ...parts] = progress;
    expect(status).toBe(200);
    expect(parts.at(-1)).toBe(1);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(printed).toEqual([]);
  });

  describe('Content-Length', () => {
    test('is ignored by fetch, which sets it from the body', async () => {
      await open();
      const { uploadUrl, uploadHeaders } = await newUpload();
      const headers = uploadHeaders.map(({ name, value }) => [name, name === 'Content-Length' ? '1' : value]);
      expect(await run(PUT, { uploadUrl, headers, ...attached })).toBe(200);
      expect(printed).toEqual([]);
    });

    test('is ignored by XMLHttpRequest, which prints an error and uploads the file', async () => {
      await open();
      const send = `new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('PUT', payload.uploadUrl);
        for (const { name, value } of payload.uploadHeaders) request.setRequestHeader(name, value);
        request.onload = () => resolve(request.status);
        request.send(fileOf(text, name));
      })`;
      expect(await run(send, { payload: await newUpload(), ...attached })).toBe(200);
      expect(printed).toEqual(['Refused to set unsafe header "Content-Length"']);
    });
  });

  describe('a page can read the status of an upload', () => {
    type Headers = Readonly<Record<string, string>>;
    const EXACT: Headers = { 'if-none-match': '*', 'content-type': 'application/octet-stream' };
    const put = ({ uploadUrl }: Payload, headers: Headers = EXACT) =>
      run(PUT, { uploadUrl, headers, ...attached });

    beforeEach(() => open());

    test('of another size', async () => {
      expect(await put(await newUpload(BYTES.length - 1))).toBe(403);
      expect(await put(await newUpload(BYTES.length + 1))).toBe(403);
      expect(await run('attachmentOf(id).then((found) => found ?? null)', { id: CASE })).toBeNull();
    });

    test.each<[string, Headers]>([
      ['no headers', {}],
      ['no If-None-Match', { 'content-type': 'application/octet-stream' }],
      ['no Content-Type', { 'if-none-match': '*' }],
      ['the type of the file', { ...EXACT, 'content-type': 'image/png' }],
    ])('with %s', async (_title, headers) => {
      expect(await put(await newUpload(), headers)).toBe(403);
    });

    test('of a URL that has expired', async () => {
      const payload = await newUpload();
      await advance(900);
      expect(await put(payload)).toBe(403);
    });

    test('that repeats one which succeeded', async () => {
      const payload = await newUpload();
      expect([await put(payload), await put(payload)]).toEqual([200, 412]);
    });
  });

  describe('the browser rejects an upload', () => {
    const attach = () =>
      run('attach(id, fileOf(text, name)).then(() => "attached", ({ name }) => name)', attached);

    test('with a further header', async () => {
      await open();
      const { uploadUrl, uploadHeaders } = await newUpload();
      const headers = [
        ...uploadHeaders.map(({ name, value }) => [name, value]),
        ['authorization', 'Bearer x'],
      ];
      expect(await run(PUT, { uploadUrl, headers, ...attached })).toBe('TypeError');
      expect(printed.join()).toContain('CORS policy');
    });

    test('to a bucket without CORS', async () => {
      await harness.emulator.control('POST', '/settings', { presignedUrlCors: false });
      await open();
      expect(await attach()).toBe('TypeError');
      expect(printed.join()).toContain('CORS policy');
    });

    test('unless connect-src of its policy lists the origin of the URL beside the gateway', async () => {
      await open(harness.gateway, DOCUMENTED_HEADERS, gatewayOnly());
      expect(await attach()).toBe('TypeError');
      expect(printed.join()).toContain('Content Security Policy');
      await open(harness.gateway, DOCUMENTED_HEADERS, `${gatewayOnly()} ${harness.emulator.url}`);
      expect(await attach()).toBe('attached');
    });
  });

  test('a link to a download needs neither CORS nor connect-src', async () => {
    await open();
    await run('attach(id, fileOf(text, name))', attached);
    await advance(60);
    const { downloadUrl } = await run<{ downloadUrl: string }>('attachmentOf(id)', attached);
    await harness.emulator.control('POST', '/settings', { presignedUrlCors: false });
    await open(harness.gateway, DOCUMENTED_HEADERS, gatewayOnly());
    const download = page.waitForEvent('download');
    await run(`Object.assign(document.createElement('a'), { href }).click()`, { href: downloadUrl });
    expect(digestOf(await buffer(await (await download).createReadStream()))).toBe(digestOf(BYTES));
  });
});
