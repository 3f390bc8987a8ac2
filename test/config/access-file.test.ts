// The access file: the one-line message for each mistake.
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

const PATH =
  'must be the name of a claim, a dotted path such as realm_access.roles, or a JSON Pointer such as /https:~1~1example.com~1claims/roles.';
const ONE_KEY = 'must have exactly one of the keys subject, email, hd, group.';

function mistake(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'none';
}

/** An access file with one issuer, where the setting replaces the valid one of the same key. */
function issuer(setting: string): string {
  const valid = ['name: corp', 'issuer: https://b.example', 'audience: x'];
  const key = setting.split(':', 1)[0] ?? '';
  const settings = [...valid.filter((each) => !each.startsWith(`${key}:`)), setting];
  return `issuers: [{ ${settings.join(', ')} }]`;
}

const token = (line: string) => `tokens: [{ name: ci, sha256: ${HASH}, roles: [viewer], ${line} }]`;

test.each([
  ['tokens: [', 'is neither valid YAML nor valid JSON.'],
  ['- tokens', 'the file must be an object with the keys roles, tokens, issuers, grants.'],
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
  ['issuers: corp', 'issuers must be a list of issuers.'],
  [
    issuer('name: corp-a'),
    'issuers[0].name must have 1 to 20 lowercase letters and digits, and begin with a letter.',
  ],
  [
    issuer('issuer: http://corp.example'),
    'issuers[0].issuer must be an https URL without a query, or an http URL on a loopback address, such as https://id.example.com.',
  ],
  [
    issuer('audience: one two'),
    'issuers[0].audience must be an audience or a list of audiences, each without spaces, quotes and commas.',
  ],
  [
    issuer("audience: 'one,two'"),
    'issuers[0].audience must be an audience or a list of audiences, each without spaces, quotes and commas.',
  ],
  [issuer('audience: []'), 'issuers[0].audience must name at least one audience.'],
  [issuer('audience: [one, one]'), 'issuers[0].audience must name each audience once.'],
  [issuer('audienceClaim: azp'), 'issuers[0].audienceClaim must be aud or client_id.'],
  [issuer('rolesClaim: /a//b'), `issuers[0].rolesClaim ${PATH}`],
  [issuer('scopesClaim: a..b'), `issuers[0].scopesClaim ${PATH}`],
  [
    issuer("scopePrefix: ''"),
    'issuers[0].scopePrefix must have 1 to 255 characters without spaces, such as secops/.',
  ],
  [issuer('roles: [viewer]'), 'issuers[0] has the unknown key roles.'],
  [
    `issuers: [{ name: a, issuer: https://a.example, audience: x }, { name: a, issuer: https://b.example, audience: x }]`,
    'issuers must have unique names.',
  ],
  [
    `issuers: [{ name: a, issuer: https://a.example, audience: x }, { name: b, issuer: https://a.example, audience: y }]`,
    'issuers must have unique issuers.',
  ],
  [
    issuer('grants: [{ hd: corp.example, roles: [root] }]'),
    'grant 1 of the issuer corp has the unknown role root; the known roles are viewer, responder, auditor, admin.',
  ],
  ['grants: { ann: viewer }', 'grants must be a list of grants.'],
  ['grants: [{ roles: [viewer] }]', `grants[0] ${ONE_KEY}`],
  ['grants: [{ subject: ann, email: ann@corp.example, roles: [viewer] }]', `grants[0] ${ONE_KEY}`],
  [
    'grants: [{ subject: 110169484474386276334, roles: [viewer] }]',
    'grants[0].subject must be a text; a number must be in quotes.',
  ],
  ['grants: [{ email: corp.example, roles: [viewer] }]', 'grants[0].email must be an e-mail address.'],
  [
    "grants: [{ hd: '@corp.example', roles: [viewer] }]",
    'grants[0].hd must be a domain in lowercase, such as example.com.',
  ],
  [
    'grants: [{ subject: ann, claim: groups, roles: [viewer] }]',
    'grants[0] has the key claim, which only a group can have.',
  ],
  ...['email', '/email'].map((claim): [string, string] => [
    `grants: [{ group: ann@corp.example, claim: ${claim}, roles: [viewer] }]`,
    'grants[0] has the claim email, which may not be verified: use the key email.',
  ]),
  ['grants: [{ subject: ann, roles: [] }]', 'grants[0].roles must name at least one role.'],
  [
    'grants: [{ subject: ann, roles: [viewer, root] }]',
    'grant 1 of the file has the unknown role root; the known roles are viewer, responder, auditor, admin.',
  ],
  [
    'roles: { a: { scopes: [macie:read] }, b: { scopes: [audit:read], targets: [default] } }\ngrants: [{ subject: ann, roles: [a, b] }]',
    'the roles of grant 1 of the file have different targets: give it roles with the same targets.',
  ],
])('rejects the access file %j with one line, without hashes', (text, problem) => {
  const file = join(folder, 'access.yaml');
  writeFileSync(file, text);
  const message = mistake({ ACCESS_FILE: file, ...OIDC });
  expect(message.startsWith(`ACCESS_FILE ${file}`)).toBe(true);
  expect(message.endsWith(problem)).toBe(true);
  expect(message).not.toMatch(/\n|sog_hunter2/);
  expect(message).not.toContain(HASH);
});
