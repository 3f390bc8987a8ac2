// The table of bad tokens: each is answered alike, and none leads to AWS. Then the good ones.
import { constants, createHmac, sign } from 'node:crypto';
import { request } from 'node:http';
import { Writable } from 'node:stream';
import pino from 'pino';
import { startGateway } from '../../src/app/serve';
import type { Server } from '../../src/http/server';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { testConfig } from '../support/gateway';
import { compact, SigningKey, startIssuer, type Issuer } from '../support/identity';

const QUERY = '{ macieMembers(first: 1) { nodes { accountId } } }';
const BODY = JSON.stringify({ query: QUERY });
const REFUSAL = {
  errors: [
    { message: 'Sign-in is required: send a valid bearer token.', extensions: { code: 'UNAUTHENTICATED' } },
  ],
};

const rsa = new SigningKey('rsa', 'RS256');
let emulator: TestEmulator;
let issuer: Issuer;
let stranger: Issuer;
let gateway: Server;
let log = '';

beforeAll(async () => {
  [emulator, issuer, stranger] = await Promise.all([startTestEmulator(), startIssuer(), startIssuer()]);
  issuer.keys = [issuer.key, rsa, new SigningKey('second')];
  const lines = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString();
      done();
    },
  });
  gateway = await startGateway(
    testConfig({ identity: issuer.settings() }),
    { mode: 'emulator', endpoint: emulator.url },
    pino({ level: 'trace' }, lines),
  );
});

beforeEach(() => emulator.control('DELETE', '/calls'));

afterAll(async () => {
  await Promise.all([gateway.close(), stranger.close(), issuer.close()]);
  await emulator.close();
});

interface Reply {
  readonly status: number | undefined;
  readonly challenge: string | undefined;
  readonly body: unknown;
}

/** By node's own client, which sends a header several times when it is a list. */
function ask(authorization: string | string[] | undefined, search = ''): Promise<Reply> {
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
        const { statusCode: status, headers: answered } = response;
        resolve({ status, challenge: answered['www-authenticate'], body: JSON.parse(text) as unknown });
      });
    })
      .on('error', reject)
      .end(BODY);
  });
}

const now = () => Math.floor(Date.now() / 1000);

/** Signed by the issuer, as every part of it is right but for these. */
const signed = (claims: object, header: object = {}) => issuer.key.sign(issuer.claims(claims), header);

/** With a header of its own, and signed by whoever knows no key. */
const unsigned = (header: object, claims: unknown = issuer.claims()) =>
  compact({ typ: 'JWT', kid: 'first', ...header }, claims, () => Buffer.alloc(0));

const byHmac = (secret: string | Buffer) =>
  compact({ alg: 'HS256', typ: 'JWT', kid: 'rsa' }, issuer.claims(), (input) =>
    createHmac('sha256', secret).update(input).digest(),
  );

/** By the issuer's RSA key, but in another way. */
const byRsa = (alg: string, digest: string, padding: number) =>
  compact({ alg, typ: 'JWT', kid: 'rsa' }, issuer.claims(), (input) =>
    sign(digest, input, { key: rsa.privateKey, padding }),
  );

/** By a key that is not the issuer's, as is whatever the header says of where the key is. */
const forged = (header: object) => stranger.key.sign(issuer.claims(), header);

