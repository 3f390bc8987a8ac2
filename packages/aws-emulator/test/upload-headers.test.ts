// The headers that an upload to a presigned URL must have, and those that its preflight allows (exactUploadHeaders).
import { GetCaseAttachmentUploadUrlCommand } from '@aws-sdk/client-security-ir';
import { ID, UPLOAD_HEADERS } from './support/cases';
import { NO_RESOURCES, useEmulator } from './support/emulator';

const { emulator, clients } = useEmulator({ sizes: NO_RESOURCES });

const CASE = { title: 'A case', caseStatus: 'Submitted', resolverType: 'Self' };

const uploadUrl = async () => {
  await emulator.control('POST', '/put', { service: 'security-ir', resource: 'case', id: ID, set: CASE });
  const command = new GetCaseAttachmentUploadUrlCommand({ caseId: ID, fileName: 'a', contentLength: 1 });
  return (await clients.securityIr.send(command)).attachmentPresignedUrl ?? '';
};
const send = async (url: string, headers: Record<string, string>) => {
  const response = await fetch(url, { method: 'PUT', headers, body: 'x' });
  return `${response.status} ${/<Code>(.*)<.Code>/.exec(await response.text())?.[1] ?? 'stored'}`;
};
const preflight = async (method: string, headers: string) => {
  const response = await fetch(await uploadUrl(), {
    method: 'OPTIONS',
    headers: {
      origin: 'https://console.example.com',
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  });
  return [response.status, response.headers.get('access-control-allow-headers')];
};

test('an upload with other headers than those of the samples is rejected by default', async () => {
  const url = await uploadUrl();
  expect(await send(url, {})).toBe('403 SignatureDoesNotMatch');
  expect(await send(url, { 'content-type': 'application/octet-stream' })).toBe('403 SignatureDoesNotMatch');
  expect(await send(url, { 'if-none-match': '*' })).toBe('403 SignatureDoesNotMatch');
  expect(await send(url, { ...UPLOAD_HEADERS, 'content-type': 'text/plain' })).toBe(
    '403 SignatureDoesNotMatch',
  );
  expect(await send(url, { ...UPLOAD_HEADERS, 'if-none-match': '"a"' })).toBe('403 SignatureDoesNotMatch');
  expect(await send(url, UPLOAD_HEADERS)).toBe('200 stored');
});

test('a preflight of an upload allows these headers and no others', async () => {
  const allowed = 'content-type,if-none-match';
  expect(await preflight('PUT', allowed)).toEqual([200, allowed]);
  expect(await preflight('PUT', 'Content-Type, Content-Length')).toEqual([
    200,
    'Content-Type, Content-Length',
  ]);
  expect(await preflight('PUT', 'authorization,content-type,if-none-match')).toEqual([403, null]);
  expect(await preflight('GET', 'x-other')).toEqual([200, 'x-other']);
});

test('false accepts any headers, also in a preflight', async () => {
  await emulator.control('POST', '/settings', { exactUploadHeaders: false });
  const url = await uploadUrl();
  expect(await send(url, {})).toBe('200 stored');
  expect(await send(url, {})).toBe('409 ConflictException');
  expect(await send(url, UPLOAD_HEADERS)).toBe('412 PreconditionFailed');
  await emulator.control('POST', '/reset');
  await emulator.control('POST', '/settings', { exactUploadHeaders: false });
  expect(await preflight('PUT', 'authorization')).toEqual([200, 'authorization']);
});
