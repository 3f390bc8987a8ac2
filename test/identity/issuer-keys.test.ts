// The issuer's keys over time: rotation, withdrawal, and an unavailable issuer.
import pino from 'pino';
import { SignInUnavailableError, UnauthenticatedError } from '../../src/domain/errors';
import { createAuthenticator, type Authenticator } from '../../src/identity/authenticator';
import type { IssuerSettings } from '../../src/identity/settings';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { SigningKey, startIssuer, type Issuer } from '../support/identity';

const MINUTE = 60_000;
const SECOND = 1_000;

let issuer: Issuer;
let elapsed = 0;
let warnings: { readonly msg: string; readonly reason: string }[] = [];

const logger = pino(
  { level: 'warn' },
  { write: (line: string) => warnings.push(JSON.parse(line) as (typeof warnings)[number]) },
);

beforeEach(async () => {
  issuer = await startIssuer();
  elapsed = 0;
  warnings = [];
  const { now } = Date;
  // This clock determines the age of keys; `new Date()` determines the validity of tokens.
  jest.spyOn(Date, 'now').mockImplementation(() => now() + elapsed);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await issuer.close();
});

function open(settings: Partial<IssuerSettings> = {}): Promise<Authenticator> {
  return createAuthenticator(issuer.settings({ issuers: [issuer.entry(settings)] }), logger);
}

/** A token without the time of issue, because the test changes the clock. */
const tokenBy = (key: SigningKey) => key.sign(issuer.claims({ iat: undefined, roles: ['viewer'] }));

async function outcome(authenticator: Authenticator, key = issuer.key): Promise<string> {
  try {
    return (await authenticator.authenticate([`Bearer ${tokenBy(key)}`])).name;
  } catch (error) {
    if (error instanceof UnauthenticatedError) return 'rejected';
    if (error instanceof SignInUnavailableError) return 'unavailable';
    throw error;
  }
}

test('the gateway reads the issuer’s keys once, before the first of many tokens', async () => {
  const authenticator = await open();
  const names = await Promise.all(Array.from({ length: 20 }, () => outcome(authenticator)));
  expect(new Set(names)).toEqual(new Set(['user:ann']));
  expect(issuer.requests).toEqual(['/.well-known/openid-configuration', '/keys']);
});

test('the gateway accepts a new key without a restart, after the interval between two reads of the keys', async () => {
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('user:ann');
  const next = new SigningKey('next', 'RS256');
  issuer.keys = [issuer.key, next];
  expect(await outcome(authenticator, next)).toBe('rejected');
  expect(issuer.requests).toHaveLength(2);
  elapsed = 31 * SECOND;
  expect(await outcome(authenticator, next)).toBe('user:ann');
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(issuer.requests).toHaveLength(4);
});

test('unknown keys cause at most one read of the keys in thirty seconds', async () => {
  const authenticator = await open();
  await outcome(authenticator);
  elapsed = 31 * SECOND;
  for (let each = 0; each < 10; each += 1) {
    expect(await outcome(authenticator, new SigningKey(`made-up-${each}`))).toBe('rejected');
  }
  expect(issuer.requests).toHaveLength(4);
});

test('the gateway rejects a withdrawn key after ten minutes', async () => {
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('user:ann');
  issuer.keys = [new SigningKey('next')];
  elapsed = 9 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  elapsed = 11 * MINUTE;
  expect(await outcome(authenticator)).toBe('rejected');
});

test('while the issuer fails, known keys stay valid for an hour, and sign-in with unknown keys is unavailable', async () => {
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('user:ann');
  issuer.behavior = 'failing';
  const next = new SigningKey('next');
  elapsed = 11 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(await outcome(authenticator, next)).toBe('unavailable');
  elapsed = 59 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  elapsed = 61 * MINUTE;
  expect(await outcome(authenticator)).toBe('unavailable');
  issuer.behavior = 'healthy';
  issuer.keys = [issuer.key, next];
  elapsed = 62 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(await outcome(authenticator, next)).toBe('user:ann');
  expect(new Set(warnings.map(({ reason }) => reason))).toEqual(new Set(['the issuer returned status 500']));
});

