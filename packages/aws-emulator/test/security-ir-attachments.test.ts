// Security Incident Response: case attachments, and the presigned URLs that transfer them.
import {
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
  GetCaseCommand,
  ListCaseEditsCommand,
} from '@aws-sdk/client-security-ir';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { UPLOAD_HEADERS } from './support/cases';
import { ACCOUNT, authorization, raw, rejection, sdkClients } from './support/clients';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const NOW = '2026-11-21T10:00:00Z';
const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, cases: 5 }, frozenAt: NOW });

const ID = '1234567890';
const BYTES = Buffer.from('one\0two\xff\n', 'latin1');

beforeEach(async () => {
  await put({ title: 'A case', caseStatus: 'Submitted', resolverType: 'Self' });
});

async function put(set: object): Promise<void> {
  await emulator.control('POST', '/put', { service: 'security-ir', resource: 'case', id: ID, set });
}

function advance(advanceSeconds: number): Promise<unknown> {
  return emulator.control('POST', '/clock', { advanceSeconds });
}

async function uploadUrl(fileName: string, contentLength: number, clientToken?: string): Promise<string> {
  const command = new GetCaseAttachmentUploadUrlCommand({ caseId: ID, fileName, contentLength, clientToken });
  return (await clients.securityIr.send(command)).attachmentPresignedUrl ?? '';
}

async function downloadUrl(attachmentId = ''): Promise<string> {
  const command = new GetCaseAttachmentDownloadUrlCommand({ caseId: ID, attachmentId });
  const { attachmentPresignedUrl, $metadata } = await clients.securityIr.send(command);
  expect($metadata.httpStatusCode).toBe(201);
  return attachmentPresignedUrl ?? '';
}

async function attachments() {
  const { caseAttachments } = await clients.securityIr.send(new GetCaseCommand({ caseId: ID }));
  return caseAttachments ?? [];
}

async function upload(url: string, body: Buffer): Promise<[status: number, code: string | undefined]> {
  const response = await fetch(url, { method: 'PUT', headers: UPLOAD_HEADERS, body: new Uint8Array(body) });
  return [response.status, /<Code>(.*)<\/Code>/.exec(await response.text())?.[1]];
}

/** Attachments with these file names and this status. */
function stored(attachmentStatus: string, ...fileNames: string[]) {
  return fileNames.map((fileName, index) => ({
    attachmentId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    fileName,
    attachmentStatus,
  }));
}

