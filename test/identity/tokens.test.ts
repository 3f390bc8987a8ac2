// Bearer tokens: the gateway rejects invalid ones with the same response and without an AWS call, and accepts valid ones.
import { constants, createHmac, sign } from 'node:crypto';
import { request } from 'node:http';
import { startGateway } from '../../src/app/serve';
import type { Server } from '../../src/http/server';
import { CapturedLog } from '../support/captured-log';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { testConfig } from '../support/gateway';
import { compact, SigningKey, startIssuer, type Issuer } from '../support/identity';

const QUERY = '{ macieMembers(first: 1) { nodes { accountId } } }';
const BODY = JSON.stringify({ query: QUERY });
const REJECTION = {
  errors: [
    { message: 'Sign-in is required: send a valid bearer token.', extensions: { code: 'UNAUTHENTICATED' } },
  ],
};

const rsa = new SigningKey('rsa', 'RS256');
const otherKeys = (['PS256', 'ES384', 'EdDSA'] as const).map((alg) => new SigningKey(alg, alg));
let emulator: TestEmulator;
let issuer: Issuer;
let otherIssuer: Issuer;
let gateway: Server;
const log = new CapturedLog();

beforeAll(async () => {
  [emulator, issuer, otherIssuer] = await Promise.all([startTestEmulator(), startIssuer(), startIssuer()]);
  issuer.keys = [issuer.key, rsa, new SigningKey('second'), ...otherKeys];
  gateway = await startGateway(
    testConfig({ identity: issuer.settings() }),
    { mode: 'emulator', endpoint: emulator.url },
    log.logger,
  );
});

beforeEach(() => emulator.control('DELETE', '/calls'));

afterAll(async () => {
  await Promise.all([gateway.close(), otherIssuer.close(), issuer.close()]);
  await emulator.close();
});

interface Reply {
  readonly status: number | undefined;
  readonly challenge: string | undefined;
  readonly body: unknown;
}

/** Sends a query with node:http, which repeats a header whose value is a list. */
function send(authorization: string | string[] | undefined, search = ''): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': BODY.length,
      ...(authorization !== undefined && { Authorization: authorization }),
    };
    request(`${gateway.url}${search}`, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => {
        const { statusCode: status, headers: received } = response;
        resolve({ status, challenge: received['www-authenticate'], body: JSON.parse(text) as unknown });
      });
    })
      .on('error', reject)
      .end(BODY);
  });
}

const now = () => Math.floor(Date.now() / 1000);

/** A token with the issuer's valid signature; `claims` and `header` override the valid members. */
const signed = (claims: object, header: object = {}) => issuer.key.sign(issuer.claims(claims), header);

/** A token with this header and an empty signature. */
const unsigned = (header: object, claims: unknown = issuer.claims()) =>
  compact({ typ: 'JWT', kid: 'first', ...header }, claims, () => Buffer.alloc(0));

const byHmac = (secret: string | Buffer) =>
  compact({ alg: 'HS256', typ: 'JWT', kid: 'rsa' }, issuer.claims(), (input) =>
    createHmac('sha256', secret).update(input).digest(),
  );

/** A token signed with the issuer's RSA key and another algorithm. */
const byRsa = (alg: string, digest: string, padding: number) =>
  compact({ alg, typ: 'JWT', kid: 'rsa' }, issuer.claims(), (input) =>
    sign(digest, input, { key: rsa.privateKey, padding }),
  );

/** A token signed with a key of another issuer; `header` may name that key. */
const forged = (header: object) => otherIssuer.key.sign(issuer.claims(), header);

