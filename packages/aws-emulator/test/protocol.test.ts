// The wire protocols: credentials, routing, bodies and headers of requests that no SDK sends.
import { once } from 'node:events';
import { connect } from 'node:net';
import { startEmulator } from '../src/emulator';
import { DEFAULT_SETTINGS } from '../src/kernel/settings';
import { authorization, raw, rejection } from './support/clients';
import { useEmulator } from './support/emulator';
import { readState } from './support/state';

const { emulator } = useEmulator({ resetBeforeEach: false });

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TARGET = 'WorkMailService.ListOrganizations';

describe('credentials', () => {
  test('the emulator rejects a request without credentials', async () => {
    const reply = await raw(emulator.url, 'GET', '/macie', {});
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(reply.headers.get('x-amzn-requestid')).toMatch(UUID);
    expect(reply.body).toEqual({ message: 'Missing Authentication Token' });
  });

  test('the emulator rejects a request without credentials in the protocol of the request', async () => {
    const reply = await raw(emulator.url, 'POST', '/', { 'x-amz-target': TARGET }, '{}');
    expect(reply.status).toBe(403);
    expect(reply.body).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  test.each([
    'Bearer token',
    'AWS4-HMAC-SHA256',
    'AWS4-HMAC-SHA256 Credential=111122223333/20261121/us-east-1/macie2/aws4_request',
    authorization('macie2').replace('aws4_request', 'aws5_request'),
  ])('the emulator rejects the authorization %s', async (header) => {
    const reply = await raw(emulator.url, 'GET', '/macie', { authorization: header });
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-amzn-errortype')).toBe('IncompleteSignatureException');
  });

  test.each([
    ['444455556666', '444455556666'],
    ['AKIAIOSFODNN7EXAMPLE', '111122223333'],
    ['1234', '111122223333'],
  ])('the access key %s belongs to the account %s', async (accessKey, account) => {
    const headers = { authorization: authorization('macie2', accessKey) };
    const { body } = await raw(emulator.url, 'GET', '/members?maxResults=1', headers);
    expect(body).toMatchObject({ members: [{ administratorAccountId: account }] });
  });
});

describe('routing', () => {
  test.each([
    ['GET', '/nothing'],
    ['GET', '/'],
    ['PUT', '/jobs/list'],
    ['GET', '/jobs/'],
    ['GET', '/jobs/a/b'],
    ['GET', '//macie'],
  ])('%s %s is no operation of macie2', async (method, path) => {
    const reply = await raw(emulator.url, method, path, { authorization: authorization('macie2') });
    expect(reply.status).toBe(404);
    expect(reply.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  });

  test.each(['WorkMailService.Nothing', 'OtherService.ListOrganizations', 'ListOrganizations', ''])(
    'the target "%s" is no operation of workmail',
    async (target) => {
      const headers = { authorization: authorization('workmail'), 'x-amz-target': target };
      const reply = await raw(emulator.url, 'POST', '/', headers, '{}');
      expect(reply.status).toBe(400);
      expect(reply.body).toMatchObject({ __type: 'UnknownOperationException' });
    },
  );

  test('a request to a service that is not emulated returns UnknownOperationException', async () => {
    const reply = await raw(emulator.url, 'GET', '/', { authorization: authorization('s3') });
    expect(reply.headers.get('x-amzn-errortype')).toBe('UnknownOperationException');
  });

  test('the signing scope selects the service, and the path does not', async () => {
    const reply = await raw(emulator.url, 'GET', '/macie', { authorization: authorization('security-ir') });
    expect(reply.status).toBe(404);
  });

  test('path labels are percent-decoded', async () => {
    const [job] = (await readState(emulator)).macie2.jobs;
    const jobId = String(job?.jobId);
    const encoded = Array.from(jobId, (char) => `%${char.charCodeAt(0).toString(16)}`).join('');
    const headers = { authorization: authorization('macie2') };
    expect((await raw(emulator.url, 'GET', `/jobs/${encoded}`, headers)).body).toMatchObject({ jobId });
    expect((await raw(emulator.url, 'GET', '/jobs/%zz', headers)).headers.get('x-amzn-errortype')).toBe(
      'SerializationException',
    );
  });

  test('a member of the body cannot replace a path label', async () => {
    const headers = { authorization: authorization('macie2') };
    const body = '{"jobId":"another","jobStatus":"CANCELLED"}';
    await raw(emulator.url, 'PATCH', '/jobs/nobody', headers, body);
    expect((await emulator.calls()).at(-1)?.parameters).toEqual({ jobId: 'nobody', jobStatus: 'CANCELLED' });
  });
});

describe('bodies', () => {
  test.each(['{', '[]', '"text"', '7', '{"maxResults":"25"}', '{"nextToken":5}', '{"sortCriteria":[]}'])(
    'macie2 rejects the body %s',
    async (body) => {
      const reply = await raw(
        emulator.url,
        'POST',
        '/jobs/list',
        { authorization: authorization('macie2') },
        body,
      );
      expect(reply.status).toBe(400);
      expect(reply.headers.get('x-amzn-errortype')).toBe('SerializationException');
    },
  );

  test.each(['{', '[]', '{"MaxResults":"25"}'])('workmail rejects the body %s', async (body) => {
    const headers = { authorization: authorization('workmail'), 'x-amz-target': TARGET };
    const reply = await raw(emulator.url, 'POST', '/', headers, body);
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ __type: 'SerializationException' });
  });

  test.each(['{', '[]', '{"maxResults":"25"}'])('security-ir rejects the body %s', async (body) => {
    const headers = { authorization: authorization('security-ir') };
    const reply = await raw(emulator.url, 'POST', '/v1/list-cases', headers, body);
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(reply.body).toMatchObject({ reason: 'CANNOT_PARSE' });
  });

  test('the emulator ignores members that are null or unknown', async () => {
    const headers = { authorization: authorization('security-ir') };
    const body = '{"nextToken":null,"maxResults":1,"color":"blue"}';
    const reply = await raw(emulator.url, 'POST', '/v1/list-cases', headers, body);
    expect(reply.status).toBe(200);
  });

  test('the emulator rejects a body over the size limit', async () => {
    const headers = { authorization: authorization('macie2') };
    const body = JSON.stringify({ nextToken: 'x'.repeat(8_000_000) });
    const reply = await raw(emulator.url, 'POST', '/jobs/list', headers, body);
    expect(reply.status).toBe(413);
    expect(reply.headers.get('x-amzn-errortype')).toBe('RequestEntityTooLargeException');
  });
});

test('responses have the content type of their protocol and a unique request id', async () => {
  const rest = { authorization: authorization('macie2') };
  const json = { authorization: authorization('workmail'), 'x-amz-target': TARGET };
  const replies = [
    await raw(emulator.url, 'GET', '/macie', rest),
    await raw(emulator.url, 'GET', '/macie', rest),
    await raw(emulator.url, 'POST', '/', json, '{}'),
  ];
  expect(replies.map(({ headers }) => headers.get('content-type'))).toEqual([
    'application/json',
    'application/json',
    'application/x-amz-json-1.1',
  ]);
  const ids = replies.map(({ headers }) => headers.get('x-amzn-requestid'));
  expect(new Set(ids).size).toBe(3);
  expect((await emulator.calls()).slice(-3).map(({ requestId }) => requestId)).toEqual(ids);
});

test('one connection serves many requests', async () => {
  const { port } = new URL(emulator.url);
  const request = `GET /macie HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization('macie2')}\r\n\r\n`;
  const socket = connect(Number(port), '127.0.0.1');
  let received = '';
  for (let sent = 1; sent <= 3; sent += 1) {
    socket.write(request);
    while (received.split('HTTP/1.1 200 OK').length <= sent) {
      const [data] = (await once(socket, 'data')) as [Buffer];
      received += data.toString();
    }
  }
  socket.destroy();
  expect(received.split('findingPublishingFrequency')).toHaveLength(4);
});

test('startEmulator rejects with the error of Node.js if the port is in use', async () => {
  const port = Number(new URL(emulator.url).port);
  expect(await rejection(startEmulator({ ...DEFAULT_SETTINGS, port }))).toMatchObject({
    code: 'EADDRINUSE',
    port,
  });
});
