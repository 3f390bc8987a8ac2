// The sign-in configuration: the outcome of every combination of settings, and the one-line message for each mistake.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config';
import { ConfigError } from '../../src/domain/errors';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const HASH = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';
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
    `Sign-in is impossible without tokens or an issuer: list tokens or issuers in ACCESS_FILE ${file}, or set OIDC_ISSUER and OIDC_AUDIENCE.`,
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
  const issuer = {
    name: undefined,
    issuer: 'https://id.corp.example',
    audiences: ['secops-graph'],
    audienceClaim: 'aud',
    jwksUrl: undefined,
    rolesClaim: 'roles',
    scopesClaim: undefined,
    scopePrefix: '',
    grants: [],
  };
  expect(readConfig(OIDC).identity).toMatchObject({ issuers: [issuer], tokens: [] });
  const env = {
    ...OIDC,
    OIDC_AUDIENCE: 'api://secops-graph, 2f0a9e6c-1111',
    OIDC_AUDIENCE_CLAIM: 'client_id',
    OIDC_JWKS_URL: 'https://keys.corp.example/keys',
    OIDC_ROLES_CLAIM: 'realm_access.roles',
    OIDC_SCOPES_CLAIM: '/https:~1~1corp.example/permissions',
    OIDC_SCOPE_PREFIX: 'secops/',
  };
  expect(readConfig(env).identity).toMatchObject({
    issuers: [
      {
        ...issuer,
        audiences: ['api://secops-graph', '2f0a9e6c-1111'],
        audienceClaim: 'client_id',
        jwksUrl: 'https://keys.corp.example/keys',
        rolesClaim: 'realm_access.roles',
        scopesClaim: '/https:~1~1corp.example/permissions',
        scopePrefix: 'secops/',
      },
    ],
  });
});

test('reads issuers and grants of the access file, beside the issuer of the variables', () => {
  const file = accessFile(`
roles:
  reader: { scopes: [macie:read] }
issuers:
  - name: partner
    issuer: https://partner.example/
    audience: [first, second]
    audienceClaim: client_id
    jwksUrl: https://partner.example/keys
    rolesClaim: /a/b
    scopesClaim: permissions
    scopePrefix: secops/
    grants:
      - { group: secops, claim: 'cognito:groups', roles: [reader] }
      - { group: secops, roles: [reader] }
  - { name: plain, issuer: https://plain.example, audience: third }
grants:
  - { subject: '110169484474386276334', roles: [reader] }
  - { email: ann@corp.example, roles: [reader] }
  - { hd: corp.example, roles: [reader] }
`);
  const roles = [{ scopes: new Set(['macie:read']), targets: 'ALL' }];
  const partner = {
    name: 'partner',
    issuer: 'https://partner.example/',
    audiences: ['first', 'second'],
    audienceClaim: 'client_id',
    jwksUrl: 'https://partner.example/keys',
    rolesClaim: '/a/b',
    scopesClaim: 'permissions',
    scopePrefix: 'secops/',
    grants: [
      { to: 'group', value: 'secops', claim: 'cognito:groups', roles },
      { to: 'group', value: 'secops', claim: 'groups', roles },
    ],
  };
  const plain = {
    name: 'plain',
    issuer: 'https://plain.example',
    audiences: ['third'],
    audienceClaim: 'aud',
    rolesClaim: 'roles',
    scopePrefix: '',
    grants: [],
  };
  const grants = [
    { to: 'subject', value: '110169484474386276334', claim: 'sub', roles },
    { to: 'email', value: 'ann@corp.example', claim: 'email', roles },
    { to: 'hd', value: 'corp.example', claim: 'hd', roles },
  ];
  expect(readConfig({ ...OIDC, ACCESS_FILE: file }).identity).toMatchObject({
    issuers: [{ name: undefined, issuer: 'https://id.corp.example', grants }, partner, plain],
  });
  expect(outcome({ ACCESS_FILE: file })).toBe(
    `ACCESS_FILE ${file} has grants for the issuer of the variables: set OIDC_ISSUER, or move the grants to an issuer of the file.`,
  );
  expect(outcome({ ...OIDC, OIDC_ISSUER: 'https://plain.example', ACCESS_FILE: file })).toBe(
    `ACCESS_FILE ${file} lists the issuer in OIDC_ISSUER: remove one of them.`,
  );
});

test('issuers of a file alone configure sign-in', () => {
  const issuers = 'issuers: [{ name: corp, issuer: https://id.corp.example, audience: secops-graph }]';
  expect(outcome({ AWS_MODE: 'live', AWS_REGION: 'us-east-1', ACCESS_FILE: accessFile(issuers) })).toBe(
    'sign in',
  );
});

const ISSUER_FORMAT =
  'OIDC_ISSUER must be an https URL without a query, or an http URL on a loopback address, such as https://id.example.com';
const JWKS_FORMAT =
  'OIDC_JWKS_URL must be an https URL, or an http URL on a loopback address, such as https://id.example.com/keys';

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
  [{ OIDC_SCOPES_CLAIM: 'scp' }, 'OIDC_SCOPES_CLAIM is set without OIDC_ISSUER: set both or neither.'],
  [{ OIDC_SCOPE_PREFIX: 'a/' }, 'OIDC_SCOPE_PREFIX is set without OIDC_ISSUER: set both or neither.'],
  [
    { OIDC_AUDIENCE_CLAIM: 'client_id' },
    'OIDC_AUDIENCE_CLAIM is set without OIDC_ISSUER: set both or neither.',
  ],
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
