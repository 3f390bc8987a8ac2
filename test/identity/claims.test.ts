// The scopes and targets that claims grant: never more than the roles define.
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { principalOf } from '../../src/identity/claims';
import { BUILT_IN_ROLES, type Role } from '../../src/identity/roles';
import { SCOPES, type Scope } from '../../src/domain/principal';

const role = (scopes: Scope[], targets?: string[]): Role => ({
  scopes: new Set(scopes),
  targets: targets === undefined ? 'ALL' : new Set(targets),
});

const ROLES = new Map([
  ['members', role(['macie:read'])],
  ['east-cases', role(['security-ir:read', 'security-ir:write'], ['use1', 'use2'])],
  ['one', role(['workmail:read'], ['use1'])],
  ['west', role(['macie:write'], ['usw1'])],
]);

function read(claims: JWTPayload, rolesClaim = 'roles', roles: ReadonlyMap<string, Role> = ROLES) {
  const { scopes, targets } = principalOf({ sub: 'ann', ...claims }, { roles, rolesClaim });
  return [[...scopes].sort(), targets === 'ALL' ? targets : [...targets].sort()];
}

test.each<[JWTPayload, string[], string[] | 'ALL']>([
  [{}, [], 'ALL'],
  [{ scope: 'macie:read workmail:read' }, ['macie:read', 'workmail:read'], 'ALL'],
  [{ scope: 'openid profile macie:read macie:delete MACIE:WRITE' }, ['macie:read'], 'ALL'],
  [{ scope: 'macie:read,macie:write' }, [], 'ALL'],
  [{ scope: ['macie:read'] }, ['macie:read'], 'ALL'],
  [{ scp: ['macie:read', 7, 'audit:read'] }, ['audit:read', 'macie:read'], 'ALL'],
  [{ scp: 'macie:read macie:write' }, ['macie:read', 'macie:write'], 'ALL'],
  [{ scope: 'macie:read', scp: ['audit:read'] }, ['audit:read', 'macie:read'], 'ALL'],
  [{ scope: { 'macie:read': true } }, [], 'ALL'],
  [{ roles: ['members'] }, ['macie:read'], 'ALL'],
  [{ roles: ['members', 'offline_access', 'constructor', '__proto__', 7, null] }, ['macie:read'], 'ALL'],
  [{ roles: 'members' }, [], 'ALL'],
  [{ roles: { 0: 'members' } }, [], 'ALL'],
  [{ roles: ['Members'] }, [], 'ALL'],
  [{ roles: ['admin'] }, [], 'ALL'],
  [{ roles: ['east-cases'] }, ['security-ir:read', 'security-ir:write'], ['use1', 'use2']],
  [{ roles: ['east-cases', 'one'] }, ['security-ir:read', 'security-ir:write', 'workmail:read'], ['use1']],
  [{ roles: ['members', 'one'] }, ['macie:read', 'workmail:read'], ['use1']],
  [{ roles: ['one', 'west'] }, ['macie:write', 'workmail:read'], []],
  [{ roles: ['one'], scope: 'macie:read' }, ['macie:read', 'workmail:read'], ['use1']],
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
  ['realm_access.roles', { realm_access: 'roles' }, []],
  ['realm_access.roles', { realm_access: null }, []],
  ['realm_access.roles', { roles: ['members'] }, []],
  ['constructor.name', {}, []],
])('reads roles from the claim %s in %j', (claim, claims, scopes) => {
  expect(read(claims, claim)[0]).toEqual(scopes);
});

test('the built-in roles have these scopes', () => {
  const scopesOf = (name: string) => read({ roles: [name] }, 'roles', BUILT_IN_ROLES)[0];
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

test('the name of a user cannot equal the name of a token or of the anonymous caller', () => {
  const rules = { roles: ROLES, rolesClaim: 'roles' };
  expect(principalOf({ sub: 'token:ci' }, rules).name).toBe('user:token:ci');
  expect(principalOf({ sub: 'anonymous' }, rules).name).toBe('user:anonymous');
});

test('inherited properties of the claims grant nothing', () => {
  const claims = Object.assign(Object.create({ groups: ['members'] }) as object, { sub: 'ann' });
  expect(principalOf(claims, { roles: ROLES, rolesClaim: 'groups' }).scopes).toEqual(new Set());
});
