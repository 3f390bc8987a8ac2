// API tokens of the gateway: accepted tokens, rejected tokens, and the command that creates tokens.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../src/config/config';
import { UnauthenticatedError } from '../../src/domain/errors';
import { createAuthenticator, type Authenticator } from '../../src/identity/authenticator';
import type { Principal } from '../../src/domain/principal';
import { runProgram } from '../support/program';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const file = join(folder, 'access.yaml');

const CI = `sog_${'c'.repeat(43)}`;
const OLD = `sog_${'o'.repeat(43)}`;
const SOON = `sog_${'s'.repeat(43)}`;

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

let authenticator: Authenticator;
let log = '';

beforeAll(async () => {
  writeFileSync(
    file,
    `
roles:
  east: { scopes: [macie:read, macie:write], targets: [default] }
  east-cases: { scopes: [security-ir:read], targets: [default] }
tokens:
  - { name: ci, sha256: ${hash(CI)}, roles: [east, east-cases] }
  - { name: old, sha256: ${hash(OLD)}, roles: [east], expires: 2024-02-29 }
  - { name: soon, sha256: ${hash(SOON)}, roles: [east], expires: '2999-12-31T12:00:00Z' }
`,
  );
  const { identity } = readConfig({ ACCESS_FILE: file });
  const logger = pino({ level: 'trace' }, { write: (line: string) => (log += line) });
  authenticator = await createAuthenticator(identity, logger);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const signIn = (token: string): Promise<Principal> => authenticator.authenticate([`Bearer ${token}`]);

test('a token has the scopes and the targets of its roles', async () => {
  expect(await signIn(CI)).toEqual({
    name: 'token:ci',
    scopes: new Set(['macie:read', 'macie:write', 'security-ir:read']),
    targets: new Set(['default']),
  });
  expect(await signIn(SOON)).toMatchObject({ name: 'token:soon' });
});

test.each([
  ['an unknown token', `sog_${'x'.repeat(43)}`, 'unknown API token'],
  ['a token that differs in its last character', `${CI.slice(0, -1)}d`, 'unknown API token'],
  ['a token without its last character', CI.slice(0, -1), 'unknown API token'],
  ['a token with one more character', `${CI}c`, 'unknown API token'],
  ['a token with a capital letter', CI.replace('c', 'C'), 'unknown API token'],
  ['an expired token', OLD, 'expired API token'],
  ['the hash of a token', hash(CI), 'no issuer is configured'],
  ['the hash with the prefix of a token', `sog_${hash(CI)}`, 'unknown API token'],
  ['a token that is too short', 'sog_ci', 'malformed API token'],
  ['the prefix alone', 'sog_', 'malformed API token'],
  ['a token that is too long', `sog_${'c'.repeat(4_000)}`, 'malformed API token'],
  ['the name of a token', 'ci', 'no issuer is configured'],
  ['a JWT', 'eyJhbGciOiJub25lIn0.e30.', 'no issuer is configured'],
])('rejects %s', async (_name, token, reason) => {
  log = '';
  await expect(signIn(token)).rejects.toThrow(UnauthenticatedError);
  expect(JSON.parse(log)).toMatchObject({ msg: 'Sign-in was rejected', reason });
});

test('the log contains neither tokens nor hashes', async () => {
  log = '';
  await signIn(CI);
  await expect(signIn(OLD)).rejects.toThrow(UnauthenticatedError);
  await expect(signIn(hash(CI))).rejects.toThrow(UnauthenticatedError);
  expect(log).not.toBe('');
  for (const secret of [CI, OLD, hash(CI), hash(OLD)]) expect(log).not.toContain(secret);
});

async function createToken(
  ...names: string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const program = runProgram('../scripts/new-token.js', {}, { args: names });
  const code = await program.exit();
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

test('the command creates a new token each time, and prints the line for the access file', async () => {
  const [first, second] = await Promise.all([createToken('ci'), createToken('ci')]);
  const [token = ''] = first.stdout.split('\n');
  const line = /^ {2}- \{.*\}$/m.exec(first.stdout)?.[0] ?? '';
  expect(token).toMatch(/^sog_[\w-]{43}$/);
  expect(second.stdout).not.toContain(token);
  const createdFile = join(folder, 'created.yaml');
  writeFileSync(createdFile, `tokens:\n${line}\n`);
  const { identity } = readConfig({ ACCESS_FILE: createdFile });
  const withToken = await createAuthenticator(identity, pino({ level: 'silent' }));
  expect(await withToken.authenticate([`Bearer ${token}`])).toEqual({
    name: 'token:ci',
    scopes: new Set(['macie:read', 'workmail:read', 'security-ir:read']),
    targets: 'ALL',
  });
});

test.each([[[]], [['Ci token']], [['-ci']]])('the command rejects the name %j', async (names) => {
  const { code, stdout, stderr } = await createToken(...names);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('npm run token -- ci');
});
