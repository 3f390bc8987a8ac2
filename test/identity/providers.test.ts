// Tokens in the form of well-known providers, each with the variables that docs/identity.md gives for the provider.
import pino from 'pino';
import { readConfig } from '../../src/config/config';
import { createAuthenticator } from '../../src/identity/authenticator';
import { UnauthenticatedError } from '../../src/domain/errors';
import { SigningKey, startIssuer, type Issuer } from '../support/identity';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const rsa = new SigningKey('provider', 'RS256');

let issuer: Issuer;
let log = '';

beforeAll(async () => {
  issuer = await startIssuer();
  issuer.keys = [rsa];
});

beforeEach(() => {
  log = '';
});

afterAll(async () => {
  await issuer.close();
  rmSync(folder, { recursive: true });
});

const READS = ['macie:read', 'security-ir:read', 'workmail:read'];

interface Provider {
  /** The variables beside OIDC_ISSUER. */
  readonly variables: Readonly<Record<string, string>>;
  readonly accessFile?: string;
  /** The members of the header beside alg and kid. */
  readonly header?: object;
  readonly claims: object;
  readonly name: string;
  readonly scopes: readonly string[];
}

const ENTRA = {
  aio: 'E2ZgYDjO',
  oid: '690222be-ff1a-4d56-abd1-7e4f7d38e474',
  tid: 'aaaabbbb-0000-cccc-1111-dddd2222eeee',
  rh: '0.AXEAc',
  sub: 'HKZpfaHyWadeOouYlitjrI-KffTm222X5rrV3xDqfKQ',
  uti: 'Ll5FQ',
};

const COGNITO = {
  variables: {
    OIDC_AUDIENCE: '57cbishk4j24pabc1234567890',
    OIDC_AUDIENCE_CLAIM: 'client_id',
    OIDC_SCOPE_PREFIX: 'secops/',
    OIDC_ROLES_CLAIM: 'cognito:groups',
  },
  claims: {
    aud: undefined,
    auth_time: 1_676_312_777,
    client_id: '57cbishk4j24pabc1234567890',
    'cognito:groups': ['auditor'],
    event_id: '64f513be-32db-42b0-b78e-b02127b4f463',
    jti: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    origin_jti: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    scope: 'openid secops/macie:write',
    sub: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    token_use: 'access',
    username: 'ann',
    version: 2,
  },
  name: 'user:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  scopes: ['audit:read', 'macie:read', 'macie:write', 'security-ir:read', 'workmail:read'],
} satisfies Provider;

const GOOGLE = {
  variables: { OIDC_AUDIENCE: '1234987819200.apps.googleusercontent.com' },
  accessFile:
    'grants: [{ hd: corp.example, roles: [viewer] }, { email: ann@corp.example, roles: [auditor] }]',
  header: { typ: 'JWT' },
  claims: {
    aud: '1234987819200.apps.googleusercontent.com',
    azp: '1234987819200.apps.googleusercontent.com',
    sub: '110169484474386276334',
    at_hash: 'HK6E_P6Dh8Y93mRNtsDB1Q',
    hd: 'corp.example',
    email: 'ann@corp.example',
    email_verified: true,
  },
  name: 'user:110169484474386276334',
  scopes: ['audit:read', ...READS],
} satisfies Provider;

