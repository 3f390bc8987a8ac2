// The ports of health and metrics: metrics, which name targets, are not on the port of clients once sign-in is required.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../src/config/config';
import { startGateway } from '../../src/app/serve';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { askAs } from '../support/identity';
import { tokenOf } from '../support/principals';

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const accessFile = join(folder, 'access.yaml');
const targetsFile = join(folder, 'targets.yaml');
const sha256 = createHash('sha256').update(tokenOf('ci')).digest('hex');
writeFileSync(accessFile, `tokens: [{ name: ci, sha256: ${sha256}, roles: [viewer] }]`);
writeFileSync(targetsFile, 'targets: [{ name: secret-project, region: us-east-1 }]');

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator();
});

afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const OIDC = { OIDC_ISSUER: 'https://id.example.com', OIDC_AUDIENCE: 'secops-graph' };
const signIns = [{ ACCESS_FILE: accessFile }, OIDC, { ...OIDC, AUTH: 'required' }];

test.each(signIns)('with the variables %j, metrics have the port 9464 by default', (env) => {
  const operations = { host: '127.0.0.1', port: 9464, publicProbes: true, tracedAs: undefined };
  expect(readConfig(env).operations).toEqual(operations);
  expect(readConfig({ ...env, OPERATIONS_HOST: '::1' }).operations).toEqual({ ...operations, host: '::1' });
});

test.each([...signIns, {}, { AUTH: 'none' }])('OPERATIONS_PORT moves everything with %j', (env) => {
  const operations = { host: '127.0.0.1', port: 9100, publicProbes: false, tracedAs: undefined };
  expect(readConfig({ ...env, OPERATIONS_PORT: '9100' }).operations).toEqual(operations);
});

test.each([{}, { AUTH: 'none' }])('without sign-in, everything has the port of clients with %j', (env) => {
  const operations = { host: '127.0.0.1', port: undefined, publicProbes: true, tracedAs: undefined };
  expect(readConfig(env).operations).toEqual(operations);
});

test.each([
  [{ ACCESS_FILE: accessFile, PORT: '9464' }],
  [{ OPERATIONS_PORT: '9464', PORT: '9464' }],
  [{ ACCESS_FILE: accessFile, OPERATIONS_PORT: '9464', PORT: '9464', OPERATIONS_HOST: '127.0.0.1' }],
])('rejects one port for both: %j', (env) => {
  expect(() => readConfig(env)).toThrow(
    'PORT and OPERATIONS_PORT are both 9464: set OPERATIONS_PORT to another port.',
  );
});

test.each([
  [{ ACCESS_FILE: accessFile, PORT: '9464', OPERATIONS_HOST: '::1' }],
  [{ OPERATIONS_PORT: '0', PORT: '0' }],
  [{ PORT: '9464' }],
])('accepts the ports of %j', (env) => {
  expect(() => readConfig(env)).not.toThrow();
});

test('once sign-in is required, the port of clients has the probes, and neither metrics nor the name of a target', async () => {
  const config = readConfig({
    ACCESS_FILE: accessFile,
    TARGETS_FILE: targetsFile,
    DATABASE_FILE: ':memory:',
  });
  const gateway = await startGateway(
    // The default ports may be in use on this machine.
    { ...config, port: 0, operations: { ...config.operations, port: 0 } },
    { mode: 'emulator', endpoint: emulator.url },
    pino({ level: 'silent' }),
  );
  const read = async (origin: string, page: string) => {
    const response = await fetch(`${origin}${page}`);
    return { status: response.status, text: await response.text() };
  };
  try {
    await askAs(tokenOf('ci'), gateway.url, '{ macieMembers(first: 1) { nodes { accountId } } }');
    expect(gateway.operationsOrigin).not.toBe(gateway.origin);
    expect(await read(gateway.origin, '/livez')).toEqual({ status: 200, text: '{"status":"alive"}' });
    expect(await read(gateway.origin, '/readyz')).toEqual({
      status: 200,
      text: '{"status":"ready","reasons":[],"degraded":[]}',
    });
    const found = await read(gateway.origin, '/metrics');
    expect(found.status).toBe(404);
    expect(found.text).not.toMatch(/secops_graph|secret-project/);
    expect((await read(gateway.operationsOrigin, '/livez')).status).toBe(200);
    expect((await read(gateway.operationsOrigin, '/readyz')).status).toBe(200);
    expect((await read(gateway.operationsOrigin, '/metrics')).text).toContain('target="secret-project"');
  } finally {
    await gateway.close();
  }
});
