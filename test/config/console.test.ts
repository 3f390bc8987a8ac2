// The configuration of the console: its issuer and its client, and the one-line message for each mistake.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/config';
import { ConfigError } from '../../src/domain/errors';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const OIDC = { OIDC_ISSUER: 'https://id.corp.example/', OIDC_AUDIENCE: 'secops-graph' };
const CLIENT = { CONSOLE_OIDC_CLIENT_ID: 'console' };
const TOKENS =
  'tokens: [{ name: ci, sha256: 5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8, roles: [viewer] }]\n';

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function accessFile(...issuers: readonly string[]): string {
  const file = join(folder, 'access.yaml');
  const entries = issuers.map((name) => `{ name: ${name}, issuer: 'https://${name}.example', audience: a }`);
  writeFileSync(file, `${TOKENS}issuers: [${entries.join(', ')}]\n`);
  return file;
}

function outcome(env: NodeJS.ProcessEnv): unknown {
  try {
    return readConfig(env).consoleSettings;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

test('without variables, users can only paste a token, and the page sends requests to the gateway only', () => {
  expect(outcome({})).toEqual({ signIn: undefined, connectOrigins: [] });
  expect(outcome(OIDC)).toEqual({ signIn: undefined, connectOrigins: [] });
});

test('a client signs in at the issuer of the variables, and requests only openid', () => {
  const signIn = { issuer: OIDC.OIDC_ISSUER, clientId: 'console', scope: 'openid', audience: undefined };
  expect(outcome({ ...OIDC, ...CLIENT })).toEqual({ signIn, connectOrigins: [] });
  expect(outcome({ ...OIDC, ...CLIENT, ACCESS_FILE: accessFile('other') })).toEqual({
    signIn,
    connectOrigins: [],
  });
});

test('the scopes, the audience and further origins can be set', () => {
  const CONSOLE_CONNECT_ORIGINS = 'https://oauth2.example, https://*.s3.eu-west-1.amazonaws.com';
  const CONSOLE_OIDC_SCOPE = 'openid offline_access api://secops-graph/.default';
  const CONSOLE_OIDC_AUDIENCE = 'https://api.example';
  expect(
    outcome({ ...OIDC, ...CLIENT, CONSOLE_CONNECT_ORIGINS, CONSOLE_OIDC_SCOPE, CONSOLE_OIDC_AUDIENCE }),
  ).toEqual({
    signIn: {
      issuer: OIDC.OIDC_ISSUER,
      clientId: 'console',
      scope: CONSOLE_OIDC_SCOPE,
      audience: CONSOLE_OIDC_AUDIENCE,
    },
    connectOrigins: ['https://oauth2.example', 'https://*.s3.eu-west-1.amazonaws.com'],
  });
});

test('the only issuer of the access file is the default, and any issuer can be chosen', () => {
  const issuerOf = (env: NodeJS.ProcessEnv) =>
    outcome({ ...CLIENT, ...env }) as { signIn: { issuer: string } };
  expect(issuerOf({ ACCESS_FILE: accessFile('corp') }).signIn.issuer).toBe('https://corp.example');
  const CONSOLE_OIDC_ISSUER = 'https://partner.example';
  expect(issuerOf({ ACCESS_FILE: accessFile('corp', 'partner'), CONSOLE_OIDC_ISSUER }).signIn.issuer).toBe(
    CONSOLE_OIDC_ISSUER,
  );
});

const NO_ISSUER =
  'CONSOLE_OIDC_CLIENT_ID is set, and no issuer is configured: set OIDC_ISSUER and OIDC_AUDIENCE, or list issuers in ACCESS_FILE.';

test.each([
  ['a client without an issuer', CLIENT, NO_ISSUER],
  [
    'a scope without a client',
    { ...OIDC, CONSOLE_OIDC_SCOPE: 'openid' },
    'CONSOLE_OIDC_SCOPE is set without CONSOLE_OIDC_CLIENT_ID: set both or neither.',
  ],
  [
    'an issuer without a client',
    { ...OIDC, CONSOLE_OIDC_ISSUER: OIDC.OIDC_ISSUER },
    'CONSOLE_OIDC_ISSUER is set without CONSOLE_OIDC_CLIENT_ID: set both or neither.',
  ],
  [
    'an issuer whose tokens the gateway rejects',
    { ...OIDC, ...CLIENT, CONSOLE_OIDC_ISSUER: 'https://id.corp.example' },
    'CONSOLE_OIDC_ISSUER is not a configured issuer: set it to the value of OIDC_ISSUER, or of an issuer in ACCESS_FILE.',
  ],
])('%s stops the start', (_, env, message) => {
  expect(outcome(env)).toBe(message);
});

test('a client stops the start when the access file has no issuer, or several', () => {
  expect(outcome({ ...CLIENT, ACCESS_FILE: accessFile() })).toBe(NO_ISSUER);
  expect(outcome({ ...CLIENT, ACCESS_FILE: accessFile('corp', 'partner') })).toBe(
    'ACCESS_FILE lists several issuers: set CONSOLE_OIDC_ISSUER to the one of the client in CONSOLE_OIDC_CLIENT_ID.',
  );
});