/** A good token, a bit of which is flipped in the middle of one of its three parts. */
function tampered(part: 0 | 1 | 2): string {
  const parts = signed({}).split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

const publicPem = () => rsa.publicKey.export({ type: 'spki', format: 'pem' });

/** By the reason that the log gives, which those who send them do not learn. */
const BAD_TOKENS: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  ERR_JOSE_ALG_NOT_ALLOWED: {
    'alg none': () => unsigned({ alg: 'none' }),
    'alg none in odd case': () => unsigned({ alg: 'nOnE' }),
    'HS256 with the public key as the secret': () => byHmac(publicPem()),
    'HS256 with the public JWK as the secret': () => byHmac(JSON.stringify(rsa.jwk)),
    'HS256 with an empty secret': () => byHmac(''),
    PS256: () => byRsa('PS256', 'sha256', constants.RSA_PKCS1_PSS_PADDING),
    RS512: () => byRsa('RS512', 'sha512', constants.RSA_PKCS1_PADDING),
  },
  ERR_JWS_INVALID: {
    'no alg': () => unsigned({}),
    'a tampered header': () => tampered(0),
    'no signature part': () => signed({}).split('.').slice(0, 2).join('.'),
    'four parts': () => `${signed({})}.e30`,
    JWE: () => 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA',
  },
  ERR_JWT_INVALID: {
    'claims that are no object': () => issuer.key.sign(['ann']),
  },
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: {
    'an alg with no signature': () => unsigned({ alg: 'ES256' }),
    'the kid of another key': () => signed({}, { kid: 'second' }),
    jku: () => forged({ jku: `${stranger.issuer}/keys` }),
    x5u: () => forged({ x5u: `${stranger.issuer}/keys` }),
    'an embedded x5c': () => forged({ x5c: ['MIIB'] }),
    'the key of another issuer under a kid of ours': () => forged({ kid: 'first' }),
    'all of another issuer': () => stranger.sign(),
    'a tampered payload': () => tampered(1),
    'a tampered signature': () => tampered(2),
    'a signature in DER': () =>
      compact({ alg: 'ES256', kid: 'first' }, issuer.claims(), (input) =>
        sign('sha256', input, issuer.key.privateKey),
      ),
    truncated: () => signed({}).slice(0, -4),
  },
  ERR_JWKS_NO_MATCHING_KEY: {
    'a kid that is a path': () => signed({}, { kid: '../../dev/null' }),
    'a kid that is a number': () => signed({}, { kid: 1 }),
    'the key of another issuer': () => forged({ kid: 'elsewhere' }),
  },
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: {
    'no kid, and several keys': () => signed({}, { kid: undefined }),
    'an embedded jwk': () => forged({ jwk: stranger.key.jwk, kid: undefined }),
  },
  ERR_JOSE_NOT_SUPPORTED: {
    'crit that is not known': () => signed({}, { crit: ['urgent'], urgent: true }),
  },
  'header crit': {
    'crit that jose knows': () => signed({}, { crit: ['b64'], b64: true }),
  },
  'header typ': {
    'a token for signing out': () => signed({}, { typ: 'logout+jwt' }),
  },
  'claim exp': {
    expired: () => signed({ exp: now() - 10 }),
    'no exp': () => signed({ exp: undefined }),
    'exp as a text': () => signed({ exp: String(now() + 300) }),
  },
  'claim nbf': {
    'not yet': () => signed({ nbf: now() + 60 }),
  },
  'claim iat': {
    'iat in the far future': () => signed({ iat: now() + 86_400 }),
    'iat as a text': () => signed({ iat: 'now' }),
  },
  'claim aud': {
    'another audience': () => signed({ aud: 'https://elsewhere.example' }),
    'other audiences': () => signed({ aud: ['https://elsewhere.example', 'secops-graph'] }),
    'no audience': () => signed({ aud: undefined }),
  },
  'claim iss': {
    'another issuer': () => signed({ iss: stranger.issuer }),
    'the issuer with a slash': () => signed({ iss: `${issuer.issuer}/` }),
    'the issuer in a list': () => signed({ iss: [issuer.issuer] }),
  },
  'claim sub': {
    'no sub': () => signed({ sub: undefined }),
    'an empty sub': () => signed({ sub: '' }),
    'sub with control characters': () => signed({ sub: 'ann\r\nroot' }),
    'sub with a NUL': () => signed({ sub: 'ann\u0000' }),
    'sub with a space behind it': () => signed({ sub: 'ann ' }),
    'sub beyond ASCII': () => signed({ sub: '\u202eann' }),
    'sub of 256 characters': () => signed({ sub: 'a'.repeat(256) }),
    'sub as a number': () => signed({ sub: 7 }),
  },
  'token too long': {
    'too long': () => signed({ padding: 'x'.repeat(8_192) }),
  },
  'no bearer token': {
    'another kind of text': () => 'ann:hunter2',
  },
};

