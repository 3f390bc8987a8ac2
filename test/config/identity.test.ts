// The sign-in configuration: the outcome of every combination of settings, and the one-line message for each mistake.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config';
import { ConfigError } from '../../src/domain/errors';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const HASH = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';
const OTHER_HASH = 'a'.repeat(64);
const OIDC = { OIDC_ISSUER: 'https://id.corp.example', OIDC_AUDIENCE: 'secops-graph' };

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function accessFile(text: string): string {
  const file = join(folder, 'access.yaml');
  writeFileSync(file, text);
  return file;
}

const tokens = () => accessFile(`tokens: [{ name: ci, sha256: ${HASH}, roles: [viewer] }]`);

function outcome(env: NodeJS.ProcessEnv): string {
  try {
    return readConfig(env).identity === 'ANONYMOUS' ? 'anonymous' : 'sign in';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

const OPTIONS = 'set OIDC_ISSUER and OIDC_AUDIENCE, or ACCESS_FILE';
const LIVE = `AWS_MODE is live, and sign-in is not configured: ${OPTIONS}, or AUTH=none to allow anonymous access.`;
const REACHABLE = `HOST is 0.0.0.0, which other machines can reach, and sign-in is not configured: ${OPTIONS}, or AUTH=none to allow anonymous access.`;
const NO_SIGN_IN = `AUTH is required, but sign-in is not configured: ${OPTIONS}.`;
const BOTH = 'AUTH is none, and OIDC_ISSUER configures sign-in: unset one of them.';

test.each([
  ['emulator', '127.0.0.1', 'nothing configured', undefined, 'anonymous'],
  ['emulator', '127.0.0.1', 'nothing configured', 'none', 'anonymous'],
  ['emulator', '127.0.0.1', 'nothing configured', 'required', NO_SIGN_IN],
  ['emulator', '0.0.0.0', 'nothing configured', undefined, REACHABLE],
  ['emulator', '0.0.0.0', 'nothing configured', 'none', 'anonymous'],
  ['emulator', '0.0.0.0', 'nothing configured', 'required', NO_SIGN_IN],
  ['live', '127.0.0.1', 'nothing configured', undefined, LIVE],
  ['live', '127.0.0.1', 'nothing configured', 'none', 'anonymous'],
  ['live', '127.0.0.1', 'nothing configured', 'required', NO_SIGN_IN],
  ['live', '0.0.0.0', 'nothing configured', undefined, LIVE],
  ['live', '0.0.0.0', 'nothing configured', 'none', 'anonymous'],
  ['live', '0.0.0.0', 'nothing configured', 'required', NO_SIGN_IN],
  ['emulator', '127.0.0.1', 'an issuer', undefined, 'sign in'],
  ['emulator', '127.0.0.1', 'an issuer', 'none', BOTH],
  ['emulator', '127.0.0.1', 'an issuer', 'required', 'sign in'],
  ['emulator', '0.0.0.0', 'an issuer', undefined, 'sign in'],
  ['emulator', '0.0.0.0', 'an issuer', 'none', BOTH],
  ['emulator', '0.0.0.0', 'an issuer', 'required', 'sign in'],
  ['live', '127.0.0.1', 'an issuer', undefined, 'sign in'],
  ['live', '127.0.0.1', 'an issuer', 'none', BOTH],
  ['live', '127.0.0.1', 'an issuer', 'required', 'sign in'],
  ['live', '0.0.0.0', 'an issuer', undefined, 'sign in'],
  ['live', '0.0.0.0', 'an issuer', 'none', BOTH],
  ['live', '0.0.0.0', 'an issuer', 'required', 'sign in'],
])('%s at %s with %s and AUTH %j: %s', (AWS_MODE, HOST, configured, AUTH, expected) => {
  const identity = configured === 'an issuer' ? OIDC : {};
  expect(outcome({ AWS_MODE, HOST, AWS_REGION: 'us-east-1', AUTH, ...identity })).toBe(expected);
});

test('a file with tokens configures sign-in as an issuer does', () => {
  const live = { AWS_MODE: 'live', AWS_REGION: 'us-east-1' };
  expect(outcome({ ACCESS_FILE: tokens() })).toBe('sign in');
  expect(outcome({ ...live, ACCESS_FILE: tokens() })).toBe('sign in');
  expect(outcome({ ...live, ...OIDC, ACCESS_FILE: tokens() })).toBe('sign in');
  expect(outcome({ ...live, AUTH: 'required', ACCESS_FILE: tokens() })).toBe('sign in');
  expect(outcome({ AUTH: 'none', ACCESS_FILE: tokens() })).toBe(
    'AUTH is none, and ACCESS_FILE configures sign-in: unset one of them.',
  );
});

test('rejects a file without tokens unless an issuer is configured', () => {
  const file = accessFile('roles: { reader: { scopes: [macie:read] } }');
  expect(outcome({ ACCESS_FILE: file })).toBe(
    `Sign-in is impossible without tokens or an issuer: list tokens in ACCESS_FILE ${file}, or set OIDC_ISSUER and OIDC_AUDIENCE.`,
  );
  expect(outcome({ ACCESS_FILE: file, ...OIDC })).toBe('sign in');
});

test.each([
  ['localhost', 'anonymous'],
  ['::1', 'anonymous'],
  ['127.8.9.10', 'anonymous'],
  ['127.0.0.1.example.com', 'rejected'],
  ['127.example.com', 'rejected'],
  ['localhost.example.com', 'rejected'],
  ['::', 'rejected'],
  ['10.0.0.1', 'rejected'],
  ['::ffff:127.0.0.1', 'rejected'],
])('on the emulator at %s without a sign-in: %s', (HOST, expected) => {
  expect(outcome({ HOST })).toBe(expected === 'anonymous' ? expected : REACHABLE.replace('0.0.0.0', HOST));
});

test('reads the settings of the issuer', () => {
  expect(readConfig(OIDC).identity).toMatchObject({
    oidc: {
      issuer: 'https://id.corp.example',
      audience: 'secops-graph',
      jwksUrl: undefined,
      rolesClaim: 'roles',
    },
    tokens: [],
  });
  const env = {
    ...OIDC,
    OIDC_JWKS_URL: 'https://keys.corp.example/keys',
    OIDC_ROLES_CLAIM: 'realm_access.roles',
  };
  expect(readConfig(env).identity).toMatchObject({
    oidc: { jwksUrl: 'https://keys.corp.example/keys', rolesClaim: 'realm_access.roles' },
  });
});

const ISSUER_FORMAT =
  'OIDC_ISSUER must be an https URL without a query, or an http URL on a loopback address';
const JWKS_FORMAT = 'OIDC_JWKS_URL must be an https URL, or an http URL on a loopback address';

test.each([
  [{ AUTH: 'off' }, 'AUTH must be none or required, not "off".'],
  [
    { OIDC_ISSUER: 'https://id.corp.example' },
    'OIDC_ISSUER is set without OIDC_AUDIENCE: set OIDC_AUDIENCE to the audience of tokens for this gateway.',
  ],
  [{ OIDC_AUDIENCE: 'secops-graph' }, 'OIDC_AUDIENCE is set without OIDC_ISSUER: set both or neither.'],
  [
    { OIDC_JWKS_URL: 'https://id.corp.example/keys' },
    'OIDC_JWKS_URL is set without OIDC_ISSUER: set both or neither.',
  ],
  [{ OIDC_ROLES_CLAIM: 'groups' }, 'OIDC_ROLES_CLAIM is set without OIDC_ISSUER: set both or neither.'],
  [{ ...OIDC, OIDC_ISSUER: 'http://id.corp.example' }, `${ISSUER_FORMAT}, not "http://id.corp.example".`],
  [{ ...OIDC, OIDC_ISSUER: 'https://id.example?a=b' }, `${ISSUER_FORMAT}, not "https://id.example?a=b".`],
  [{ ...OIDC, OIDC_ISSUER: 'id.corp.example' }, `${ISSUER_FORMAT}, not "id.corp.example".`],
  [{ ...OIDC, OIDC_JWKS_URL: 'http://10.0.0.1/keys' }, `${JWKS_FORMAT}, not "http://10.0.0.1/keys".`],
  [{ ...OIDC, OIDC_JWKS_URL: 'file:///keys' }, `${JWKS_FORMAT}, not "file:///keys".`],
  [{ ...OIDC, OIDC_ISSUER: 'http://[::1]:8080' }, 'sign in'],
  [{ ...OIDC, OIDC_ISSUER: 'http://localhost:8080/realms/corp' }, 'sign in'],
])('%j: %s', (env, expected) => {
  expect(outcome(env)).toBe(expected);
});

const token = (line: string) => `tokens: [{ name: ci, sha256: ${HASH}, roles: [viewer], ${line} }]`;

test.each([
  ['tokens: [', 'is neither valid YAML nor valid JSON.'],
  ['- tokens', 'the file must be an object with the keys roles, tokens.'],
  ['users: []', 'the file has the unknown key users.'],
  [token('admin: true'), 'tokens[0] has the unknown key admin.'],
  [
    token('expires: soon'),
    'tokens[0].expires must be a date such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z.',
  ],
  [
    token('expires: 2027-02-30'),
    'tokens[0].expires must be a date such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z.',
  ],
  [
    `tokens: [{ name: CI, sha256: ${HASH}, roles: [viewer] }]`,
    'tokens[0].name must contain only lowercase letters, digits and hyphens, and begin with a letter.',
  ],
  [
    'tokens: [{ name: ci, sha256: sog_hunter2, roles: [viewer] }]',
    'tokens[0].sha256 must be the SHA-256 hash of the token: 64 lowercase hexadecimal digits.',
  ],
  [`tokens: [{ name: ci, sha256: ${HASH}, roles: [] }]`, 'tokens[0].roles must name at least one role.'],
  [
    `tokens: [{ name: ci, sha256: ${HASH}, roles: [root] }]`,
    'the token ci has the unknown role root; the known roles are viewer, responder, auditor, admin.',
  ],
  [
    `roles: { mine: { scopes: [macie:read] } }\ntokens: [{ name: ci, sha256: ${HASH}, roles: [viewer] }]`,
    'the token ci has the unknown role viewer; the known roles are mine.',
  ],
  [
    `tokens: [{ name: ci, sha256: ${HASH}, roles: [viewer] }, { name: ci, sha256: ${OTHER_HASH}, roles: [viewer] }]`,
    'tokens must have unique names.',
  ],
  [
    `tokens: [{ name: ci, sha256: ${HASH}, roles: [viewer] }, { name: two, sha256: ${HASH}, roles: [viewer] }]`,
    'tokens must have unique hashes.',
  ],
  [
    `roles: { a: { scopes: [macie:read] }, b: { scopes: [audit:read], targets: [default] } }\ntokens: [{ name: ci, sha256: ${HASH}, roles: [a, b] }]`,
    'the roles of the token ci have different targets: give it roles with the same targets.',
  ],
  [
    'roles: { mine: { scopes: [macie:read], targets: [default, moon] } }',
    'roles.mine names the unknown target moon.',
  ],
  [
    'roles: { mine: { scopes: [macie:read], targets: [] } }',
    'must name at least one target; omit it for all targets.',
  ],
  ['roles: { mine: { scopes: [] } }', 'roles.mine.scopes must name at least one scope.'],
  [
    'roles: { mine: { scopes: [macie:all] } }',
    'roles.mine.scopes[0] must be one of macie:read, macie:write, workmail:read, workmail:write, security-ir:read, security-ir:write, audit:read.',
  ],
  ['roles: [mine]', 'roles must be an object of roles by name.'],
])('rejects the access file %j with one line, without hashes', (text, problem) => {
  const file = accessFile(text);
  const message = outcome({ ACCESS_FILE: file, ...OIDC });
  expect(message.startsWith(`ACCESS_FILE ${file}`)).toBe(true);
  expect(message.endsWith(problem)).toBe(true);
  expect(message).not.toMatch(/\n|sog_hunter2/);
  expect(message).not.toContain(HASH);
});