/** A valid token with one flipped bit in the middle of one of its three parts. */
function tampered(part: 0 | 1 | 2): string {
  const parts = signed({}).split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

const publicPem = () => rsa.publicKey.export({ type: 'spki', format: 'pem' });

/** Invalid tokens by the reason in the log. The response does not contain the reason. */
const BAD_TOKENS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: {
    'alg none': () => unsigned({ alg: 'none' }),
    'alg none in mixed case': () => unsigned({ alg: 'nOnE' }),
    'HS256 with the public key as the secret': () => byHmac(publicPem()),
    'HS256 with the public JWK as the secret': () => byHmac(JSON.stringify(rsa.jwk)),
    'HS256 with an empty secret': () => byHmac(''),
    PS512: () => byRsa('PS512', 'sha512', constants.RSA_PKCS1_PSS_PADDING),
    RS512: () => byRsa('RS512', 'sha512', constants.RSA_PKCS1_PADDING),
    ES512: () => signed({}, { alg: 'ES512' }),
  },
  ERR_JWS_INVALID: {
    'no alg': () => unsigned({}),
    'a tampered header': () => tampered(0),
    'no signature part': () => signed({}).split('.').slice(0, 2).join('.'),
    'four parts': () => `${signed({})}.e30`,
    JWE: () => 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA',
  },
  ERR_JWT_INVALID: {
    'claims that are not an object': () => issuer.key.sign(['ann']),
  },
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: {
    'an alg with no signature': () => unsigned({ alg: 'ES256' }),
    'the kid of another key': () => signed({}, { kid: 'second' }),
    'PS256 with a signature of RS256': () => byRsa('PS256', 'sha256', constants.RSA_PKCS1_PADDING),
    'PS256 with a salt of another length': () => byRsa('PS256', 'sha256', constants.RSA_PKCS1_PSS_PADDING),
    jku: () => forged({ jku: `${otherIssuer.issuer}/keys` }),
    x5u: () => forged({ x5u: `${otherIssuer.issuer}/keys` }),
    'an embedded x5c': () => forged({ x5c: ['MIIB'] }),
    'the key of another issuer with a known kid': () => forged({ kid: 'first' }),
    'a token of another issuer': () => otherIssuer.sign(),
    'a tampered payload': () => tampered(1),
    'a tampered signature': () => tampered(2),
    'a signature in DER': () =>
      compact({ alg: 'ES256', kid: 'first' }, issuer.claims(), (input) =>
        sign('sha256', input, issuer.key.privateKey),
      ),
    'a truncated token': () => signed({}).slice(0, -4),
  },
  ERR_JWKS_NO_MATCHING_KEY: {
    'a kid that is a path': () => signed({}, { kid: '../../dev/null' }),
    'a kid that is a number': () => signed({}, { kid: 1 }),
    'the key of another issuer with an unknown kid': () => forged({ kid: 'elsewhere' }),
  },
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: {
    'no kid, and several keys': () => signed({}, { kid: undefined }),
    'an embedded jwk': () => forged({ jwk: otherIssuer.key.jwk, kid: undefined }),
  },
  ERR_JOSE_NOT_SUPPORTED: {
    'an unknown crit': () => signed({}, { crit: ['urgent'], urgent: true }),
  },
  'header crit': {
    'a crit that jose knows': () => signed({}, { crit: ['b64'], b64: true }),
  },
  'header typ': {
    'a logout token': () => signed({}, { typ: 'logout+jwt' }),
  },
  'claim exp': {
    'an expired token': () => signed({ exp: now() - 10 }),
    'no exp': () => signed({ exp: undefined }),
    'exp as a string': () => signed({ exp: String(now() + 300) }),
  },
  'claim nbf': {
    'nbf in the future': () => signed({ nbf: now() + 60 }),
  },
  'claim iat': {
    'iat in the far future': () => signed({ iat: now() + 86_400 }),
    'iat as a string': () => signed({ iat: 'now' }),
  },
  'claim aud': {
    'another audience': () => signed({ aud: 'https://elsewhere.example' }),
    'other audiences': () => signed({ aud: ['https://elsewhere.example', 'secops-graph'] }),
    'no audience': () => signed({ aud: undefined }),
  },
  'claim iss': {
    'another issuer': () => signed({ iss: otherIssuer.issuer }),
    'the issuer with a slash': () => signed({ iss: `${issuer.issuer}/` }),
    'the issuer in a list': () => signed({ iss: [issuer.issuer] }),
  },
  'claim sub': {
    'no sub': () => signed({ sub: undefined }),
    'an empty sub': () => signed({ sub: '' }),
    'sub with control characters': () => signed({ sub: 'ann\r\nroot' }),
    'sub with a NUL': () => signed({ sub: 'ann\u0000' }),
    'sub with a trailing space': () => signed({ sub: 'ann ' }),
    'sub beyond ASCII': () => signed({ sub: '\u202eann' }),
    'sub of 256 characters': () => signed({ sub: 'a'.repeat(256) }),
    'sub as a number': () => signed({ sub: 7 }),
  },
  'token too long': {
    'a token that is too long': () => signed({ padding: 'x'.repeat(8_192) }),
  },
  'no bearer token': {
    'a text that is not a token': () => 'ann:hunter2',
  },
};

async function expectRejection(reply: Reply, challenge: string): Promise<void> {
  expect(reply).toEqual({ status: 401, challenge, body: REJECTION });
  expect(await emulator.calls()).toEqual([]);
  expect(otherIssuer.requests).toEqual([]);
}

const badTokens = Object.entries(BAD_TOKENS).flatMap(([reason, tokens]) =>
  Object.entries(tokens).map(([name, make]) => ({ name, make, reason })),
);

