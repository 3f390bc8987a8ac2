// The media type and the status of responses, and unusual requests that are valid.
import { PauseClassificationJobDocument } from '../generated/graphql';
import { nextAnswer, openSocket, sendRaw } from '../support/raw-http';
import { JOB, jobStatusInAws, putJob } from '../support/resources';
import { useHarness } from '../support/harness';

const harness = useHarness();

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const TYPENAME = { query: '{ __typename }' };

async function post(body: unknown, accept: string, more: Record<string, string> = {}) {
  const response = await fetch(harness.gateway.url, {
    method: 'POST',
    headers: { 'content-type': JSON_TYPE, accept, ...more },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text };
}

test.each([
  ['*/*', JSON_TYPE],
  ['application/*', JSON_TYPE],
  ['', JSON_TYPE],
  [GRAPHQL_TYPE, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE}; charset=utf-8, ${JSON_TYPE}; charset=utf-8`, GRAPHQL_TYPE],
  [`${GRAPHQL_TYPE},${JSON_TYPE};q=0.9`, GRAPHQL_TYPE],
  [`${JSON_TYPE},${GRAPHQL_TYPE};q=0.9`, JSON_TYPE],
  [`${JSON_TYPE};q=0.5, ${GRAPHQL_TYPE};Q=0.7`, GRAPHQL_TYPE],
  [`${JSON_TYPE};q=0, */*`, GRAPHQL_TYPE],
  [`*/*;q=0.1, ${GRAPHQL_TYPE}`, GRAPHQL_TYPE],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', JSON_TYPE],
  [`multipart/mixed, ${GRAPHQL_TYPE}, ${JSON_TYPE}`, GRAPHQL_TYPE],
])('with Accept: %s the response has the type %s', async (accept, type) => {
  const response = await post(TYPENAME, accept);
  expect(response).toMatchObject({ status: 200, type: `${type}; charset=utf-8` });
});

test.each([
  ['a document with a syntax error', { query: '{' }, 200, 400],
  ['an unknown field', { query: '{ nothing }' }, 200, 400],
  ['a missing variable', { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: {} }, 200, 400],
  ['an unknown operation name', { query: 'query A { __typename }', operationName: 'B' }, 200, 400],
  ['a field that fails', { query: '{ node(id: "none") { id } }' }, 200, 200],
  ['no query', { operationName: 'A' }, 400, 400],
  ['variables that are not an object', { ...TYPENAME, variables: [] }, 400, 400],
  ['a batch', [TYPENAME], 400, 400],
])('responds to %s with the status of each media type', async (_name, body, plain, typed) => {
  const inJson = await post(body, JSON_TYPE);
  const inGraphql = await post(body, `${GRAPHQL_TYPE}; charset=utf-8, ${JSON_TYPE};q=0.9`);
  expect([inJson.status, inGraphql.status]).toEqual([plain, typed]);
  expect(inGraphql).toMatchObject({ type: `${GRAPHQL_TYPE}; charset=utf-8`, text: inJson.text });
  expect(JSON.parse(inJson.text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('rejections before GraphQL execution have the requested media type too', async () => {
  const response = await post(TYPENAME, GRAPHQL_TYPE, { 'content-encoding': 'gzip' });
  expect(response).toMatchObject({ status: 415, type: `${GRAPHQL_TYPE}; charset=utf-8` });
});

test('the gateway does not make a change when the client accepts no available media type', async () => {
  await putJob(harness, 'RUNNING');
  const body = { query: PauseClassificationJobDocument.toString(), variables: { input: { id: JOB } } };
  expect((await post(body, 'text/plain')).status).toBe(406);
  expect(await harness.operations()).toEqual([]);
  expect(await jobStatusInAws(harness)).toBe('RUNNING');
});

const valid = JSON.stringify(TYPENAME);
const requestOf = (body: string | Buffer, ...headers: string[]) =>
  Buffer.concat([
    Buffer.from(
      [
        'POST /graphql HTTP/1.1',
        'host: localhost',
        `content-length: ${Buffer.byteLength(body)}`,
        ...(headers.length === 0 ? ['content-type: application/json'] : headers),
        '\r\n',
      ].join('\r\n'),
    ),
    Buffer.from(body),
  ]);
const nested = (depth: number) =>
  JSON.stringify({
    ...TYPENAME,
    extensions: { a: JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown },
  });

test.each([
  ['a charset', requestOf(valid, 'content-type: application/json; charset=UTF-8')],
  ['a quoted charset, and upper case', requestOf(valid, 'Content-Type: Application/JSON;Charset="utf-8"')],
  ['a byte order mark', requestOf(`\ufeff${valid}`)],
  [
    'the content encoding identity',
    requestOf(valid, 'content-type: application/json', 'content-encoding: identity'),
  ],
  ['Expect: 100-continue', requestOf(valid, 'content-type: application/json', 'expect: 100-continue')],
  ['ninety nested lists', requestOf(nested(90))],
  [
    'colons, braces and quotes in strings',
    requestOf(JSON.stringify({ ...TYPENAME, extensions: { 'a":{': '\\":1,\\"}' } })),
  ],
  [
    'one name in two different objects',
    requestOf('{"query":"{ __typename }","extensions":{"query":"a","b":[{"c":1},{"c":1}]}}'),
  ],
  [
    'constructor as a member name',
    requestOf('{"query":"{ __typename }","extensions":{"constructor":1,"prototype":{}}}'),
  ],
  [
    'numbers of all sizes',
    requestOf('{"query":"{ __typename }","extensions":{"a":[-0,1.5e-7,9007199254740991,0.1]}}'),
  ],
  [
    'characters beyond the BMP',
    requestOf('{"query":"{ __typename }","extensions":{"a":"\u{1f3c3}\\ud83c\\udfc3"}}'),
  ],
  [
    'a chunked body',
    Buffer.from(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${valid.length.toString(16)}\r\n${valid}\r\n0\r\n\r\n`,
    ),
  ],
  [
    'a slash at the end of the path',
    Buffer.from(requestOf(valid).toString().replace('/graphql', '/graphql/')),
  ],
  [
    'a GET with a slash at the end of the path',
    Buffer.from('GET /graphql/?query=%7B__typename%7D HTTP/1.1\r\nhost: localhost\r\n\r\n'),
  ],
  [
    'an unknown parameter of a GET',
    Buffer.from('GET /graphql?query=%7B__typename%7D&x=%7B HTTP/1.1\r\nhost: localhost\r\n\r\n'),
  ],
])('accepts %s', async (_name, request) => {
  const response = await sendRaw(harness.gateway.url, request);
  expect(response?.status).toBe(200);
  expect(JSON.parse(response?.body ?? '')).toEqual({ data: { __typename: 'Query' } });
});

test('the gateway responds to a request that is followed by bytes that are not HTTP', async () => {
  await putJob(harness, 'RUNNING');
  await harness.lay({ service: 'macie2', operation: 'DescribeClassificationJob', latencyMs: 300, count: 1 });
  const body = { query: PauseClassificationJobDocument.toString(), variables: { input: { id: JOB } } };
  const socket = await openSocket(harness.gateway.url);
  socket.write(Buffer.concat([requestOf(JSON.stringify(body)), Buffer.from('<nothing>\r\n\r\n')]));
  const response = await nextAnswer(socket);
  expect(response?.status).toBe(200);
  expect(JSON.parse(response?.body ?? '')).toMatchObject({
    data: { pauseClassificationJob: { outcome: 'APPLIED' } },
  });
});
