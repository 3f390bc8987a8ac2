// The points of the size of a request: one for each started 1,024 bytes beyond the first, charged before the document is parsed.
import { request } from 'node:http';
import pino from 'pino';
import { openGateway } from '../../../src/app/gateway';
import { createHandler } from '../../../src/app/lambda/handler';
import { sizePoints } from '../../../src/graphql/query-limits/rate-limit';
import { testConfig } from '../../support/gateway';
import { lambdaEvent, type EventRequest } from '../../support/lambda-event';
import { times, useRateLimits } from '../../support/rate-limits';

const { harness, start } = useRateLimits();

const JSON_TYPE = { 'content-type': 'application/json' };
const KILOBYTE = 1_024;

/** A body of this many bytes with the members; `padding` is a member that the gateway does not know. */
function bodyOf(bytes: number, members: object): string {
  const body = JSON.stringify({ ...members, padding: '' });
  return body.replace('"padding":""', `"padding":"${'a'.repeat(bytes - body.length)}"`);
}

async function post(url: string, body: string): Promise<number> {
  return (await fetch(url, { method: 'POST', headers: JSON_TYPE, body })).status;
}

/** Sends the body in chunks, without a header that declares its size. */
function postInChunks(url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: JSON_TYPE }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on('error', reject);
    for (let index = 0; index < body.length; index += 1_000) sent.write(body.slice(index, index + 1_000));
    sent.end();
  });
}

async function statuses(count: number, send: () => Promise<number | undefined>): Promise<unknown[]> {
  const all: unknown[] = [];
  for (let index = 0; index < count; index += 1) all.push(await send());
  return all;
}

test.each([
  [0, 0],
  [1, 0],
  [1_024, 0],
  [1_025, 1],
  [2_048, 1],
  [2_049, 2],
  [100_000, 97],
])('%i bytes cost %i points', (bytes, points) => {
  expect(sizePoints(bytes)).toBe(points);
});

const REFUSED_MUTATION = {
  query:
    'mutation ($key: String) { pauseClassificationJob(input: { id: "x", idempotencyKey: $key }) { userErrors { code } } }',
  variables: { key: 'a b' },
};

describe.each<[string, string, number]>([
  // Each of these operations costs a point itself, so that five kilobytes cost 5 points.
  ['a document that cannot be parsed', bodyOf(5 * KILOBYTE, { query: '{' }), 200],
  ['a document that is not valid', bodyOf(5 * KILOBYTE, { query: '{ nothing }' }), 200],
  [
    'variables that do not match',
    bodyOf(5 * KILOBYTE, {
      query: 'query ($a: Int!) { jobs: classificationJobs(first: $a) { nodes { id } } }',
    }),
    200,
  ],
  ['a body that is not JSON', '{'.padEnd(5 * KILOBYTE, ' '), 400],
])('%s', (_title, body, status) => {
  test('costs points by its size', async () => {
    const url = await start({ pointsPerMinute: 11 });
    expect(await statuses(4, () => post(url, body))).toEqual([status, status, 429, 429]);
  });

  test('costs the same without a declared size', async () => {
    const url = await start({ pointsPerMinute: 11 });
    expect(await statuses(4, () => postInChunks(url, body))).toEqual([status, status, 429, 429]);
  });
});

test('a refused mutation costs points by the size of its input', async () => {
  const small = await start({ pointsPerMinute: 230 });
  expect(await statuses(5, () => post(small, JSON.stringify(REFUSED_MUTATION)))).toEqual([
    ...times(4, 200),
    429,
  ]);
  const large = await start({ pointsPerMinute: 230 });
  expect(await statuses(3, () => post(large, bodyOf(50 * KILOBYTE, REFUSED_MUTATION)))).toEqual([
    200, 200, 429,
  ]);
});

test('the query string of a GET request costs points by its size', async () => {
  const url = await start({ pointsPerMinute: 11 });
  const search = '?query=%7B'.padEnd(5 * KILOBYTE, '+');
  expect(await statuses(4, async () => (await fetch(url + search)).status)).toEqual([200, 200, 429, 429]);
});

test('a request that is larger than the remaining points is rejected before it is parsed', async () => {
  const url = await start({ pointsPerMinute: 50 });
  await harness.forgetCalls();
  const response = await fetch(url, {
    method: 'POST',
    headers: JSON_TYPE,
    body: bodyOf(60 * KILOBYTE, { query: '{ classificationJobs { nodes { name } } }' }),
  });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  expect(await harness.operations()).toEqual([]);
});

test('the reported cost is that of the operation, whatever the size of the request', async () => {
  const url = await start({ pointsPerMinute: undefined });
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...JSON_TYPE, 'x-include-aws-usage': 'true' },
    body: bodyOf(20 * KILOBYTE, { query: '{ classificationJobs { nodes { name } } }' }),
  });
  expect(await response.json()).toMatchObject({ extensions: { cost: 50 } });
});

test.each<[string, EventRequest]>([
  ['body', { body: bodyOf(5 * KILOBYTE, { query: '{' }) }],
  ['encoded body', { body: bodyOf(5 * KILOBYTE, { query: '{' }), base64: true }],
  [
    'query string',
    {
      method: 'GET',
      search: 'query=%7B'.padEnd(5 * KILOBYTE, '+'),
    },
  ],
])('on AWS Lambda the %s costs points by its size', async (_title, event) => {
  const queryLimits = { ...testConfig().queryLimits, pointsPerMinute: 11 };
  const gateway = await openGateway(
    testConfig({ queryLimits }),
    { mode: 'emulator', endpoint: harness.emulator.url },
    pino({ level: 'silent' }),
  );
  const handle = createHandler(gateway);
  const invoke = async () =>
    (await handle(lambdaEvent(event), { getRemainingTimeInMillis: () => 60_000 })).statusCode;
  expect(await statuses(4, invoke)).toEqual([200, 200, 429, 429]);
  await gateway.close();
});
