// Presigned URLs used by a page of another origin: CORS headers, and transfers in a real browser.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
  GetCaseCommand,
} from '@aws-sdk/client-security-ir';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../../scripts/chromium';
import { UPLOAD_HEADERS } from './support/cases';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: NO_RESOURCES });

const ID = '1234567890';
const PAGE = 'https://console.example.com';
const TEXT = 'evidence of a page';

beforeEach(() =>
  emulator.control('POST', '/put', {
    service: 'security-ir',
    resource: 'case',
    id: ID,
    set: { title: 'A case', caseStatus: 'Submitted', resolverType: 'Self' },
  }),
);

async function uploadUrl(): Promise<string> {
  const input = { caseId: ID, fileName: 'evidence.txt', contentLength: TEXT.length };
  const output = await clients.securityIr.send(new GetCaseAttachmentUploadUrlCommand(input));
  return output.attachmentPresignedUrl ?? '';
}

/** The download URL of the only attachment, after its verification. */
async function downloadUrl(): Promise<string> {
  await emulator.control('POST', '/clock', { advanceSeconds: 60 });
  const { caseAttachments } = await clients.securityIr.send(new GetCaseCommand({ caseId: ID }));
  const [{ attachmentId } = {}] = caseAttachments ?? [];
  const command = new GetCaseAttachmentDownloadUrlCommand({ caseId: ID, attachmentId });
  return (await clients.securityIr.send(command)).attachmentPresignedUrl ?? '';
}

function put(url: string, headers: Record<string, string> = {}, body = TEXT): Promise<Response> {
  return fetch(url, { method: 'PUT', headers: { ...UPLOAD_HEADERS, ...headers }, body });
}

function preflight(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'OPTIONS',
    headers: { origin: PAGE, 'access-control-request-method': 'PUT', ...headers },
  });
}

const allowedOrigin = ({ headers }: Response) => headers.get('access-control-allow-origin');

describe('CORS', () => {
  test('a preflight returns the allowed methods and headers, and does not use up the URL', async () => {
    const url = await uploadUrl();
    const requested = 'content-type,if-none-match';
    const response = await preflight(url, { 'access-control-request-headers': requested });
    expect(response.status).toBe(200);
    expect(allowedOrigin(response)).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, PUT');
    expect(response.headers.get('access-control-allow-headers')).toBe(requested);
    expect(await response.text()).toBe('');
    const upload = await put(url, { origin: PAGE });
    expect([upload.status, allowedOrigin(upload)]).toEqual([200, '*']);
  });

  test('a download returns Access-Control-Allow-Origin', async () => {
    await put(await uploadUrl());
    const response = await fetch(await downloadUrl(), { headers: { origin: PAGE } });
    expect([await response.text(), allowedOrigin(response)]).toEqual([TEXT, '*']);
  });

  test('a rejected upload returns Access-Control-Allow-Origin, so that the page can read the status', async () => {
    const upload = await put(await uploadUrl(), { origin: PAGE }, 'x');
    expect([upload.status, allowedOrigin(upload)]).toEqual([403, '*']);
  });

  test('a request without an origin returns no Access-Control-Allow-Origin', async () => {
    const upload = await put(await uploadUrl());
    expect([upload.status, allowedOrigin(upload)]).toEqual([200, null]);
  });

  test.each(['DELETE', 'POST', 'nothing'])('a preflight for the method %s is rejected', async (method) => {
    const response = await preflight(await uploadUrl(), { 'access-control-request-method': method });
    expect([response.status, allowedOrigin(response)]).toEqual([403, null]);
  });

  test('the emulator rejects a preflight without an origin or a method', async () => {
    const url = await uploadUrl();
    expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(400);
    expect((await fetch(url, { method: 'OPTIONS', headers: { origin: PAGE } })).status).toBe(400);
  });

  test('with presignedUrlCors false, the emulator rejects preflights and returns no CORS header', async () => {
    await emulator.control('POST', '/settings', { presignedUrlCors: false });
    const url = await uploadUrl();
    expect((await preflight(url)).status).toBe(403);
    const upload = await put(url, { origin: PAGE });
    expect([upload.status, allowedOrigin(upload)]).toEqual([200, null]);
  });

  test.each(['/_emulator/settings', '/macie', '/v1/list-cases'])(
    'a page of another origin cannot call %s',
    async (path) => {
      const response = await preflight(emulator.url + path);
      expect(response.ok).toBe(false);
      expect(allowedOrigin(response)).toBeNull();
    },
  );
});

const executablePath = findChromium();
const inCi = process.env.CI === 'true';
if (executablePath === undefined && !inCi) {
  process.stderr.write(
    'Skipped: the browser tests of browser-transfers.test.ts need chromium on the PATH.\n',
  );
}

(executablePath === undefined && !inCi ? describe.skip : describe)('in a browser', () => {
  let browser: Browser;
  let site: Server;

  beforeAll(async () => {
    if (executablePath === undefined) throw new Error('CI needs chromium.');
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end('<title>A page of another origin</title>');
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  });

  afterAll(async () => {
    await browser.close();
    site.close();
    site.closeAllConnections();
  });

  async function inPage<Result>(run: (page: Awaited<ReturnType<Browser['newPage']>>) => Promise<Result>) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    try {
      return await run(page);
    } finally {
      await page.close();
    }
  }

  /** Uploads with the headers of AWS's samples, which need a preflight. Returns the status, or the name of the error. */
  const upload = (url: string) =>
    inPage((page) =>
      page.evaluate(
        `fetch(${JSON.stringify(url)}, {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream', 'if-none-match': '*' },
          body: ${JSON.stringify(TEXT)},
        }).then(({ status }) => status, ({ name }) => name)`,
      ),
    );

  test('a page uploads and downloads an attachment', async () => {
    expect(await upload(await uploadUrl())).toBe(200);
    const url = await downloadUrl();
    const text = await inPage((page) =>
      page.evaluate(`fetch(${JSON.stringify(url)}).then((response) => response.text())`),
    );
    expect(text).toBe(TEXT);
  });

  test('a page cannot upload without CORS', async () => {
    await emulator.control('POST', '/settings', { presignedUrlCors: false });
    expect(await upload(await uploadUrl())).toBe('TypeError');
  });
});
