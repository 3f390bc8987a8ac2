// docs/identity.md: the configuration accepts its examples, and its tables are complete.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config';
import { BUILT_IN_ROLES } from '../../src/identity/roles';
import { SCOPES } from '../../src/domain/principal';
import { readDocument, tableRows } from '../support/markdown';

const page = readDocument('docs/identity.md');
const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('the configuration accepts the example of the access file', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
  const targets = 'targets: [{ name: prod-us, region: us-east-1 }, { name: prod-eu, region: eu-west-1 }]';
  const { identity } = readConfig({
    ACCESS_FILE: file('access.yaml', example),
    TARGETS_FILE: file('targets.yaml', targets),
  });
  if (identity === 'ANONYMOUS') throw new Error('The example allows anonymous access.');
  expect([...identity.roles.keys()]).toEqual(['reader', 'responder', 'eu-responder']);
  expect(identity.tokens).toMatchObject([
    { name: 'dashboard', roles: [{ targets: 'ALL' }], expires: undefined },
    { name: 'night-shift', roles: [{ targets: new Set(['prod-eu']) }], expires: new Date('2027-01-31') },
  ]);
});

test('the configuration accepts the example with an issuer', () => {
  const [, line = ''] = /```sh\n(OIDC_ISSUER.*?) node /s.exec(page) ?? [];
  const env = Object.fromEntries(line.split(' ').map((part) => part.split('=') as [string, string]));
  expect(readConfig(env).identity).toMatchObject({ issuers: [{ audiences: ['secops-graph'] }] });
});

test('the configuration accepts the examples of grants and issuers', () => {
  const blocks = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = '']) => text);
  expect(blocks).toHaveLength(3);
  const names = ['corp', 'partner'];
  const [, grants = '', issuers = ''] = blocks;
  const { identity } = readConfig({
    OIDC_ISSUER: 'https://accounts.google.com',
    OIDC_AUDIENCE: 'secops-graph',
    ACCESS_FILE: file('issuers.yaml', `${grants}${issuers}`),
  });
  expect(identity).toMatchObject({
    issuers: [
      { name: undefined, grants: ['hd', 'email', 'subject', 'group'].map((to) => ({ to })) },
      ...names.map((name) => ({ name })),
    ],
  });
});

test('the configuration accepts the variables of every provider', () => {
  const rows = tableRows(page, 'provider');
  expect(rows.map(([name]) => name)).toEqual([
    'Entra ID, v2 tokens',
    'Entra ID, v1 tokens',
    'Cognito, access tokens',
    'Okta',
    'Auth0, permissions',
    'Auth0, namespaced roles',
    'Keycloak',
    'Google, ID tokens',
  ]);
  const accessFile = file('grants.yaml', 'grants: [{ hd: corp.example, roles: [viewer] }]');
  for (const [, cell = ''] of rows) {
    const pairs = [...cell.replaceAll('`', '').matchAll(/(\w+)=(\S+)/g)];
    const env = Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value]));
    if (env.ACCESS_FILE !== undefined) env.ACCESS_FILE = accessFile;
    expect(readConfig(env).identity).toMatchObject({ issuers: [{ issuer: env.OIDC_ISSUER }] });
  }
});

test('the page lists all scopes and all built-in roles', () => {
  const scopes = tableRows(page, 'scope').flatMap(([cell = '']) => cell.split(', '));
  expect(scopes.sort()).toEqual([...SCOPES].sort());
  const roles = tableRows(page, 'role').map(([name]) => name);
  expect(roles.sort()).toEqual([...BUILT_IN_ROLES.keys()].sort());
});
