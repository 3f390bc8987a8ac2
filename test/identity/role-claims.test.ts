// The scopes and targets of users, for every shape of the role claim and the scope claim, with and without roles in the access file.
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { principalOf } from '../../src/identity/claims';
import { BUILT_IN_ROLES, type Role } from '../../src/identity/roles';
import type { Grant, IssuerSettings } from '../../src/identity/settings';
import { issuerSettings, role } from '../support/identity';

const EAST = role(['macie:read', 'macie:write', 'security-ir:read'], ['use1', 'use2']);

/** The roles of an access file. */
const DEFINED = new Map([
  ['east', EAST],
  ['mail', role(['workmail:read'])],
  ['one', role(['audit:read'], ['use1'])],
]);

function rights(claims: JWTPayload, roles: ReadonlyMap<string, Role>, settings: Partial<IssuerSettings>) {
  const { scopes, targets } = principalOf({ sub: 'ann', ...claims }, issuerSettings(settings), roles);
  return [[...scopes].sort().join(' '), targets === 'ALL' ? targets : [...targets].sort().join(' ')];
}

/** The scopes of the role `east`. */
const OF_EAST = 'macie:read macie:write security-ir:read';
const NO_TARGET = '';
const NOTHING = '';

/** Role claims that are missing or empty. */
const MISSING: JWTPayload[] = [{}, { roles: null }, { roles: [] }, { roles: '' }, { roles: [''] }];

/** Role claims that name no role of the access file and no built-in one, or that are neither a text nor a list of texts. */
const UNUSABLE: JWTPayload[] = [
  { roles: 'gone' },
  { roles: ['gone'] },
  { roles: ['gone', 'offline_access'] },
  { roles: ' ' },
  { roles: 'east,mail' },
  { roles: 'east mail' },
  { roles: ['East'] },
  { roles: ['constructor', '__proto__'] },
  { roles: 0 },
  { roles: 7 },
  { roles: false },
  { roles: true },
  { roles: {} },
  { roles: { 0: 'east' } },
  { roles: { east: true, viewer: true } },
  { roles: [7] },
  { roles: [null] },
  { roles: [['east', 'viewer']] },
  { roles: ['east', 'viewer', 7] },
  { roles: ['east', 'viewer', null] },
];

