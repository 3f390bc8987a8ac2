// Security Incident Response over the wire: attachments, and the presigned URLs that move them.
import {
  GetCaseAttachmentDownloadUrlCommand,
  GetCaseAttachmentUploadUrlCommand,
  GetCaseCommand,
  ListCaseEditsCommand,
} from '@aws-sdk/client-security-ir';
import { randomBytes } from 'node:crypto';
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

function wait(advanceSeconds: number): Promise<unknown> {
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
  const response = await fetch(url, { method: 'PUT', body: new Uint8Array(body) });
  return [response.status, /<Code>(.*)<\/Code>/.exec(await response.text())?.[1]];
}

/** Attachments of these names, in this status. */
function stored(attachmentStatus: string, ...fileNames: string[]) {
  return fileNames.map((fileName, index) => ({
    attachmentId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    fileName,
    attachmentStatus,
  }));
}

describe('an upload', () => {
  test('can be downloaded once it is verified, byte for byte', async () => {
    const url = await uploadUrl('trail.json', BYTES.length);
    expect(url.startsWith(`${emulator.url}/presigned/`)).toBe(true);
    expect(await attachments()).toEqual([]);

    await wait(30);
    expect(await upload(url, BYTES)).toEqual([200, undefined]);
    const attachment = {
      attachmentId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      fileName: 'trail.json',
      creator: ACCOUNT,
      createdDate: new Date('2026-11-21T10:00:30Z'),
    };
    await wait(59);
    expect(await attachments()).toEqual([{ ...attachment, attachmentStatus: 'Pending' }]);
    await wait(1);
    const [verified] = await attachments();
    expect(verified).toEqual({ ...attachment, attachmentStatus: 'Verified' });

    const response = await fetch(await downloadUrl(verified?.attachmentId));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/octet-stream',
    ]);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
  });

  test('is recorded, and is no AWS call', async () => {
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

  test('may be larger than any other body', async () => {
    const large = randomBytes(5_000_000);
    expect(await upload(await uploadUrl('memory.lime', large.length), large)).toEqual([200, undefined]);
    await wait(60);
    const [attachment] = await attachments();
    const response = await fetch(await downloadUrl(attachment?.attachmentId));
    expect(Buffer.from(await response.arrayBuffer()).equals(large)).toBe(true);
  });

  test.each([BYTES.length - 1, BYTES.length + 1, 104_857_600])(
    'of another length than the announced %d is refused',
    async (contentLength) => {
      const url = await uploadUrl('trail.json', contentLength);
      expect(await upload(url, BYTES)).toEqual([403, 'SignatureDoesNotMatch']);
      expect(await attachments()).toEqual([]);
    },
  );

  test('is refused once its URL has expired', async () => {
    const [early, late] = [await uploadUrl('early.csv', 1), await uploadUrl('late.csv', 1)];
    await wait(899);
    expect(await upload(early, Buffer.from('x'))).toEqual([200, undefined]);
    await wait(1);
    expect(await upload(late, Buffer.from('x'))).toEqual([403, 'AccessDenied']);
    expect((await attachments()).map(({ fileName }) => fileName)).toEqual(['early.csv']);
  });

  test('of a file that was attached meanwhile is refused, so a URL is good once', async () => {
    const [first, second] = [await uploadUrl('trail.json', 1), await uploadUrl('trail.json', 1)];
    expect(await upload(first, Buffer.from('1'))).toEqual([200, undefined]);
    expect(await upload(first, Buffer.from('1'))).toEqual([409, 'ConflictException']);
    expect(await upload(second, Buffer.from('2'))).toEqual([409, 'ConflictException']);
    expect(await attachments()).toHaveLength(1);
  });

  test('is forgotten by a reset, with its URL', async () => {
    const url = await uploadUrl('trail.json', 1);
    await emulator.control('POST', '/reset');
    expect(await upload(url, Buffer.from('1'))).toEqual([403, 'AccessDenied']);
  });

  test('goes to the host that the call came to', async () => {
    const { port } = new URL(emulator.url);
    const others = sdkClients(`http://localhost:${port}`);
    const command = new GetCaseAttachmentUploadUrlCommand({ caseId: ID, fileName: 'a', contentLength: 1 });
    const { attachmentPresignedUrl } = await others.securityIr.send(command);
    others.destroy();
    expect(new URL(attachmentPresignedUrl ?? '').host).toBe(`localhost:${port}`);
  });
});

describe('GetCaseAttachmentUploadUrl', () => {
  test('gives one URL per clientToken, and no two that are alike', async () => {
    const url = await uploadUrl('trail.json', 1, 'a-token');
    expect(await uploadUrl('trail.json', 1, 'a-token')).toBe(url);
    expect(await uploadUrl('trail.json', 1, 'another-token')).not.toBe(url);
  });

  test.each(['Verified', 'Pending', 'Failed'])(
    'refuses the name of an attachment that is %s',
    async (status) => {
      await put({ caseAttachments: stored(status, 'trail.json') });
      expect(await rejection(uploadUrl('trail.json', 1))).toMatchObject({
        name: 'ConflictException',
        resourceId: ID,
        resourceType: 'case',
      });
    },
  );

  test('refuses the 51st attachment', async () => {
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

  test('refuses a closed case, unless told otherwise', async () => {
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
  ])('refuses %s', async (field, members) => {
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
  test('of an attachment that was never uploaded here gives a text that names it', async () => {
    const [attachment] = stored('Verified', 'timeline.csv');
    await put({ caseAttachments: [attachment] });
    const response = await fetch(await downloadUrl(attachment?.attachmentId));
    expect(await response.text()).toContain('timeline.csv');
  });

  test('gives a URL that lasts fifteen minutes, and cannot be changed', async () => {
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
    await wait(899);
    expect((await fetch(url)).status).toBe(200);
    await wait(1);
    expect((await fetch(url)).status).toBe(403);
  });

  test.each(['Pending', 'Failed'])('refuses an attachment that is %s', async (status) => {
    const [attachment] = stored(status, 'timeline.csv');
    await put({ caseAttachments: [attachment] });
    await wait(3600);
    expect(await rejection(downloadUrl(attachment?.attachmentId))).toMatchObject({
      name: 'ConflictException',
      resourceId: ID,
    });
  });

  test('does not find what is not there', async () => {
    expect(await rejection(downloadUrl('00000000-0000-4000-8000-000000000000'))).toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  test.each(['1234', 'x'.repeat(36)])('refuses the attachmentId %s', async (attachmentId) => {
    expect(await rejection(downloadUrl(attachmentId))).toMatchObject({
      name: 'ValidationException',
      fieldList: [{ name: 'attachmentId' }],
    });
  });
});