describe('an upload', () => {
  test('can be downloaded byte for byte after its verification', async () => {
    const url = await uploadUrl('trail.json', BYTES.length);
    expect(url.startsWith(`${emulator.url}/presigned/`)).toBe(true);
    expect(await attachments()).toEqual([]);

    await advance(30);
    expect(await upload(url, BYTES)).toEqual([200, undefined]);
    const attachment = {
      attachmentId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      fileName: 'trail.json',
      creator: ACCOUNT,
      createdDate: new Date('2026-11-21T10:00:30Z'),
    };
    await advance(59);
    expect(await attachments()).toEqual([{ ...attachment, attachmentStatus: 'Pending' }]);
    await advance(1);
    const [verified] = await attachments();
    expect(verified).toEqual({ ...attachment, attachmentStatus: 'Verified' });

    const response = await fetch(await downloadUrl(verified?.attachmentId));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/octet-stream',
    ]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
  });

  test('adds an edit to the case, and no AWS call to the call log', async () => {
    await upload(await uploadUrl('trail.json', BYTES.length), BYTES);
    const calls = (await emulator.calls()).map(({ operation, status }) => [operation, status]);
    expect(calls).toEqual([['GetCaseAttachmentUploadUrl', 201]]);
    const [attachment] = await attachments();
    const { items } = await clients.securityIr.send(new ListCaseEditsCommand({ caseId: ID }));
    expect(items).toEqual([
      {
        eventTimestamp: new Date(NOW),
        principal: ACCOUNT,
        action: 'Case Attachment Url Uploaded',
        message: `The attachment ${attachment?.attachmentId ?? ''} was uploaded.`,
      },
    ]);
  });

  test('can be larger than the size limit of other bodies', async () => {
    const large = randomBytes(5_000_000);
    expect(await upload(await uploadUrl('memory.lime', large.length), large)).toEqual([200, undefined]);
    await advance(60);
    const [attachment] = await attachments();
    const response = await fetch(await downloadUrl(attachment?.attachmentId));
    expect(Buffer.from(await response.arrayBuffer()).equals(large)).toBe(true);
  });

  test.each([BYTES.length - 1, BYTES.length + 1, 104_857_600])(
    'is rejected if its length is not the requested %d',
    async (contentLength) => {
      const url = await uploadUrl('trail.json', contentLength);
      expect(await upload(url, BYTES)).toEqual([403, 'SignatureDoesNotMatch']);
      expect(await attachments()).toEqual([]);
    },
  );

  test('is rejected after its URL has expired', async () => {
    const [early, late] = [await uploadUrl('early.csv', 1), await uploadUrl('late.csv', 1)];
    await advance(899);
    expect(await upload(early, Buffer.from('x'))).toEqual([200, undefined]);
    await advance(1);
    expect(await upload(late, Buffer.from('x'))).toEqual([403, 'AccessDenied']);
    expect((await attachments()).map(({ fileName }) => fileName)).toEqual(['early.csv']);
  });

  test('is rejected if the case already has the file, so a URL can be used once', async () => {
    const [first, second] = [await uploadUrl('trail.json', 1), await uploadUrl('trail.json', 1)];
    expect(await upload(first, Buffer.from('1'))).toEqual([200, undefined]);
    expect(await upload(first, Buffer.from('1'))).toEqual([412, 'PreconditionFailed']);
    expect(await upload(second, Buffer.from('2'))).toEqual([412, 'PreconditionFailed']);
    expect(await attachments()).toHaveLength(1);
  });

  test('is rejected without Content-Length, as in chunked transfer coding', async () => {
    const url = await uploadUrl('trail.json', 1);
    const request = httpRequest(url, { method: 'PUT', headers: UPLOAD_HEADERS });
    request.setHeader('transfer-encoding', 'chunked');
    request.end('x');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(411);
    expect(await text(response)).toContain('<Code>MissingContentLength</Code>');
    expect(await attachments()).toEqual([]);
  });

  test('is rejected after a reset', async () => {
    const url = await uploadUrl('trail.json', 1);
    await emulator.control('POST', '/reset');
    expect(await upload(url, Buffer.from('1'))).toEqual([403, 'AccessDenied']);
  });

  test('has a URL with the host of the AWS call', async () => {
    const { port } = new URL(emulator.url);
    const otherHost = sdkClients(`http://localhost:${port}`);
    const command = new GetCaseAttachmentUploadUrlCommand({ caseId: ID, fileName: 'a', contentLength: 1 });
    const { attachmentPresignedUrl } = await otherHost.securityIr.send(command);
    otherHost.destroy();
    expect(new URL(attachmentPresignedUrl ?? '').host).toBe(`localhost:${port}`);
  });
});