describe('with roles in the access file', () => {
  const read = (claims: JWTPayload, settings: Partial<IssuerSettings> = {}) =>
    rights(claims, DEFINED, settings);

  test.each(MISSING)('%j grants nothing, whatever the scopes', (claims) => {
    expect(read(claims)).toEqual([NOTHING, NO_TARGET]);
    expect(read({ ...claims, scope: 'macie:read' })).toEqual([NOTHING, NO_TARGET]);
    expect(read({ ...claims, scope: 'openid profile' })).toEqual([NOTHING, NO_TARGET]);
  });

  test.each(UNUSABLE)('%j grants nothing, whatever the scopes', (claims) => {
    expect(read(claims)).toEqual([NOTHING, NO_TARGET]);
    expect(read({ ...claims, scope: 'macie:read' })).toEqual([NOTHING, NO_TARGET]);
    expect(read({ ...claims, scope: 'openid profile' })).toEqual([NOTHING, NO_TARGET]);
  });

  test.each<[JWTPayload, string, string]>([
    // Without a scope of the gateway, the scopes of the roles.
    [{ roles: 'east' }, OF_EAST, 'use1 use2'],
    [{ roles: ['east'] }, OF_EAST, 'use1 use2'],
    [{ roles: ['east', 'gone'] }, OF_EAST, 'use1 use2'],
    [{ roles: ['', 'east'] }, OF_EAST, 'use1 use2'],
    [{ roles: 'mail' }, 'workmail:read', 'ALL'],
    [{ roles: ['mail'] }, 'workmail:read', 'ALL'],
    [{ roles: ['east', 'mail'] }, `${OF_EAST} workmail:read`, 'use1 use2'],
    [{ roles: ['east', 'one'] }, `audit:read ${OF_EAST}`, 'use1'],
    [{ roles: 'east', scope: '' }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scope: null }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scope: [] }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scope: 'openid profile' }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scope: ['openid', 'profile'] }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scp: 'user_impersonation' }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scope: 'https://www.example.com/auth/macie' }, OF_EAST, 'use1 use2'],
    [{ roles: 'east', scope: 'other/macie:read' }, OF_EAST, 'use1 use2'],
    // The scopes of the token limit those of the roles.
    [{ roles: 'east', scope: 'macie:read' }, 'macie:read', 'use1 use2'],
    [{ roles: ['east'], scope: ['macie:read'] }, 'macie:read', 'use1 use2'],
    [{ roles: 'east', scp: 'openid macie:read' }, 'macie:read', 'use1 use2'],
    [{ roles: 'east', scope: 'macie:write' }, 'macie:read macie:write', 'use1 use2'],
    [{ roles: 'east', scope: 'security-ir:write' }, 'security-ir:read', 'use1 use2'],
    [
      { roles: 'east', scope: 'macie:read', scp: ['security-ir:read'] },
      'macie:read security-ir:read',
      'use1 use2',
    ],
    [{ roles: 'east', scope: 'openid', scp: 'macie:read' }, 'macie:read', 'use1 use2'],
    [{ roles: 'east', scope: 'workmail:read' }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: 'macie:read workmail:read audit:read' }, 'macie:read', 'use1 use2'],
    [{ roles: ['east', 'mail'], scope: 'workmail:write' }, 'workmail:read', 'use1 use2'],
    // A misspelled scope of a service limits, too.
    [{ roles: 'east', scope: 'macie:reed' }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: 'openid macie:' }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: 'MACIE:READ' }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: 'audit:write' }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: 'security-ir:all macie:read' }, 'macie:read', 'use1 use2'],
    [{ roles: 'east', scope: 'openid,macie:read' }, NOTHING, 'use1 use2'],
    // So does a scope claim that is neither a text nor a list of texts.
    [{ roles: 'east', scope: { 'macie:read': true } }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: 7 }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: [7], scp: 'openid' }, NOTHING, 'use1 use2'],
    [{ roles: 'east', scope: ['macie:read', 7] }, 'macie:read', 'use1 use2'],
  ])('%j grants %j in %j', (claims, scopes, targets) => {
    expect(read(claims)).toEqual([scopes, targets]);
  });

  test.each<[string, string]>([
    ['secops/macie:read', 'macie:read'],
    ['openid secops/macie:write', 'macie:read macie:write'],
    ['secops/macie:reed', NOTHING],
    ['secops/audit:read', NOTHING],
    ['macie:read', OF_EAST],
    ['other/macie:read', OF_EAST],
    ['openid', OF_EAST],
  ])('with the prefix secops/, the scope claim %j leaves %j', (scope, scopes) => {
    expect(read({ roles: 'east', scope }, { scopePrefix: 'secops/' })).toEqual([scopes, 'use1 use2']);
  });

  const grants: Grant[] = [{ to: 'subject', value: 'ann', claim: 'sub', roles: [EAST] }];

  test.each<[JWTPayload, string, string]>([
    [{}, OF_EAST, 'use1 use2'],
    [{ roles: [] }, OF_EAST, 'use1 use2'],
    [{ scope: 'openid' }, OF_EAST, 'use1 use2'],
    [{ scope: 'macie:read' }, 'macie:read', 'use1 use2'],
    [{ scope: 'workmail:read' }, NOTHING, 'use1 use2'],
    [{ scope: 'macie:reed' }, NOTHING, 'use1 use2'],
    [{ roles: 'one' }, `audit:read ${OF_EAST}`, 'use1'],
    [{ roles: 'one', scope: 'audit:read' }, 'audit:read', 'use1'],
    [{ roles: 'gone' }, OF_EAST, NO_TARGET],
    [{ roles: ['gone'], scope: 'macie:read' }, 'macie:read', NO_TARGET],
    [{ roles: { east: true } }, OF_EAST, NO_TARGET],
    [{ sub: 'bob' }, NOTHING, NO_TARGET],
    [{ sub: 'bob', scope: 'macie:read' }, NOTHING, NO_TARGET],
  ])('with a grant of east, %j grants %j in %j', (claims, scopes, targets) => {
    expect(read(claims, { grants })).toEqual([scopes, targets]);
  });
});

