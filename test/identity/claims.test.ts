// The scopes and targets that claims grant: never more than the roles define.
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { countClaims, principalOf } from '../../src/identity/claims';
import { BUILT_IN_ROLES, type Role } from '../../src/identity/roles';
import type { Grant, IssuerSettings } from '../../src/identity/settings';
import { SCOPES } from '../../src/domain/principal';
import { issuerSettings, role } from '../support/identity';

const ROLES = new Map([
  ['members', role(['macie:read'])],
  ['east-cases', role(['security-ir:read', 'security-ir:write'], ['use1', 'use2'])],
  ['one', role(['workmail:read'], ['use1'])],
  ['west', role(['macie:write'], ['usw1'])],
]);

function read(
  claims: JWTPayload,
  settings: Partial<IssuerSettings> = {},
  roles: ReadonlyMap<string, Role> = ROLES,
) {
  const { scopes, targets } = principalOf({ sub: 'ann', ...claims }, issuerSettings(settings), roles);
  return [[...scopes].sort(), targets === 'ALL' ? targets : [...targets].sort()];
}

test.each<[JWTPayload, string[]]>([
  [{}, []],
  [{ scope: 'macie:read workmail:read' }, ['macie:read', 'workmail:read']],
  [{ scope: 'openid profile macie:read macie:delete MACIE:WRITE' }, ['macie:read']],
  [{ scope: 'macie:read,macie:write' }, []],
  [{ scope: ['macie:read'] }, ['macie:read']],
  [{ scope: ['macie:read workmail:read'] }, ['macie:read', 'workmail:read']],
  [{ scp: ['macie:read', 7, 'audit:read'] }, ['audit:read', 'macie:read']],
  [{ scp: 'macie:read macie:write' }, ['macie:read', 'macie:write']],
  [{ scope: 'macie:read', scp: ['audit:read'] }, ['audit:read', 'macie:read']],
  [{ scope: { 'macie:read': true } }, []],
])('without roles in the access file, %j grants %j in all targets', (claims, scopes) => {
  expect(read(claims, {}, BUILT_IN_ROLES)).toEqual([scopes, 'ALL']);
});

test.each<[JWTPayload, string[], string[] | 'ALL']>([
  [{ roles: ['members'] }, ['macie:read'], 'ALL'],
  [{ roles: ['members', 'offline_access', 'constructor', '__proto__'] }, ['macie:read'], 'ALL'],
  [{ roles: 'members' }, ['macie:read'], 'ALL'],
  [{ roles: 'members west' }, [], []],
  [{ roles: { 0: 'members' } }, [], []],
  [{ roles: ['Members'] }, [], []],
  [{ roles: ['admin'] }, [], []],
  [{ roles: ['east-cases'] }, ['security-ir:read', 'security-ir:write'], ['use1', 'use2']],
  [{ roles: ['east-cases', 'one'] }, ['security-ir:read', 'security-ir:write', 'workmail:read'], ['use1']],
  [{ roles: ['members', 'one'] }, ['macie:read', 'workmail:read'], ['use1']],
  [{ roles: ['one', 'west'] }, ['macie:write', 'workmail:read'], []],
])('%j grants %j in %j', (claims, scopes, targets) => {
  expect(read(claims)).toEqual([scopes, targets]);
});

