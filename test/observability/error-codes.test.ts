// The codes in the log line of a request are the codes of the errors that the client got.
import pino from 'pino';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import { openGateway, type Gateway } from '../../src/app/gateway';
import { createHandler } from '../../src/app/lambda/handler';
import { SqlAuditLog } from '../../src/audit/sql-audit-log';
import type { Config } from '../../src/config/config';
import { Targets } from '../../src/domain/targets';
import { tokenOf } from '../support/principals';
import { testConfig } from '../support/gateway';
import { useHarness } from '../support/harness';
import { lambdaEvent } from '../support/lambda-event';
import { Scrape } from '../support/metrics';
import { CASE, JOB, putJob } from '../support/resources';

const harness = useHarness();

interface Line {
  readonly msg: string;
  readonly codes: readonly string[];
}

interface Body {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const lines: Line[] = [];
const logger = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line) as Line) });

async function start(overrides: Partial<Config> = {}): Promise<ServedGateway> {
  const aws = { mode: 'emulator', endpoint: harness.emulator.url } as const;
  return startGateway(testConfig(overrides), aws, logger);
}

let gateway: ServedGateway;

beforeAll(async () => {
  gateway = await start({
    queryLimits: {
      maxComplexity: 1_000,
      pointsPerMinute: undefined,
      introspection: true,
      trustedDocuments: undefined,
    },
  });
});

beforeEach(() => {
  lines.length = 0;
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => gateway.close());

interface Sent {
  readonly query?: string;
  readonly variables?: object;
  readonly body?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly search?: string;
}

/** Sends a request, expects one line with the codes of its response, and returns the status and the codes in the body. */
async function codesOf(
  { query, variables, method = 'POST', headers = {}, search = '', ...sent }: Sent,
  { url } = gateway,
): Promise<{ status: number; codes: readonly string[] }> {
  const response = await fetch(url + search, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: sent.body ?? JSON.stringify({ query, variables }) }),
  });
  const { errors = [] } = (await response.json()) as Body;
  const codes = errors.map(({ extensions }) => extensions.code);
  const [line, ...others] = lines.filter(({ msg }) => msg === 'request');
  expect(others).toEqual([]);
  expect(line?.codes).toEqual([...new Set(codes)]);
  return { status: response.status, codes };
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const JOBS = '{ classificationJobs { nodes { name } } }';

test.each<[string, Sent, number, readonly string[]]>([
  ['a query without errors', { query: JOBS }, 200, []],
  ['a body that is not JSON', { body: '{' }, 400, ['BAD_USER_INPUT']],
  ['a body without a query', { body: '{}' }, 400, ['BAD_USER_INPUT']],
  ['a body that is a list', { body: '[]' }, 400, ['BAD_USER_INPUT']],
  ['a body that is too large', { body: ' '.repeat(110_000) }, 413, ['BAD_USER_INPUT']],
  ['another media type', { body: 'x', headers: { 'content-type': 'text/plain' } }, 415, ['BAD_USER_INPUT']],
  [
    'a media type that is not accepted',
    { query: JOBS, headers: { accept: 'image/png' } },
    406,
    ['BAD_USER_INPUT'],
  ],
  ['a page of another origin', { query: JOBS, headers: { origin: 'https://a.example' } }, 403, ['FORBIDDEN']],
  ['a malformed query string', { method: 'GET', search: '?query=%ff' }, 400, ['BAD_USER_INPUT']],
  [
    'a mutation by GET',
    { method: 'GET', search: '?query=mutation%7B__typename%7D' },
    405,
    ['BAD_USER_INPUT'],
  ],
  ['a document that does not parse', { query: '{' }, 200, ['BAD_USER_INPUT']],
  [
    'an unknown operation',
    { body: JSON.stringify({ query: JOBS, operationName: 'B' }) },
    200,
    ['BAD_USER_INPUT'],
  ],
  [
    'variables that do not match',
    { query: 'query ($id: ID!) { node(id: $id) { id } }' },
    200,
    ['BAD_USER_INPUT'],
  ],
  [
    'an operation that costs too much',
    { query: `{ ${repeat(50, (index) => `a${index}: classificationJobs(first: 100) { nodes { name } }`)} }` },
    200,
    ['BAD_USER_INPUT'],
  ],
])('%s', async (_name, sent, status, codes) => {
  expect(await codesOf(sent)).toEqual({ status, codes });
});

