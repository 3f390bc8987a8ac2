// Canaries in what AWS says, in what it stores, in headers, inputs and settings: none gets into the log, the metrics or the
// traces, and none into an answer where it does not belong.
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
import { CanaryGateway, type Answered } from './gateway';
import { malformed, mutations, queries } from './requests';
import { AWS_FAILURES, breakAws, fill, mend } from './environment';

const [CURSOR_SECRET, SECRET_KEY, VALKEY_PASSWORD, AUDIT_PASSWORD, OTLP_HEADER] = CANARIES.secret;
const SECRETS = [TOKEN, TOKEN_HASH, ...WRONG_TOKENS];

/** Of many leaks, so many are shown. */
const SHOWN = 3;

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
    AUDIT_FILE: ':memory:',
    CURSOR_SECRET,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '20',
    OTEL_BSP_MAX_QUEUE_SIZE: '100000',
  };
}

const leakySpans = () => collector.spans.filter((span) => leaks(JSON.stringify(span)).length > 0);

/** What an answer has that it must not have. */
function misplaced({ text, headers }: Answered): string[] {
  const { data, errors } = partsOf(text);
  const strangers = (errors ?? []).filter(({ extensions }) => extensions?.code !== 'BAD_USER_INPUT');
  return [
    ...found(text + headers, 'awsError', 'header', 'secret'),
    ...SECRETS.filter((secret) => (text + headers).includes(secret)),
    ...found(JSON.stringify(errors ?? (data === undefined ? text : '')), 'awsData'),
    // What a client sent may be said again of its mistakes only.
    ...found(JSON.stringify(strangers.map(({ message, extensions }) => [message, extensions])), 'input'),
  ];
}

function complaint(answer: Answered): { readonly seen: readonly string[]; readonly answer: Answered }[] {
  const seen = misplaced(answer);
  return seen.length === 0 ? [] : [{ seen, answer }];
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

/** Nothing of the gateway's own printing has a canary, and the log is JSON to the last line. */
function expectSilence({ program, metrics }: CanaryGateway): void {
  const lines = program.stderr().split('\n');
  expect(lines.pop()).toBe('');
  const told = lines.map((line) => JSON.parse(line) as { readonly msg: string });
  expect(lines.filter((line) => leaks(line).length > 0).slice(0, SHOWN)).toEqual([]);
  expect(told.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(100);
  expect(leaks(program.stdout())).toEqual([]);
  expect(program.stdout().trim().split('\n')).toHaveLength(6);
  expect(metrics.split('\n').filter((line) => leaks(line).length > 0)).toEqual([]);
}

test('through all kinds of requests and failures', async () => {
  const gateway = await CanaryGateway.start(environment());
  for (const failure of [undefined, ...AWS_FAILURES]) {
    await fill(emulator);
    if (failure !== undefined) await breakAws(emulator, failure);
    await gateway.ask([...queries(), ...mutations(schema), ...malformed()]);
    await mend(emulator);
  }
  expect(await gateway.stop()).toBe(0);

  const { answered } = gateway;
  expect(answered.length).toBeGreaterThan(1_500);
  expect(answered.flatMap(complaint).slice(0, SHOWN)).toEqual([]);
  expect(answered.filter(({ status }) => status >= 500).slice(0, SHOWN)).toEqual([]);
  // They were where they belong, or nothing would be shown by their not being elsewhere.
  expect(found(answered.map(({ text }) => text).join('\n'), 'awsData')).toEqual(CANARIES.awsData);
  expect(answered.filter(({ text }) => text.includes('X-Amz-Signature')).length).toBeGreaterThan(0);
  const scrape = new Scrape(parseMetrics(gateway.metrics));
  const outcomes = scrape.by('secops_graph_aws_calls_total', 'outcome');
  for (const outcome of ['OK', 'AWS_ACCESS_DENIED', 'AWS_REJECTED', 'AWS_UNAVAILABLE']) {
    expect([outcome, (outcomes[outcome] ?? 0) > 10]).toEqual([outcome, true]);
  }
  expect(scrape.sum('secops_graph_aws_throttles_total')).toBeGreaterThan(0);
  expectSilence(gateway);

  expect(collector.spans.length).toBeGreaterThan(5_000);
  expect(leakySpans().slice(0, SHOWN)).toEqual([]);
  expect(leaks(collector.text)).toEqual([]);
}, 180_000);

test('beside stores that go away', async () => {
  const postgres = hasPostgres ? await PostgresServer.start() : undefined;
  const gateway = await CanaryGateway.start({
    ...environment(),
    VALKEY_URL: `redis://:${VALKEY_PASSWORD}@127.0.0.1:${await freePort()}`,
    READ_CACHE_SECONDS: 'ListCases=60',
    OTEL_EXPORTER_OTLP_HEADERS: `authorization=${OTLP_HEADER}`,
    ...(postgres && {
      AUDIT_FILE: '',
      AUDIT_DATABASE_URL: postgres.url().replace('postgres@', `postgres:${AUDIT_PASSWORD}@`),
    }),
  });
  await gateway.ask([...queries(), ...mutations(schema)]);
  await postgres?.kill();
  await gateway.ask([...queries(), ...mutations(schema).slice(0, 40)]);
  expect(await gateway.stop()).toBe(0);
  await postgres?.close();

  expect(gateway.answered.flatMap(complaint).slice(0, SHOWN)).toEqual([]);
  expectSilence(gateway);
  // The collector itself gets the header that is meant for it.
  expect(leakySpans().slice(0, SHOWN)).toEqual([]);
});

test.each([
  { CURSOR_SECRET: CURSOR_SECRET.slice(0, 15) },
  { VALKEY_URL: `http://:${VALKEY_PASSWORD}@127.0.0.1` },
  { AUDIT_DATABASE_URL: `postgres://audit:${AUDIT_PASSWORD}@127.0.0.1:1/audit`, AUDIT_FILE: '' },
  { PORT: '70000' },
])('when the gateway does not start: %j', async (env) => {
  const program = runProgram('main.js', { ...environment(), ...env });
  expect(await program.exit()).toBe(1);
  const lines = program.stderr().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ level: 60 }]);
  expect(leaks(program.stderr())).toEqual([]);
  expect(program.stderr()).not.toContain(CURSOR_SECRET.slice(0, 15));
  expect(program.stdout()).toBe('');
});