test.each([
  ['realm_access.roles', { realm_access: { roles: ['members'] } }, ['macie:read']],
  ['https://corp.example/roles', { 'https://corp.example/roles': ['members'] }, ['macie:read']],
  [
    'realm_access.roles',
    { 'realm_access.roles': ['members'], realm_access: { roles: ['west'] } },
    ['macie:read'],
  ],
  ['realm_access.roles', { realm_access: { roles: 'members' } }, ['macie:read']],
  ['realm_access.roles', { realm_access: 'roles' }, []],
  ['realm_access.roles', { realm_access: null }, []],
  ['realm_access.roles', { roles: ['members'] }, []],
  ['constructor.name', {}, []],
  ['/roles', { roles: ['members'] }, ['macie:read']],
  ['/roles', { '/roles': ['members'] }, []],
  ['/realm_access/roles', { realm_access: { roles: ['members'] } }, ['macie:read']],
  ['/resource_access/my.app/roles', { resource_access: { 'my.app': { roles: 'members' } } }, ['macie:read']],
  [
    '/https:~1~1corp.example~1claims/roles',
    { 'https://corp.example/claims': { roles: ['members'] } },
    ['macie:read'],
  ],
  ['/a~1b~01', { 'a/b~1': ['members'] }, ['macie:read']],
  ['/constructor/name', {}, []],
])('reads roles from the claim %s in %j', (rolesClaim, claims, scopes) => {
  expect(read(claims, { rolesClaim })[0]).toEqual(scopes);
});

test.each<[Partial<IssuerSettings>, JWTPayload, string[]]>([
  [{ scopePrefix: 'secops/' }, { scope: 'openid secops/macie:read' }, ['macie:read']],
  [{ scopePrefix: 'secops/' }, { scp: ['secops/macie:read', 'secops/'] }, ['macie:read']],
  [{ scopePrefix: 'secops/' }, { scope: 'macie:read other/macie:read SECOPS/macie:read' }, []],
  [{ scopePrefix: 'secops/' }, { scope: 'secops/secops/macie:read' }, []],
  [{}, { scope: 'secops/macie:read' }, []],
  [
    { scopesClaim: 'permissions' },
    { permissions: ['macie:read', 'audit:read'] },
    ['audit:read', 'macie:read'],
  ],
  [{ scopesClaim: 'permissions' }, { permissions: 'macie:read' }, ['macie:read']],
  [{ scopesClaim: 'permissions' }, { scope: 'macie:read', scp: ['macie:read'] }, []],
  [{}, { permissions: ['macie:read'] }, []],
  [
    { scopesClaim: '/https:~1~1corp.example/may', scopePrefix: 'g:' },
    { 'https://corp.example': { may: ['g:macie:read'] } },
    ['macie:read'],
  ],
])('with the settings %j, the claims %j grant the scopes %j', (settings, claims, scopes) => {
  expect(read(claims, settings, BUILT_IN_ROLES)[0]).toEqual(scopes);
});

const grant = (to: Grant['to'], value: string, claim: string): Grant => ({
  to,
  value,
  claim,
  roles: [role(['macie:read'])],
});
const TO_ANN = grant('subject', 'ann', 'sub');
const TO_EMAIL = grant('email', 'Ann.K@corp.example', 'email');
const TO_DOMAIN = grant('hd', 'corp.example', 'hd');
const TO_GROUP = grant('group', 'secops', 'cognito:groups');

test.each<[string, Grant, JWTPayload, boolean]>([
  ['a subject', TO_ANN, {}, true],
  ['another subject', TO_ANN, { sub: 'bob', email: 'ann' }, false],
  ['a subject in another case', TO_ANN, { sub: 'Ann' }, false],
  ['a verified address', TO_EMAIL, { email: 'ann.k@corp.example', email_verified: true }, true],
  [
    'an address that is not verified',
    TO_EMAIL,
    { email: 'ann.k@corp.example', email_verified: false },
    false,
  ],
  ['an address of unknown state', TO_EMAIL, { email: 'ann.k@corp.example' }, false],
  ['an address verified by a text', TO_EMAIL, { email: 'ann.k@corp.example', email_verified: 'true' }, false],
  ['another address', TO_EMAIL, { email: 'bob@corp.example', email_verified: true }, false],
  // The Kelvin sign becomes a k in lower case.
  ['an address beyond ASCII', TO_EMAIL, { email: 'ann.\u212a@corp.example', email_verified: true }, false],
  ['addresses in a list', TO_EMAIL, { email: ['ann.k@corp.example'], email_verified: true }, false],
  ['a hosted domain', TO_DOMAIN, { hd: 'corp.example' }, true],
  ['a domain below it', TO_DOMAIN, { hd: 'sub.corp.example' }, false],
  [
    'an address in the domain without hd',
    TO_DOMAIN,
    { email: 'a@corp.example', email_verified: true },
    false,
  ],
  ['a group in a list', TO_GROUP, { 'cognito:groups': ['all', 'secops'] }, true],
  ['a group as a text', TO_GROUP, { 'cognito:groups': 'secops' }, true],
  ['a group whose name contains it', TO_GROUP, { 'cognito:groups': 'secops-guests' }, false],
  ['a group in another claim', TO_GROUP, { groups: ['secops'] }, false],
])('a grant for %s', (_name, to, claims, isGranted) => {
  expect(read(claims, { grants: [to] })[0]).toEqual(isGranted ? ['macie:read'] : []);
});

