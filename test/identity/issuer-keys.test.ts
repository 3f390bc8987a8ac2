// The issuer's keys over time: rotated, withdrawn, and out of reach.
import pino from 'pino';
import { SignInUnavailableError, UnauthenticatedError } from '../../src/domain/errors';
import { createAuthenticator, type Authenticator } from '../../src/identity/authenticator';
import type { OidcSettings } from '../../src/identity/settings';
import { startTestEmulator } from '../support/emulator';
import { startTestGateway } from '../support/gateway';
import { SigningKey, startIssuer, type Issuer } from '../support/identity';

const MINUTE = 60_000;
const SECOND = 1_000;

let issuer: Issuer;
let passed = 0;
let warnings: { readonly msg: string; readonly reason: string }[] = [];

const logger = pino(
  { level: 'warn' },
  { write: (line: string) => warnings.push(JSON.parse(line) as (typeof warnings)[number]) },
);

beforeEach(async () => {
  issuer = await startIssuer();
  passed = 0;
  warnings = [];
  const { now } = Date;
  // Keys grow older by this clock; the tokens' times are looked at by `new Date()`.
  jest.spyOn(Date, 'now').mockImplementation(() => now() + passed);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await issuer.close();
});

function open(oidc: Partial<OidcSettings> = {}): Promise<Authenticator> {
  const { issuer: url, audience } = issuer;
  const settings = { issuer: url, audience, jwksUrl: undefined, rolesClaim: 'roles', ...oidc };
  return createAuthenticator(issuer.settings({ oidc: settings }), logger);
}

/** A token that does not say when it was made, because the clock is turned. */
const tokenBy = (key: SigningKey) => key.sign(issuer.claims({ iat: undefined }));

async function outcome(authenticator: Authenticator, key = issuer.key): Promise<string> {
  try {
    return (await authenticator.authenticate([`Bearer ${tokenBy(key)}`])).name;
  } catch (error) {
    if (error instanceof UnauthenticatedError) return 'refused';
    if (error instanceof SignInUnavailableError) return 'unavailable';
    throw error;
  }
}

test('many tokens cost one look at the issuer, before the first of them', async () => {
  const authenticator = await open();
  const names = await Promise.all(Array.from({ length: 20 }, () => outcome(authenticator)));
  expect(new Set(names)).toEqual(new Set(['user:ann']));
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration', '/keys']);
});

test('a new key is taken without a restart, as soon as the issuer may be asked again', async () => {
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('user:ann');
  const next = new SigningKey('next', 'RS256');
  issuer.keys = [issuer.key, next];
  expect(await outcome(authenticator, next)).toBe('refused');
  expect(issuer.asked).toHaveLength(2);
  passed = 31 * SECOND;
  expect(await outcome(authenticator, next)).toBe('user:ann');
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(issuer.asked).toHaveLength(4);
});

test('made-up keys make the issuer be asked once in thirty seconds', async () => {
  const authenticator = await open();
  await outcome(authenticator);
  passed = 31 * SECOND;
  for (let each = 0; each < 10; each += 1) {
    expect(await outcome(authenticator, new SigningKey(`made-up-${each}`))).toBe('refused');
  }
  expect(issuer.asked).toHaveLength(4);
});

test('a withdrawn key is refused once its ten minutes are over', async () => {
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('user:ann');
  issuer.keys = [new SigningKey('next')];
  passed = 9 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  passed = 11 * MINUTE;
  expect(await outcome(authenticator)).toBe('refused');
});

test('while the issuer fails, keys that are known are good for an hour, and for others nobody can tell', async () => {
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('user:ann');
  issuer.behavior = 'failing';
  const next = new SigningKey('next');
  passed = 11 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(await outcome(authenticator, next)).toBe('unavailable');
  passed = 59 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  passed = 61 * MINUTE;
  expect(await outcome(authenticator)).toBe('unavailable');
  issuer.behavior = 'well';
  issuer.keys = [issuer.key, next];
  passed = 62 * MINUTE;
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(await outcome(authenticator, next)).toBe('user:ann');
  expect(new Set(warnings.map(({ reason }) => reason))).toEqual(new Set(['the issuer returned status 500']));
});

