// Canaries in AWS errors and data, headers, inputs and settings: none appears in the log, the metrics or the traces, and a response
// contains only the canaries of its own data and input.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchema } from '../../src/app/graphql-schema';
import { Collector } from '../support/collector';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { freePort } from '../support/free-port';
import { parseMetrics, Scrape } from '../support/metrics';
import { hasPostgres, PostgresServer } from '../support/postgres';
import { runProgram } from '../support/program';
import { CANARIES, found, leaks, TOKEN, TOKEN_HASH, WRONG_TOKENS } from './canaries';
import { CanaryGateway, type Exchange } from './gateway';
import { malformed, mutations, queries } from './requests';
import { AWS_FAILURES, breakAws, fillAws, restoreAws } from './environment';

const [CURSOR_SECRET, SECRET_KEY, VALKEY_PASSWORD, AUDIT_PASSWORD, OTLP_HEADER] = CANARIES.secret;
const SECRETS = [TOKEN, TOKEN_HASH, ...WRONG_TOKENS];

/** The number of leaks that a failing test prints. */
const MAX_PRINTED = 3;

const folder = mkdtempSync(join(tmpdir(), 'secops-graph-'));
const schema = createSchema();

let emulator: TestEmulator;
let collector: Collector;

beforeAll(async () => {
  emulator = await startTestEmulator({ sizes: { jobs: 3, members: 3, exportJobs: 3, cases: 3 } });
  collector = await Collector.start();
  const roles =
    'roles: { all: { scopes: [macie:read, macie:write, workmail:read, workmail:write, security-ir:read, security-ir:write, audit:read] } }';
  writeFileSync(
    join(folder, 'access.yaml'),
    `${roles}\ntokens: [{ name: canaries, sha256: "${TOKEN_HASH}", roles: [all] }]\n`,
  );
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  collector.close();
  await emulator.close();
});

function environment(): NodeJS.ProcessEnv {
  return {
    AWS_MODE: 'live',
    AWS_ENDPOINT_URL: emulator.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: '111122223333',
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    ACCESS_FILE: join(folder, 'access.yaml'),
    DATABASE_FILE: ':memory:',
    CURSOR_SECRET,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '20',
    OTEL_BSP_MAX_QUEUE_SIZE: '100000',
  };
}

const leakySpans = () => collector.spans.filter((span) => leaks(JSON.stringify(span)).length > 0);

/** The canaries that a response must not contain. */
function misplaced({ text, headers }: Exchange): string[] {
  const { data, errors } = partsOf(text);
  const otherErrors = (errors ?? []).filter(({ extensions }) => extensions?.code !== 'BAD_USER_INPUT');
  return [
    ...found(text + headers, 'awsError', 'header', 'secret'),
    ...SECRETS.filter((secret) => (text + headers).includes(secret)),
    ...found(JSON.stringify(errors ?? (data === undefined ? text : '')), 'awsData'),
    // Only an error about the input may repeat the input.
    ...found(JSON.stringify(otherErrors.map(({ message, extensions }) => [message, extensions])), 'input'),
  ];
}

function leaksOf(
  exchange: Exchange,
): { readonly canaries: readonly string[]; readonly exchange: Exchange }[] {
  const canaries = misplaced(exchange);
  return canaries.length === 0 ? [] : [{ canaries, exchange }];
}

interface Parts {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: unknown };
  }[];
}

function partsOf(text: string): Parts {
  try {
    return JSON.parse(text) as Parts;
  } catch {
    return {};
  }
}

