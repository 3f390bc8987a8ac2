// The control endpoints reject web pages: by the content type of a POST, and by the Host header.
import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { startEmulator } from '../src/emulator';
import { authorization, raw } from './support/clients';
import { useEmulator } from './support/emulator';

const { emulator } = useEmulator();

const JSON_TYPE = { 'content-type': 'application/json' };
const NEEDS_JSON = 'A POST needs the header content-type: application/json, also without a body.';
const UNKNOWN_HOST =
  'The Host header must name a loopback host such as localhost, or a host in EMULATOR_CONTROL_HOSTS.';

/** Sends exactly these headers, which fetch would not. */
async function send(url: string, method: string, path: string, headers: OutgoingHttpHeaders) {
  const outgoing = request(url + path, { method, headers }).end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: JSON.parse(await text(response)) as unknown };
}

test.each([
  ['/settings', '{"macieEnabled":false}'],
  ['/faults', '{"service":"macie2","operation":"*","hang":true}'],
  ['/clock', '{"frozen":true}'],
  ['/put', '{}'],
  ['/reset', ''],
  ['/faults/release', ''],
])('rejects a POST to %s with the content type of a form, of text, or with none', async (path, body) => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
  ];
  for (const type of types) {
    const reply = await raw(emulator.url, 'POST', `/_emulator${path}`, { 'content-type': type }, body);
    expect([type, reply.status, reply.body]).toEqual([type, 415, { error: NEEDS_JSON }]);
  }
  expect(await send(emulator.url, 'POST', `/_emulator${path}`, {})).toEqual({
    status: 415,
    body: { error: NEEDS_JSON },
  });
  expect(await emulator.control('GET', '/faults')).toEqual([]);
  expect(await emulator.control('GET', '/clock')).toMatchObject({ frozen: false });
  expect(await emulator.control('GET', '/settings')).toMatchObject({ enablement: [] });
});

test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
  'accepts a POST with the content type %s',
  async (type) => {
    const headers = { 'content-type': type };
    expect((await raw(emulator.url, 'POST', '/_emulator/clock', headers, '{"frozen":true}')).status).toBe(
      200,
    );
    expect((await raw(emulator.url, 'POST', '/_emulator/reset', headers)).status).toBe(200);
  },
);

test('GET and DELETE need no content type', async () => {
  expect((await raw(emulator.url, 'GET', '/_emulator/calls', {})).status).toBe(200);
  expect((await raw(emulator.url, 'DELETE', '/_emulator/calls', {})).status).toBe(200);
});

test.each([
  ['GET', '/calls', 'evil.example:4566'],
  ['GET', '/state', 'localhost.evil.example'],
  ['GET', '/settings', '127.0.0.1.evil.example'],
  ['DELETE', '/faults', '128.0.0.1'],
  ['POST', '/reset', 'evil.example'],
  ['POST', '/nothing', 'evil.example'],
  ['GET', '/clock', 'evil.example@localhost'],
  ['GET', '/clock', 'localhost, evil.example'],
])('%s %s rejects the host "%s"', async (method, path, host) => {
  const reply = await send(emulator.url, method, `/_emulator${path}`, { ...JSON_TYPE, host });
  expect(reply).toEqual({ status: 421, body: { error: UNKNOWN_HOST } });
});

test.each(['localhost', 'LOCALHOST.:4566', 'aws.localhost:1', '127.0.0.1', '127.8.8.8:4566', '[::1]:4566'])(
  'accepts the host %s',
  async (host) => {
    expect((await send(emulator.url, 'GET', '/_emulator/clock', { host })).status).toBe(200);
  },
);

test('an emulator that is bound elsewhere accepts its own host and controlHosts', async () => {
  const open = await startEmulator({ host: '0.0.0.0', controlHosts: ['AWS-Emulator'] });
  const { port } = new URL(open.url);
  const url = `http://127.0.0.1:${port}`;
  try {
    for (const host of ['aws-emulator:4566', `0.0.0.0:${port}`, 'localhost']) {
      expect((await send(url, 'GET', '/_emulator/clock', { host })).status).toBe(200);
    }
    expect((await send(url, 'GET', '/_emulator/clock', { host: 'evil.example' })).status).toBe(421);
    expect(await open.control('POST', '/reset')).toMatchObject({ seed: 'secops-graph' });
  } finally {
    await open.close();
  }
});

test('AWS endpoints accept any host and content type, as SDK clients send them', async () => {
  const headers = {
    host: 'aws-emulator:4566',
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'WorkMailService.ListOrganizations',
    authorization: authorization('workmail'),
  };
  expect((await send(emulator.url, 'POST', '/', headers)).status).toBe(200);
});
