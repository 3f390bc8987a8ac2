// The rate limit of failed sign-ins: rejected tokens of one network, and never a valid token.
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';
import { startIssuer, type Issuer } from '../support/identity';

const LIMIT = 100;
const NETWORK = '192.0.2.7';

let emulator: TestEmulator;
let issuer: Issuer;
let gateway: TestGateway;

beforeAll(async () => {
  [emulator, issuer] = await Promise.all([startTestEmulator(), startIssuer()]);
});

beforeEach(async () => {
  const http = { ...testConfig().http, trustedProxies: ['127.0.0.1'] };
  gateway = await startTestGateway(emulator.url, { identity: issuer.settings(), http });
});

afterEach(() => gateway.close());

afterAll(async () => {
  await issuer.close();
  await emulator.close();
});

function send(token: string | undefined, address = NETWORK): Promise<Response> {
  return fetch(gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: '{"query":"{ macieMembers(first: 1) { nodes { accountId } } }"}',
  });
}

async function statuses(token: string | undefined, count: number, address?: string): Promise<Set<number>> {
  const all = new Set<number>();
  for (let index = 0; index < count; index += 1) all.add((await send(token, address)).status);
  return all;
}

test('rejected tokens of a network get status 401, then 429 with the time to wait', async () => {
  expect(await statuses(issuer.sign({ exp: 1 }), LIMIT)).toEqual(new Set([401]));
  const response = await send(`sog_${'x'.repeat(43)}`);
  const body = (await response.json()) as { errors: { extensions: { retryAfterSeconds: number } }[] };
  const seconds = body.errors[0]?.extensions.retryAfterSeconds ?? 0;
  expect(response.status).toBe(429);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(response.headers.get('retry-after')).toBe(String(seconds));
  expect(response.headers.get('www-authenticate')).toBeNull();
  expect(body).toEqual({
    errors: [
      {
        message: `Too many sign-ins from this network failed: try again in ${seconds} seconds, or send a valid token.`,
        extensions: { code: 'RATE_LIMITED', retryable: true, retryAfterSeconds: seconds },
      },
    ],
  });
  expect(await emulator.calls()).toEqual([]);
});

test('a valid token of that network is accepted, and other networks are not affected', async () => {
  await statuses('a.b.c', LIMIT);
  expect((await send('a.b.c')).status).toBe(429);
  expect(await statuses(issuer.sign({ roles: 'viewer' }), 3)).toEqual(new Set([200]));
  expect((await send('a.b.c', '192.0.2.8')).status).toBe(401);
});

test('valid tokens and requests without a token do not count, and a request without one gets the challenge', async () => {
  expect(await statuses(undefined, LIMIT + 1)).toEqual(new Set([401]));
  expect(await statuses(issuer.sign({ roles: 'viewer' }), LIMIT + 1)).toEqual(new Set([200]));
  expect(await statuses('a.b.c', LIMIT)).toEqual(new Set([401]));
  expect((await send('a.b.c')).status).toBe(429);
  const response = await send(undefined);
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test('the addresses of one IPv6 network count together', async () => {
  await statuses('a.b.c', LIMIT, '2001:db8:1:2::1');
  expect((await send('a.b.c', '2001:db8:1:2:ffff::9')).status).toBe(429);
  expect((await send('a.b.c', '2001:db8:1:3::1')).status).toBe(401);
});

test('an unavailable issuer does not count', async () => {
  const failing = await startIssuer();
  failing.behavior = 'failing';
  await gateway.close();
  const http = { ...testConfig().http, trustedProxies: ['127.0.0.1'] };
  gateway = await startTestGateway(emulator.url, { identity: failing.settings(), http });
  expect(await statuses(failing.sign(), LIMIT + 1)).toEqual(new Set([503]));
  await failing.close();
});