test('a token that is signed wrong is refused while the issuer fails, too', async () => {
  const authenticator = await open();
  await outcome(authenticator);
  issuer.behavior = 'failing';
  passed = 11 * MINUTE;
  expect(await outcome(authenticator, new SigningKey('first'))).toBe('refused');
});

test('an issuer that is down from the start is asked once in ten seconds, until it is there', async () => {
  issuer.behavior = 'failing';
  const authenticator = await open();
  for (let each = 0; each < 10; each += 1) expect(await outcome(authenticator)).toBe('unavailable');
  expect(issuer.asked).toHaveLength(1);
  expect(warnings).toHaveLength(1);
  issuer.behavior = 'well';
  expect(await outcome(authenticator)).toBe('unavailable');
  passed = 11 * SECOND;
  expect(await outcome(authenticator)).toBe('user:ann');
});

test('a start with an issuer that hangs goes on after three seconds', async () => {
  issuer.behavior = 'hanging';
  const since = performance.now();
  const authenticator = await open();
  expect(await outcome(authenticator)).toBe('unavailable');
  expect(performance.now() - since).toBeLessThan(10 * SECOND);
  expect(issuer.asked).toHaveLength(1);
  expect(warnings).toMatchObject([{ reason: 'TimeoutError' }]);
});

test('all who wait for an issuer that hangs wait three seconds, and together', async () => {
  const authenticator = await open();
  issuer.behavior = 'hanging';
  passed = 11 * MINUTE;
  const since = performance.now();
  const known = Array.from({ length: 5 }, () => outcome(authenticator));
  const unknown = Array.from({ length: 5 }, () => outcome(authenticator, new SigningKey('next')));
  expect(new Set(await Promise.all(known))).toEqual(new Set(['user:ann']));
  expect(new Set(await Promise.all(unknown))).toEqual(new Set(['unavailable']));
  expect(await outcome(authenticator)).toBe('user:ann');
  expect(performance.now() - since).toBeLessThan(10 * SECOND);
  expect(issuer.asked).toHaveLength(3);
});

test('where nobody listens, the answer is 503 with Retry-After, and AWS is not called', async () => {
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

test('keys may be named by a URL; then nothing else is asked for', async () => {
  const authenticator = await open({ issuer: 'https://issuer.example', jwksUrl: `${issuer.issuer}/keys` });
  const token = issuer.sign({ iss: 'https://issuer.example', iat: undefined });
  expect(await authenticator.authenticate([`Bearer ${token}`])).toMatchObject({ name: 'user:ann' });
  expect(issuer.asked).toEqual(['/keys']);
});

test.each([
  [{ issuer: 'https://elsewhere.example' }, 'the discovery document names a different issuer'],
  [{ jwks_uri: 'http://keys.example/keys' }, 'the key set URL does not use https'],
  [{ jwks_uri: 'file:///etc/keys' }, 'the key set URL does not use https'],
  [{ jwks_uri: undefined }, 'the response of the issuer has an invalid format'],
])('a discovery document with %j is not followed', async (changes, reason) => {
  issuer.discovery = changes;
  expect(await outcome(await open())).toBe('unavailable');
  expect(warnings).toMatchObject([{ reason }]);
  expect(issuer.asked).toEqual(['/.well-known/openid-configuration']);
});

test('a redirection is not followed', async () => {
  const authenticator = await open({ jwksUrl: `${issuer.issuer}/moved` });
  expect(await outcome(authenticator)).toBe('unavailable');
  expect(issuer.asked).toEqual(['/moved']);
  expect(warnings).toMatchObject([{ reason: 'the issuer returned status 302' }]);
});