async function expectRefusal(reply: Reply, challenge: string): Promise<void> {
  expect(reply).toEqual({ status: 401, challenge, body: REFUSAL });
  expect(await emulator.calls()).toEqual([]);
  expect(stranger.asked).toEqual([]);
}

const badTokens = Object.entries(BAD_TOKENS).flatMap(([reason, tokens]) =>
  Object.entries(tokens).map(([name, make]) => ({ name, make, reason })),
);

test.each(badTokens)('refused: $name', async ({ make, reason }) => {
  const token = make();
  log = '';
  await expectRefusal(await ask(`Bearer ${token}`), 'Bearer error="invalid_token"');
  expect(JSON.parse(log.split('\n', 1)[0] ?? '')).toMatchObject({ msg: 'Sign-in was rejected', reason });
  expect(token.split('.').filter((part) => part.length > 3 && log.includes(part))).toEqual([]);
});

test.each([
  ['two headers', () => [signed({}), signed({})].map((token) => `Bearer ${token}`)],
  ['two headers, the other one Basic', () => [`Bearer ${signed({})}`, 'Basic YW5uOmh1bnRlcjI=']],
  ['two tokens in one header', () => `Bearer ${signed({})}, Bearer ${signed({})}`],
  ['a token with a space in it', () => `Bearer ${signed({}).replace('.', ' .')}`],
])('refused, though tokens are good: %s', async (_name, authorization) => {
  await expectRefusal(await ask(authorization()), 'Bearer error="invalid_token"');
});

test.each([
  ['no header', undefined],
  ['an empty header', ''],
  ['the scheme alone', 'Bearer'],
  ['an empty token', 'Bearer '],
  ['the scheme Basic', 'Basic YW5uOmh1bnRlcjI='],
])('refused, as no token was sent: %s', async (_name, authorization) => {
  await expectRefusal(await ask(authorization), 'Bearer');
});

test('refused: a good token without its scheme, with another, and in the query string', async () => {
  const token = signed({ scope: 'macie:read' });
  await expectRefusal(await ask(token), 'Bearer');
  await expectRefusal(await ask(`DPoP ${token}`), 'Bearer');
  await expectRefusal(await ask(undefined, `?access_token=${token}`), 'Bearer');
});

const may = { scope: 'macie:read' };

test.each([
  ['ES256', () => `Bearer ${signed(may)}`],
  ['RS256', () => `Bearer ${rsa.sign(issuer.claims(may))}`],
  ['at+jwt', () => `Bearer ${signed(may, { typ: 'at+jwt' })}`],
  ['the long name of at+jwt', () => `Bearer ${signed(may, { typ: 'application/at+JWT' })}`],
  ['no typ', () => `Bearer ${signed(may, { typ: undefined })}`],
  ['several audiences', () => `Bearer ${signed({ ...may, aud: ['other', issuer.audience] })}`],
  ['a lower-case scheme', () => `bearer ${signed(may)}`],
  ['no iat', () => `Bearer ${signed({ ...may, iat: undefined })}`],
  ['a clock a second behind', () => `Bearer ${signed({ ...may, exp: now() - 1 })}`],
  ['a clock three seconds ahead', () => `Bearer ${signed({ ...may, iat: now() + 3, nbf: now() + 3 })}`],
  ['jku, which is not followed', () => `Bearer ${signed(may, { jku: `${stranger.issuer}/keys` })}`],
])('taken: %s', async (_name, authorization) => {
  const reply = await ask(authorization());
  expect(reply).toMatchObject({ status: 200, body: { data: { macieMembers: { nodes: [{}] } } } });
  expect((await emulator.calls()).map(({ operation }) => operation)).toEqual(['ListMembers']);
  expect(stranger.asked).toEqual([]);
});

test('a token without any scope is taken, and opens nothing', async () => {
  const { status, body } = await ask(`Bearer ${signed({})}`);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).toContain('FORBIDDEN');
  expect(await emulator.calls()).toEqual([]);
});

test('no token that is taken gets into the log', async () => {
  log = '';
  const token = signed(may);
  await ask(`Bearer ${token}`);
  expect(log).toContain('"msg":"request"');
  expect(token.split('.').filter((part) => log.includes(part))).toEqual([]);
});