/** Expects that the output and the metrics of the gateway contain no canary, and that every log line is JSON. */
function expectCleanOutput({ program, metrics }: CanaryGateway): void {
  const lines = program.stderr().split('\n');
  expect(lines.pop()).toBe('');
  const entries = lines.map((line) => JSON.parse(line) as { readonly msg: string });
  expect(lines.filter((line) => leaks(line).length > 0).slice(0, MAX_PRINTED)).toEqual([]);
  expect(entries.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(100);
  expect(leaks(program.stdout())).toEqual([]);
  expect(program.stdout().trim().split('\n')).toHaveLength(7);
  expect(metrics.split('\n').filter((line) => leaks(line).length > 0)).toEqual([]);
}

test('leaks no canary through requests of all kinds and failures of AWS', async () => {
  const gateway = await CanaryGateway.start(environment());
  for (const failure of [undefined, ...AWS_FAILURES]) {
    await fillAws(emulator);
    if (failure !== undefined) await breakAws(emulator, failure);
    await gateway.sendAll([...queries(), ...mutations(schema), ...malformed()]);
    await restoreAws(emulator);
  }
  expect(await gateway.stop()).toBe(0);

  const { exchanges } = gateway;
  expect(exchanges.length).toBeGreaterThan(1_500);
  expect(exchanges.flatMap(leaksOf).slice(0, MAX_PRINTED)).toEqual([]);
  expect(exchanges.filter(({ status }) => status >= 500).slice(0, MAX_PRINTED)).toEqual([]);
  // The canaries do appear where they belong; otherwise their absence elsewhere would prove nothing.
  expect(found(exchanges.map(({ text }) => text).join('\n'), 'awsData')).toEqual(CANARIES.awsData);
  expect(exchanges.filter(({ text }) => text.includes('X-Amz-Signature')).length).toBeGreaterThan(0);
  const scrape = new Scrape(parseMetrics(gateway.metrics));
  const outcomes = scrape.by('secops_graph_aws_calls_total', 'outcome');
  for (const outcome of ['OK', 'AWS_ACCESS_DENIED', 'AWS_REJECTED', 'AWS_UNAVAILABLE']) {
    expect([outcome, (outcomes[outcome] ?? 0) > 10]).toEqual([outcome, true]);
  }
  expect(scrape.sum('secops_graph_aws_throttles_total')).toBeGreaterThan(0);
  expectCleanOutput(gateway);

  expect(collector.spans.length).toBeGreaterThan(5_000);
  expect(leakySpans().slice(0, MAX_PRINTED)).toEqual([]);
  expect(leaks(collector.text)).toEqual([]);
}, 180_000);

test('leaks no canary while Valkey and PostgreSQL are unavailable', async () => {
  const postgres = hasPostgres ? await PostgresServer.start() : undefined;
  const gateway = await CanaryGateway.start({
    ...environment(),
    VALKEY_URL: `redis://:${VALKEY_PASSWORD}@127.0.0.1:${await freePort()}`,
    READ_CACHE_SECONDS: 'ListCases=60',
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${OTLP_HEADER}`,
    ...(postgres && {
      DATABASE_FILE: '',
      DATABASE_URL: postgres.url().replace('postgres@', `postgres:${AUDIT_PASSWORD}@`),
    }),
  });
  await gateway.sendAll([...queries(), ...mutations(schema)]);
  await postgres?.kill();
  await gateway.sendAll([...queries(), ...mutations(schema).slice(0, 40)]);
  expect(await gateway.stop()).toBe(0);
  await postgres?.close();

  expect(gateway.exchanges.flatMap(leaksOf).slice(0, MAX_PRINTED)).toEqual([]);
  expectCleanOutput(gateway);
  // The collector receives its own header, so only the spans are searched.
  expect(leakySpans().slice(0, MAX_PRINTED)).toEqual([]);
});

test.each([
  { CURSOR_SECRET: CURSOR_SECRET.slice(0, 15) },
  { VALKEY_URL: `http://:${VALKEY_PASSWORD}@127.0.0.1` },
  { DATABASE_URL: `postgres://audit:${AUDIT_PASSWORD}@127.0.0.1:1/audit`, DATABASE_FILE: '' },
  { PORT: '70000' },
])('leaks no canary when the gateway does not start: %j', async (env) => {
  const program = runProgram('main.js', { ...environment(), ...env });
  expect(await program.exit()).toBe(1);
  const lines = program.stderr().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: 60 }]);
  expect(leaks(program.stderr())).toEqual([]);
  expect(program.stderr()).not.toContain(CURSOR_SECRET.slice(0, 15));
  expect(program.stdout()).toBe('');
});