describe('GetCaseAttachmentUploadUrl', () => {
  test('returns the same URL for the same clientToken, and otherwise a new URL', async () => {
    const url = await uploadUrl('trail.json', 1, 'a-token');
    expect(await uploadUrl('trail.json', 1, 'a-token')).toBe(url);
    expect(await uploadUrl('trail.json', 1, 'another-token')).not.toBe(url);
  });

  test.each(['Verified', 'Pending', 'Failed'])(
    'rejects the file name of an attachment that is %s',
    async (status) => {
      await put({ caseAttachments: stored(status, 'trail.json') });
      expect(await rejection(uploadUrl('trail.json', 1))).toMatchObject({
        name: 'ConflictException',
        resourceId: ID,
        resourceType: 'case',
      });
    },
  );

  test('rejects the 51st attachment', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `file-${index}`);
    await put({ caseAttachments: stored('Verified', ...names.slice(1)) });
    const url = await uploadUrl('last', 1);
    await put({ caseAttachments: stored('Verified', ...names) });
    expect(await rejection(uploadUrl('another', 1))).toMatchObject({
      name: 'ServiceQuotaExceededException',
      resourceId: ID,
      resourceType: 'case',
      serviceCode: 'security-ir',
      $metadata: { httpStatusCode: 402 },
    });
    expect(await upload(url, Buffer.from('x'))).toEqual([402, 'ServiceQuotaExceededException']);
  });

  test('rejects a closed case, unless closedCaseAcceptsUpdates is set', async () => {
    await put({ caseStatus: 'Closed' });
    expect(await rejection(uploadUrl('trail.json', 1))).toMatchObject({ name: 'ConflictException' });
    await emulator.control('POST', '/settings', { closedCaseAcceptsUpdates: true });
    expect(await upload(await uploadUrl('trail.json', 1), Buffer.from('x'))).toEqual([200, undefined]);
  });

  test.each<[field: string, members: object]>([
    ['fileName', { contentLength: 1 }],
    ['fileName', { contentLength: 1, fileName: '' }],
    ['fileName', { contentLength: 1, fileName: 'a/b' }],
    ['fileName', { contentLength: 1, fileName: 'a b' }],
    ['fileName', { contentLength: 1, fileName: 'x'.repeat(256) }],
    ['contentLength', { fileName: 'a' }],
    ['contentLength', { fileName: 'a', contentLength: 0 }],
    ['contentLength', { fileName: 'a', contentLength: 104_857_601 }],
    ['clientToken', { fileName: 'a', contentLength: 1, clientToken: '' }],
    ['clientToken', { fileName: 'a', contentLength: 1, clientToken: 'x'.repeat(256) }],
  ])('rejects an invalid %s', async (field, members) => {
    const headers = { authorization: authorization('security-ir') };
    const path = `/v1/cases/${ID}/get-presigned-url`;
    const reply = await raw(emulator.url, 'POST', path, headers, JSON.stringify(members));
    expect(reply.status).toBe(400);
    const { reason, fieldList } = reply.body as { reason: string; fieldList: { name: string }[] };
    expect([reason, ...new Set(fieldList.map(({ name }) => name))]).toEqual([
      'FIELD_VALIDATION_FAILED',
      field,
    ]);
  });
});

describe('GetCaseAttachmentDownloadUrl', () => {
  test('returns a text with the file name for an attachment without an uploaded file', async () => {
    const [attachment] = stored('Verified', 'timeline.csv');
    await put({ caseAttachments: [attachment] });
    const response = await fetch(await downloadUrl(attachment?.attachmentId));
    expect(await response.text()).toContain('timeline.csv');
  });

  test('returns a URL that is valid for 15 minutes and cannot be changed', async () => {
    const [attachment] = stored('Verified', 'timeline.csv');
    await put({ caseAttachments: [attachment] });
    const url = await downloadUrl(attachment?.attachmentId);
    const last = url.endsWith('0') ? '1' : '0';
    for (const changed of [
      url.slice(0, -1) + last,
      url.replace('X-Amz-Expires=900', 'X-Amz-Expires=999'),
      url.replace('/presigned/0', '/presigned/1'),
      url.slice(0, url.indexOf('?')),
      `${url}&x=1`,
    ]) {
      expect((await fetch(changed)).status).toBe(403);
    }
    expect(await upload(url, BYTES)).toEqual([403, 'AccessDenied']);
    await advance(899);
    expect((await fetch(url)).status).toBe(200);
    await advance(1);
    expect((await fetch(url)).status).toBe(403);
  });

  test.each(['Pending', 'Failed'])('rejects an attachment that is %s', async (status) => {
    const [attachment] = stored(status, 'timeline.csv');
    await put({ caseAttachments: [attachment] });
    await advance(3600);
    expect(await rejection(downloadUrl(attachment?.attachmentId))).toMatchObject({
      name: 'ConflictException',
      resourceId: ID,
    });
  });

  test('returns ResourceNotFoundException for an unknown attachment', async () => {
    expect(await rejection(downloadUrl('00000000-0000-4000-8000-000000000000'))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test.each(['1234', 'x'.repeat(36)])('rejects the attachmentId %s', async (attachmentId) => {
    expect(await rejection(downloadUrl(attachmentId))).toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'attachmentId' }],
    });
  });
});