test.each(badTokens)('rejects $name', async ({ make, reason }) => {
  const token = make();
  log.text = '';
  await expectRejection(await send(`Bearer ${token}`), 'Bearer error="invalid_token"');
  expect(JSON.parse(log.text.split('\n', 1)[0] ?? '')).toMatchObject({ msg: 'Sign-in was rejected', reason });
  expect(token.split('.').filter((part) => part.length > 3 && log.text.includes(part))).toEqual([]);
});

test.each([
  ['two headers', () => [signed({}), signed({})].map((token) => `Bearer ${token}`)],
  ['two headers, one of them Basic', () => [`Bearer ${signed({})}`, 'Basic YW5uOmh1bnRlcjI=']],
  ['two tokens in one header', () => `Bearer ${signed({})}, Bearer ${signed({})}`],
  ['a header with a space inside the token', () => `Bearer ${signed({}).replace('.', ' .')}`],
])('rejects valid tokens in %s', async (_name, authorization) => {
  await expectRejection(await send(authorization()), 'Bearer error="invalid_token"');
});

test.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['the scheme alone', 'Bearer'],
  ['an empty token', 'Bearer '],
  ['the scheme Basic', 'Basic YW5uOmh1bnRlcjI='],
])('rejects a request without a token: %s', async (_name, authorization) => {
  await expectRejection(await send(authorization), 'Bearer');
});

test('rejects a valid token without a scheme, with another scheme, and in the query string', async () => {
  const token = signed({ scope: 'macie:read' });
  await expectRejection(await send(token), 'Bearer');
  await expectRejection(await send(`DPoP ${token}`), 'Bearer');
  await expectRejection(await send(undefined, `?access_token=${token}`), 'Bearer');
});

const readScope = { scope: 'macie:read' };

test.each([
  ['ES256', () => `Bearer ${signed(readScope)}`],
  ['RS256', () => `Bearer ${rsa.sign(issuer.claims(readScope))}`],
  ...otherKeys.map((key): [string, () => string] => [
    key.alg,
    () => `Bearer ${key.sign(issuer.claims(readScope))}`,
  ]),
  ['at+jwt', () => `Bearer ${signed(readScope, { typ: 'at+jwt' })}`],
  ['the long name of at+jwt', () => `Bearer ${signed(readScope, { typ: 'application/at+JWT' })}`],
  ['no typ', () => `Bearer ${signed(readScope, { typ: undefined })}`],
  ['several audiences', () => `Bearer ${signed({ ...readScope, aud: ['other', issuer.audience] })}`],
  ['a lower-case scheme', () => `bearer ${signed(readScope)}`],
  ['no iat', () => `Bearer ${signed({ ...readScope, iat: undefined })}`],
  ['a token that expired a second ago', () => `Bearer ${signed({ ...readScope, exp: now() - 1 })}`],
  [
    'a token that is valid in three seconds',
    () => `Bearer ${signed({ ...readScope, iat: now() + 3, nbf: now() + 3 })}`,
  ],
  [
    'a token with jku, which the gateway ignores',
    () => `Bearer ${signed(readScope, { jku: `${otherIssuer.issuer}/keys` })}`,
  ],
])('accepts %s', async (_name, authorization) => {
  const reply = await send(authorization());
  expect(reply).toMatchObject({ status: 200, body: { data: { macieMembers: { nodes: [{}] } } } });
  expect((await emulator.calls()).map(({ operation }) => operation)).toEqual(['ListMembers']);
  expect(otherIssuer.requests).toEqual([]);
});

test('accepts a token without a scope, which allows nothing, and logs the claims that it looked at', async () => {
  log.text = '';
  const { status, body } = await send(`Bearer ${signed({ roles: ['hunter2'] })}`);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain('FORBIDDEN');
  expect(await emulator.calls()).toEqual([]);
  const lines = log.text.split('\n').filter((line) => line.includes('grants nothing'));
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 40, principal: 'user:ann', issuer: issuer.issuer, claims: { scope: 0, scp: 0, roles: 1 } },
  ]);
  expect(log.text).not.toContain('hunter2');
});

test('does not complain about a token that grants something', async () => {
  log.text = '';
  await send(`Bearer ${signed(readScope)}`);
  expect(log.text).toContain('"msg":"request"');
  expect(log.text).not.toContain('grants nothing');
});

test('the log does not contain accepted tokens', async () => {
  log.text = '';
  const token = signed(readScope);
  await send(`Bearer ${token}`);
  expect(log.text).toContain('"msg":"request"');
  expect(token.split('.').filter((part) => log.text.includes(part))).toEqual([]);
});