test('the gateway rejects a token with a wrong signature while the issuer fails', async () => {
  const authenticator = await open();
  await outcome(authenticator);
  issuer.behavior = 'failing';
  elapsed = 11 * MINUTE;
  expect(await outcome(authenticator, new SigningKey('first'))).toBe('rejected');
});

test('the gateway retries an issuer that fails from the start once in ten seconds', async () => {
  issuer.behavior = 'failing';
  const authenticator = await open();
  for (let each = 0; each < 10; each += 1) expect(await outcome(authenticator)).toBe('unavailable');
  expect(issuer.requests).toHaveLength(1);
  expect(warnings).toHaveLength(1);
  issuer.behavior = 'healthy';
  expect(await outcome(authenticator)).toBe('unavailable');
  elapsed = 11 * SECOND;
  expect(await outcome(authenticator)).toBe('user:ann');
});

test('the gateway starts after three seconds when the issuer hangs', async () => {
  issuer.behavior = 'hanging';
  const start = performance.now();
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('unavailable');
  expect(performance.now() - start).toBeLessThan(10 * SECOND);
  expect(issuer.requests).toHaveLength(1);
  expect(warnings).toMatchObject([{ reason: 'TimeoutError' }]);
});

test('concurrent sign-ins share one wait of three seconds for an issuer that hangs', async () => {
  const authenticator = await open();
  issuer.behavior = 'hanging';
  elapsed = 11 * MINUTE;
  const start = performance.now();
  const known = Array.from({ length: 5 }, () => outcome(authenticator));
  const unknown = Array.from({ length: 5 }, () => outcome(authenticator, new SigningKey('next')));
  expect(new Set(await Promise.all(known))).toEqual(new Set(['user:ann']));
  expect(new Set(await Promise.all(unknown))).toEqual(new Set(['unavailable']));
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(performance.now() - start).toBeLessThan(10 * SECOND);
  expect(issuer.requests).toHaveLength(3);
});

test('the gateway returns 503 with Retry-After and does not call AWS when the issuer cannot be reached', async () => {
  const [emulator, gone] = await Promise.all([startTestEmulator(), startIssuer()]);
  const identity = gone.settings();
  const token = gone.sign({ roles: ['admin'] });
  await gone.close();
  const gateway = await startTestGateway(emulator.url, { identity });
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ macieMembers(first: 1) { nodes { accountId } } }' }),
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: 'Sign-in is temporarily unavailable: try again later.',
        extensions: { code: 'OVERLOADED', retryable: true, retryAfterSeconds: 10 },
      },
    ],
  });
  expect(await emulator.calls()).toEqual([]);
  await gateway.close();
  await emulator.close();
});

test('with a configured key set URL the gateway reads only that URL', async () => {
  const authenticator = await open({ issuer: 'https://issuer.example', jwksUrl: `${issuer.issuer}/keys` });
  const token = issuer.sign({ iss: 'https://issuer.example', iat: undefined });
  expect(await authenticator.authenticate([`Bearer ${token}`])).toMatchObject({ name: 'user:ann' });
  expect(issuer.requests).toEqual(['/keys']);
});

test.each([
  [{ issuer: 'https://elsewhere.example' }, 'the discovery document names a different issuer'],
  [{ jwks_uri: 'http://keys.example/keys' }, 'the key set URL does not use https'],
  [{ jwks_uri: 'file:///etc/keys' }, 'the key set URL does not use https'],
  [{ jwks_uri: undefined }, 'the response of the issuer has an invalid format'],
])('rejects a discovery document with %j', async (changes, reason) => {
  issuer.discovery = changes;
  expect(await outcome(await open())).toBe('unavailable');
  expect(warnings).toMatchObject([{ reason }]);
  expect(issuer.requests).toEqual(['/.well-known/openid-configuration']);
});

test('does not follow a redirect', async () => {
  const authenticator = await open({ jwksUrl: `${issuer.issuer}/moved` });
  expect(await outcome(authenticator)).toBe('unavailable');
  expect(issuer.requests).toEqual(['/moved']);
  expect(warnings).toMatchObject([{ reason: 'the issuer returned status 302' }]);
});