describe('without roles in the access file', () => {
  const read = (claims: JWTPayload, settings: Partial<IssuerSettings> = {}) =>
    rights(claims, BUILT_IN_ROLES, settings);

  test.each(MISSING)('%j leaves the scopes of the token, in all targets', (claims) => {
    expect(read(claims)).toEqual([NOTHING, 'ALL']);
    expect(read({ ...claims, scope: 'macie:read' })).toEqual(['macie:read', 'ALL']);
    expect(read({ ...claims, scope: 'openid profile' })).toEqual([NOTHING, 'ALL']);
  });

  test.each(UNUSABLE)('%j grants no target', (claims) => {
    expect(read(claims)).toEqual([NOTHING, NO_TARGET]);
    expect(read({ ...claims, scope: 'macie:read' })).toEqual(['macie:read', NO_TARGET]);
    expect(read({ ...claims, scope: 'openid profile' })).toEqual([NOTHING, NO_TARGET]);
  });

  const OF_VIEWER = 'macie:read security-ir:read workmail:read';

  test.each<[JWTPayload, string, string]>([
    [{ roles: 'viewer' }, OF_VIEWER, 'ALL'],
    [{ roles: ['viewer'] }, OF_VIEWER, 'ALL'],
    [{ roles: ['viewer', 'offline_access'] }, OF_VIEWER, 'ALL'],
    [{ roles: ['viewer'], scope: 'openid' }, OF_VIEWER, 'ALL'],
    // The scopes of the token add to those of the built-in roles.
    [{ roles: ['viewer'], scope: 'audit:read' }, `audit:read ${OF_VIEWER}`, 'ALL'],
    [{ roles: ['viewer'], scope: 'macie:read' }, OF_VIEWER, 'ALL'],
    [{ roles: ['viewer'], scope: 'macie:reed' }, OF_VIEWER, 'ALL'],
    // A role that was removed from the access file with all others.
    [{ roles: 'east', scope: 'macie:read' }, 'macie:read', NO_TARGET],
    [{ roles: ['east', 'mail'], scope: 'macie:read' }, 'macie:read', NO_TARGET],
  ])('%j grants %j in %j', (claims, scopes, targets) => {
    expect(read(claims)).toEqual([scopes, targets]);
  });

  test('a grant does not replace a role that the token claims and the gateway does not know', () => {
    const viewer = BUILT_IN_ROLES.get('viewer') ?? role([]);
    const grants: Grant[] = [{ to: 'subject', value: 'ann', claim: 'sub', roles: [viewer] }];
    expect(read({}, { grants })).toEqual([OF_VIEWER, 'ALL']);
    expect(read({ roles: 'gone' }, { grants })).toEqual([OF_VIEWER, NO_TARGET]);
  });
});

test.each<[string[], string, string]>([
  [['east', 'one'], `audit:read ${OF_EAST}`, 'use1'],
  [['east'], OF_EAST, 'use1 use2'],
  [[], NOTHING, NO_TARGET],
])(
  'with only the roles %j left in the access file, a token with east and one grants %j in %j',
  (left, scopes, targets) => {
    const roles = new Map([...DEFINED].filter(([name]) => left.includes(name)));
    expect(rights({ roles: ['east', 'one'] }, roles, {})).toEqual([scopes, targets]);
  },
);