test('a document with more errors than a response lists', async () => {
  const query = `{ classificationJobs { nodes { ${repeat(200, (index) => `nothing${index}`)} } } }`;
  const { status, codes } = await codesOf({ query });
  expect([status, new Set(codes)]).toEqual([200, new Set(['BAD_USER_INPUT'])]);
  expect(codes.length).toBeGreaterThan(49);
  expect(codes.length).toBeLessThan(52);
});

test('fields that fail for different reasons', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay(
    {
      service: 'macie2',
      operation: 'DescribeClassificationJob',
      error: { type: 'AccessDeniedException', status: 403 },
    },
    { service: 'security-ir', operation: 'GetCase', error: { type: 'ThrottlingException', status: 429 } },
  );
  const query = `{
    job: node(id: "${JOB}") { ... on ClassificationJob { description } }
    again: node(id: "${JOB}") { ... on ClassificationJob { description } }
    securityCase: node(id: "${CASE}") { ... on SecurityCase { description } }
    invalid: node(id: "none") { id }
  }`;
  const { status, codes } = await codesOf({ query });
  expect(status).toBe(200);
  expect(new Set(codes)).toEqual(new Set(['AWS_ACCESS_DENIED', 'AWS_THROTTLED', 'BAD_USER_INPUT']));
});

test('an error of a field that the gateway hides from the client', async () => {
  jest.spyOn(SqlAuditLog.prototype, 'find').mockRejectedValue(new RangeError('planted'));
  const query = '{ auditTrail(first: 1) { nodes { outcome } } targets { name } }';
  expect(await codesOf({ query })).toEqual({ status: 200, codes: ['INTERNAL_SERVER_ERROR'] });
});

test('an error of the gateway outside of the execution', async () => {
  jest.spyOn(Targets.prototype, 'visibleTo').mockImplementation(() => {
    throw new RangeError('planted');
  });
  expect(await codesOf({ query: JOBS })).toEqual({ status: 500, codes: ['INTERNAL_SERVER_ERROR'] });
});

test('a token that is missing or not valid, and a caller beyond its rate limit', async () => {
  const guarded = await start({ identity: { issuers: [], roles: new Map(), tokens: [] } });
  try {
    const expected = { status: 401, codes: ['UNAUTHENTICATED'] };
    expect(await codesOf({ query: JOBS }, guarded)).toEqual(expected);
    lines.length = 0;
    const authorization = `Bearer ${tokenOf('nobody')}`;
    expect(await codesOf({ query: JOBS, headers: { authorization } }, guarded)).toEqual(expected);
  } finally {
    await guarded.close();
  }
  lines.length = 0;
  const { queryLimits } = testConfig();
  const limited = await start({ queryLimits: { ...queryLimits, pointsPerMinute: 1 } });
  try {
    expect(await codesOf({ query: JOBS }, limited)).toEqual({ status: 429, codes: ['RATE_LIMITED'] });
  } finally {
    await limited.close();
  }
});

test('the metric of errors counts the same codes', async () => {
  const counts = async () => (await Scrape.of(gateway.url)).by('secops_graph_errors_total', 'code');
  const before = await counts();
  await codesOf({ body: '{' });
  lines.length = 0;
  await codesOf({ query: '{ nothing other }' });
  const after = await counts();
  expect((after.BAD_USER_INPUT ?? 0) - (before.BAD_USER_INPUT ?? 0)).toBe(3);
});

test.each([
  ['a body that is not JSON', '{', ['BAD_USER_INPUT']],
  ['a body without a query', '{}', ['BAD_USER_INPUT']],
  ['unknown fields', JSON.stringify({ query: '{ nothing other }' }), ['BAD_USER_INPUT']],
])('on AWS Lambda, %s', async (_name, body, codes) => {
  const opened: Gateway = await openGateway(
    testConfig(),
    { mode: 'emulator', endpoint: harness.emulator.url },
    logger,
  );
  const headers = { 'content-type': 'application/json' };
  await createHandler(opened)(lambdaEvent({ body, headers }), { getRemainingTimeInMillis: () => 60_000 });
  await opened.close();
  expect(lines.filter(({ msg }) => msg === 'request').map((line) => line.codes)).toEqual([codes]);
});