const PROVIDERS: Readonly<Record<string, Provider>> = {
  'Entra ID v2, delegated scopes': {
    variables: { OIDC_AUDIENCE: '00001111-aaaa-2222-bbbb-3333cccc4444' },
    header: { typ: 'JWT' },
    claims: {
      ...ENTRA,
      aud: '00001111-aaaa-2222-bbbb-3333cccc4444',
      azp: '11112222-bbbb-3333-cccc-4444dddd5555',
      azpacr: '0',
      name: 'Ann Example',
      preferred_username: 'ann@corp.example',
      scp: 'macie:read workmail:read',
      ver: '2.0',
    },
    name: `user:${ENTRA.sub}`,
    scopes: ['macie:read', 'workmail:read'],
  },
  'Entra ID v1, app roles': {
    variables: { OIDC_AUDIENCE: 'api://secops-graph,00001111-aaaa-2222-bbbb-3333cccc4444' },
    header: { typ: 'JWT', x5t: 'provider' },
    claims: {
      ...ENTRA,
      aud: 'api://secops-graph',
      acr: '1',
      appid: '11112222-bbbb-3333-cccc-4444dddd5555',
      appidacr: '0',
      roles: ['viewer'],
      scp: 'user_impersonation',
      unique_name: 'ann@corp.example',
      ver: '1.0',
    },
    name: `user:${ENTRA.sub}`,
    scopes: READS,
  },
  'Cognito, access token': COGNITO,
  'Okta, custom authorization server': {
    variables: { OIDC_AUDIENCE: 'api://default', OIDC_ROLES_CLAIM: 'groups' },
    claims: {
      ver: 1,
      jti: 'AT.0mP4JKAZX1iACIT4vbEDF7LpvDVjxypPMf0D7uX39RE',
      aud: 'api://default',
      cid: '0oabv6kx4qq6h1U5l0h7',
      uid: '00ujmkLgagxeRrAg20g3',
      scp: ['openid', 'macie:read'],
      groups: ['Everyone', 'viewer'],
      sub: 'ann@corp.example',
    },
    name: 'user:ann@corp.example',
    scopes: READS,
  },
  'Auth0, permissions': {
    variables: { OIDC_AUDIENCE: 'https://secops-graph.example', OIDC_SCOPES_CLAIM: 'permissions' },
    header: { typ: 'at+jwt' },
    claims: {
      aud: ['https://secops-graph.example', 'https://corp.eu.auth0.com/userinfo'],
      azp: 'my_client_id',
      gty: 'password',
      permissions: ['macie:read', 'security-ir:write'],
      scope: 'openid profile',
      sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
    },
    name: 'user:auth0|5f7c8ec7c33c6c004bbafe82',
    scopes: ['macie:read', 'security-ir:write'],
  },
  'Auth0, roles in a namespaced claim': {
    variables: {
      OIDC_AUDIENCE: 'https://secops-graph.example',
      OIDC_ROLES_CLAIM: 'https://secops-graph.example/roles',
    },
    header: { typ: 'JWT' },
    claims: {
      'https://secops-graph.example/roles': ['viewer'],
      aud: 'https://secops-graph.example',
      azp: 'my_client_id',
      scope: 'openid',
      sub: 'auth0|5f7c8ec7c33c6c004bbafe82',
    },
    name: 'user:auth0|5f7c8ec7c33c6c004bbafe82',
    scopes: READS,
  },
  'Keycloak, realm roles': {
    variables: { OIDC_AUDIENCE: 'secops-graph', OIDC_ROLES_CLAIM: 'realm_access.roles' },
    header: { typ: 'JWT' },
    claims: {
      acr: '1',
      aud: ['secops-graph', 'account'],
      azp: 'dashboard',
      email_verified: false,
      preferred_username: 'ann',
      realm_access: { roles: ['offline_access', 'viewer'] },
      resource_access: { account: { roles: ['manage-account'] } },
      scope: 'profile email',
      sid: '0f2b3b5a',
      sub: '5a7ad0a5-30b2-4a6f-9a1b-0b4f4c1a2b3c',
      typ: 'Bearer',
    },
    name: 'user:5a7ad0a5-30b2-4a6f-9a1b-0b4f4c1a2b3c',
    scopes: READS,
  },
  'Keycloak, roles of a client with dots in its name': {
    variables: { OIDC_AUDIENCE: 'secops.graph', OIDC_ROLES_CLAIM: '/resource_access/secops.graph/roles' },
    header: { typ: 'JWT' },
    claims: {
      aud: 'secops.graph',
      azp: 'dashboard',
      realm_access: { roles: ['offline_access'] },
      resource_access: { 'secops.graph': { roles: ['viewer'] } },
      scope: 'profile',
      sub: '5a7ad0a5-30b2-4a6f-9a1b-0b4f4c1a2b3c',
      typ: 'Bearer',
    },
    name: 'user:5a7ad0a5-30b2-4a6f-9a1b-0b4f4c1a2b3c',
    scopes: READS,
  },
  'Google, ID token': GOOGLE,
};

