// The optional packages: a gateway loads each of them only when its configuration needs it.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { liveEnvironment } from '../support/live-environment';
import { runProgram } from '../support/program';

const PRELOAD = join(__dirname, '../support/loaded-packages.cjs');
const UNREACHABLE = '127.0.0.1:9';
const SQLITE = ['node-sqlite3-wasm'];
const COMPRESSION = ['@fastify/compress'];

const OPTIONAL = [
  '@aws-sdk/credential-providers',
  '@fastify/compress',
  '@fastify/cors',
  '@fastify/static',
  '@opentelemetry/instrumentation',
  '@opentelemetry/sdk-trace-node',
  '@secops-graph/aws-emulator',
  'ajv',
  'ioredis',
  'jose',
  'node-sqlite3-wasm',
  'pg',
  'proper-lockfile',
  'yaml',
];

let emulator: TestEmulator;

beforeAll(async () => {
  emulator = await startTestEmulator();
});

/** The optional packages that a gateway in AWS_MODE=live has loaded at its end. It receives one query, unless its start fails. */
async function loaded(overrides: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
  const list = join(folder, 'packages.json');
  const program = runProgram('main.js', {
    ...liveEnvironment(emulator.url),
    NODE_ENV: 'production',
    NODE_OPTIONS: `--require ${PRELOAD}`,
    LOADED_PACKAGES: list,
    PORT: '0',
    ...overrides,
  });
  const started = await program.printed(/listens at (http:\S+)/).catch(() => undefined);
  if (started !== undefined) await sendQuery(started[1] ?? '');
  program.kill('SIGTERM');
  await program.exit();
  const packages = JSON.parse(readFileSync(list, 'utf8')) as string[];
  return OPTIONAL.filter((name) => packages.includes(name));
}

async function sendQuery(url: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ classificationJobs { nodes { name } } }' }),
  });
  await response.text();
}

function fileWith(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'loaded-')), 'file.yaml');
  writeFileSync(file, content);
  return file;
}

const ROLE = `targets:
  - name: other
    region: us-east-1
    roleArn: arn:aws:iam::222233334444:role/secops-graph
`;

test.each<[string, NodeJS.ProcessEnv, string[]]>([
  ['with nothing but a region', {}, [...COMPRESSION, ...SQLITE]],
  ['without compression', { COMPRESSION: 'off' }, SQLITE],
  [
    'with a file of targets',
    { TARGETS_FILE: fileWith(ROLE) },
    ['@aws-sdk/credential-providers', ...COMPRESSION, ...SQLITE, 'yaml'],
  ],
  [
    'with origins, the explorer and an audit file',
    {
      CORS_ORIGINS: 'https://console.example.com',
      EXPLORER: 'true',
      DATABASE_FILE: join(tmpdir(), `loaded-${process.pid}.sqlite`),
    },
    [...COMPRESSION, '@fastify/cors', '@fastify/static', ...SQLITE, 'proper-lockfile'],
  ],
  [
    'with an issuer',
    { OIDC_ISSUER: `http://${UNREACHABLE}`, OIDC_AUDIENCE: 'any', AUTH: '' },
    [...COMPRESSION, 'jose', ...SQLITE],
  ],
  [
    'with Valkey and a collector',
    { VALKEY_URL: `redis://${UNREACHABLE}`, OTEL_EXPORTER_OTLP_ENDPOINT: `http://${UNREACHABLE}` },
    [...COMPRESSION, '@opentelemetry/instrumentation', '@opentelemetry/sdk-trace-node', 'ioredis', ...SQLITE],
  ],
  [
    'with PostgreSQL, which it cannot reach',
    { DATABASE_URL: `postgres://${UNREACHABLE}/audit`, DATABASE_FILE: '' },
    ['pg'],
  ],
])('%s', async (_name, env, packages) => {
  expect(await loaded(env)).toEqual(packages);
});