test('grants add to the roles of the token', () => {
  const grants = [TO_ANN, { ...TO_DOMAIN, roles: [role(['audit:read'], ['use1'])] }];
  expect(read({ roles: 'one', hd: 'corp.example' }, { grants })).toEqual([
    ['audit:read', 'macie:read', 'workmail:read'],
    ['use1'],
  ]);
});

test('without roles in the access file, grants add to the roles and scopes of the token', () => {
  const grants = [TO_ANN, { ...TO_DOMAIN, roles: [role(['audit:read'], ['use1'])] }];
  const claims = { roles: 'viewer', scope: 'security-ir:write', hd: 'corp.example' };
  expect(read(claims, { grants }, BUILT_IN_ROLES)).toEqual([
    ['audit:read', 'macie:read', 'security-ir:read', 'security-ir:write', 'workmail:read'],
    ['use1'],
  ]);
});

test('counts the values of the claims that can grant something', () => {
  const claims = { sub: 'ann', scope: 'openid', roles: ['a', 'b'], email: 'ann@corp.example', groups: null };
  expect(countClaims(claims, issuerSettings({ grants: [TO_EMAIL, TO_GROUP] }))).toEqual({
    scope: 1,
    scp: 0,
    roles: 2,
    email: 1,
    email_verified: 0,
    'cognito:groups': 0,
  });
  const settings = issuerSettings({ scopesClaim: 'permissions', rolesClaim: '/a/b' });
  expect(countClaims(claims, settings)).toEqual({ permissions: 0, '/a/b': 0 });
});

test('the built-in roles have these scopes', () => {
  const scopesOf = (name: string) => read({ roles: [name] }, {}, BUILT_IN_ROLES)[0];
  const reads = ['macie:read', 'security-ir:read', 'workmail:read'];
  expect([...BUILT_IN_ROLES.keys()]).toEqual(['viewer', 'responder', 'auditor', 'admin']);
  expect(scopesOf('viewer')).toEqual(reads);
  expect(scopesOf('auditor')).toEqual(['audit:read', ...reads]);
  expect(scopesOf('responder')).toEqual([
    'macie:read',
    'macie:write',
    'security-ir:read',
    'security-ir:write',
    'workmail:read',
    'workmail:write',
  ]);
  expect(scopesOf('admin')).toEqual([...SCOPES].sort());
});

test.each([
  ['ann', undefined, 'user:ann'],
  ['token:ci', undefined, 'user:token:ci'],
  ['anonymous', undefined, 'user:anonymous'],
  ['user@corp:ann', undefined, 'user:user@corp:ann'],
  ['ann', 'corp', 'user@corp:ann'],
  ['ann', 'partner', 'user@partner:ann'],
  ['corp:ann', 'partner', 'user@partner:corp:ann'],
])('the subject %s of the issuer %s has a name of its own: %s', (sub, name, expected) => {
  expect(principalOf({ sub }, issuerSettings({ name }), ROLES).name).toBe(expected);
});

test('inherited properties of the claims grant nothing', () => {
  const claims = Object.assign(Object.create({ groups: ['members'] }) as object, { sub: 'ann' });
  for (const rolesClaim of ['groups', '/groups']) {
    expect(principalOf(claims, issuerSettings({ rolesClaim }), ROLES).scopes).toEqual(new Set());
  }
});