async function open({ variables, accessFile }: Pick<Provider, 'variables' | 'accessFile'>) {
  const env: Record<string, string> = { OIDC_ISSUER: issuer.issuer, ...variables };
  if (accessFile !== undefined) {
    env.ACCESS_FILE = join(folder, 'access.yaml');
    writeFileSync(env.ACCESS_FILE, accessFile);
  }
  const logger = pino({ level: 'info' }, { write: (line: string) => (log += line) });
  const authenticator = await createAuthenticator(readConfig(env).identity, logger);
  return (claims: object, header: object = {}) =>
    authenticator.authenticate([`Bearer ${rsa.sign(issuer.claims(claims), { typ: undefined, ...header })}`]);
}

test.each(Object.entries(PROVIDERS))('accepts a token of %s', async (_name, provider) => {
  const signIn = await open(provider);
  const { name, scopes, targets } = await signIn(provider.claims, provider.header);
  expect({ name, scopes: [...scopes].sort(), targets }).toEqual({
    name: provider.name,
    scopes: provider.scopes,
    targets: 'ALL',
  });
  expect(log).toBe('');
});

const CLIENT = COGNITO.variables.OIDC_AUDIENCE;

test.each([
  ['an ID token', { aud: CLIENT, client_id: undefined, token_use: 'id' }, 'claim token_use'],
  ['an ID token with a client_id', { aud: CLIENT, token_use: 'id' }, 'claim token_use'],
  ['a token of unknown use', { token_use: undefined }, 'claim token_use'],
  ['a token of another client', { client_id: 'other' }, 'claim client_id'],
  ['a token without a client', { client_id: undefined }, 'claim client_id'],
  ['a token with a list of clients', { client_id: [CLIENT] }, 'claim client_id'],
  ['a token for another resource', { aud: 'https://elsewhere.example' }, 'claim aud'],
  ['a token for other resources', { aud: ['https://elsewhere.example'] }, 'claim aud'],
])('with the client as the audience, rejects %s of Cognito', async (_name, changed, reason) => {
  const signIn = await open(COGNITO);
  await expect(signIn({ ...COGNITO.claims, ...changed })).rejects.toThrow(UnauthenticatedError);
  expect(JSON.parse(log)).toMatchObject({ msg: 'Sign-in was rejected', reason });
});

test('with the client as the audience, accepts a token for the gateway as one resource of several', async () => {
  const resource = 'https://secops-graph.example';
  const variables = { ...COGNITO.variables, OIDC_AUDIENCE: `${CLIENT},${resource}` };
  const signIn = await open({ variables });
  expect(await signIn({ ...COGNITO.claims, aud: ['https://elsewhere.example', resource] })).toMatchObject({
    name: COGNITO.name,
  });
});

test('with aud as the audience, rejects an access token of Cognito, which has none', async () => {
  const signIn = await open({ variables: { OIDC_AUDIENCE: CLIENT } });
  await expect(signIn(COGNITO.claims)).rejects.toThrow(UnauthenticatedError);
  expect(JSON.parse(log)).toMatchObject({ reason: 'claim aud' });
});

test('accepts both audiences of a list, and no part of the list', async () => {
  const signIn = await open({ variables: { OIDC_AUDIENCE: 'api://id, 0000-1111' } });
  for (const aud of ['api://id', '0000-1111', ['other', '0000-1111']]) {
    expect(await signIn({ aud, roles: ['viewer'] })).toMatchObject({ name: 'user:ann' });
  }
  for (const aud of ['api://id, 0000-1111', 'api://id,0000-1111', '', 'api', undefined]) {
    await expect(signIn({ aud })).rejects.toThrow(UnauthenticatedError);
  }
});

test('a Google account outside of the granted domain and addresses signs in and gets nothing, with a log line', async () => {
  const signIn = await open(GOOGLE);
  const outsider = { hd: undefined, email: 'eve@mail.example', sub: '7' };
  const { scopes } = await signIn({ ...GOOGLE.claims, ...outsider });
  expect(scopes.size).toBe(0);
  expect(JSON.parse(log)).toMatchObject({
    msg: 'The token is valid and grants nothing: compare its claims with the settings of the issuer',
    principal: 'user:7',
    claims: { scope: 0, scp: 0, roles: 0, hd: 0, email: 1, email_verified: 1 },
  });
  expect(log).not.toContain('eve@mail.example');
});
