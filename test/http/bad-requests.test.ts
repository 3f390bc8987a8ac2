// Malformed requests: the gateway rejects each with a GraphQL error, without an AWS call, and keeps serving other clients.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { GraphqlAnswer } from '../support/gateway';
import { nextAnswer, openSocket, sendRaw } from '../support/raw-http';
import { useHarness } from '../support/harness';

const harness = useHarness();

/** A text in every request that must not appear in any response. */
const CANARY = 'canary7f3c';
const QUERY = `{ classificationJobs(first: 1) { nodes { name } } }`;

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'host: localhost', `x-${CANARY}: ${CANARY}`, ...headers].join('\r\n') + '\r\n\r\n';
const post = (body: string | Buffer, ...headers: string[]) => [
  head(
    'POST /graphql',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(headers.some((each) => each.startsWith('content-type')) ? [] : ['content-type: application/json']),
    ...headers,
  ),
  body,
];
const get = (search: string, ...headers: string[]) => [head(`GET /graphql${search}`, ...headers)];
const withVariables = (json: string) => post(`{"query":"${QUERY}","variables":${json}}`);
const withBytes = (...bytes: number[]) =>
  post(Buffer.concat([Buffer.from(`{"query":"${QUERY} #`), Buffer.from(bytes), Buffer.from('"}')]));
const encoded = encodeURIComponent(QUERY);
const valid = JSON.stringify({ query: QUERY });

type Case = readonly [name: string, status: number, parts: readonly (string | Buffer)[]];

const CASES: readonly Case[] = [
  // Bodies
  ['an empty body', 400, post('')],
  ['an empty body without a content type', 400, [head('POST /graphql', 'content-length: 0')]],
  ['a truncated body', 400, post(`{"query":"${CANARY}`)],
  ['a body that is a string', 400, post(`"${CANARY}"`)],
  ['a body that is null', 400, post('null')],
  ['a body that is a number', 400, post('7')],
  ['an empty object', 400, post('{}')],
  ['a batch', 400, post(`[${valid},${valid}]`)],
  ['an empty batch', 400, post('[]')],
  ['an object in place of a query', 400, post(`{"query":{"kind":"${CANARY}"}}`)],
  ['text in place of variables', 400, withVariables(`"${CANARY}"`)],
  ['a list in place of variables', 400, withVariables('[1]')],
  ['a number in place of an operation name', 400, post(`{"query":"${QUERY}","operationName":7}`)],
  ['truncated UTF-8', 400, withBytes(0xc3)],
  ['overlong UTF-8', 400, withBytes(0xc0, 0xaf)],
  ['a surrogate encoded in UTF-8', 400, withBytes(0xed, 0xa0, 0x80)],
  ['Latin 1', 400, withBytes(0xe9)],
  ['UTF-16 with a byte order mark', 400, post(Buffer.from(`\ufeff${valid}`, 'utf16le'))],
  ['a lone surrogate in a value', 400, withVariables(String.raw`{"a":"\ud800"}`)],
  ['a lone surrogate in a name', 400, withVariables(String.raw`{"\udc00":1}`)],
  ['a duplicate name', 400, post(`{"query":"{ __typename }","query":"${QUERY}"}`)],
  ['a duplicate name with equal values', 400, post(`{"query":"${QUERY}","query":"${QUERY}"}`)],
  ['a duplicate name, once escaped', 400, post(`{"query":"${QUERY}","quer\\u0079":"{ __typename }"}`)],
  ['a duplicate name in a nested object', 400, withVariables(`{"a":[{"b":1,"b":2}]}`)],
  ['__proto__', 400, withVariables(`{"__proto__":{"${CANARY}":1}}`)],
  ['__proto__, escaped and nested', 400, withVariables(`{"a":[{"\\u005f_proto__":1}]}`)],
  ['constructor.prototype', 400, withVariables(`{"a":{"constructor":{"prototype":{"${CANARY}":1}}}}`)],
  ['10,000 nested lists', 400, withVariables(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['10,000 nested objects', 400, withVariables(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ['10,000 unclosed lists', 400, post('['.repeat(10_000))],
  ['a number that overflows', 400, withVariables('{"a":1e999}')],
  ['a number that loses precision', 400, withVariables('{"a":12345678901234567890}')],
  ['NaN', 400, withVariables('{"a":NaN}')],
  ['a comment', 400, withVariables('/* a */ {}')],
  [
    'a body larger than 100 kB',
    413,
    post(JSON.stringify({ query: QUERY, variables: { a: 'x'.repeat(100_000) } })),
  ],
  ['a body of 5 MB', 413, post(JSON.stringify({ query: QUERY, variables: { a: 'x'.repeat(5_000_000) } }))],
  [
    'a chunked body larger than 100 kB',
    413,
    [
      head('POST /graphql', 'content-type: application/json', 'transfer-encoding: chunked'),
      `20000\r\n${'x'.repeat(0x20000)}\r\n0\r\n\r\n`,
    ],
  ],
  // Content types
  ['no content type', 415, [head('POST /graphql', `content-length: ${valid.length}`), valid]],
  ['plain text', 415, post(valid, 'content-type: text/plain')],
  ['a URL-encoded form', 415, post(`query=${encoded}`, 'content-type: application/x-www-form-urlencoded')],
  ['a multipart form', 415, post(valid, 'content-type: multipart/form-data; boundary=x')],
  ['the content type application/graphql', 415, post(QUERY, 'content-type: application/graphql')],
  ['a long content type', 415, post(valid, `content-type: application/json; a=${' '.repeat(256)}b`)],
  ['a malformed content type', 415, post(valid, `content-type: ${CANARY}`)],
  ['another charset', 415, post(valid, 'content-type: application/json; charset=latin1')],
  [
    'the charset UTF-16',
    415,
    post(Buffer.from(valid, 'utf16le'), 'content-type: application/json;charset=utf-16'),
  ],
  ['a body with gzip', 415, post(gzipSync(valid), 'content-encoding: gzip')],
  ['content encoding gzip without gzip', 415, post(valid, 'content-encoding: gzip')],
  ['an unknown content encoding', 415, post(valid, `content-encoding: ${CANARY}`)],
  ['a client that accepts only HTML', 406, post(valid, 'accept: text/html')],
  ['a client that accepts only multipart responses', 406, post(valid, 'accept: multipart/mixed')],
  [
    'a client that excludes JSON',
    406,
    post(valid, 'accept: application/json;q=0, application/graphql-response+json;q=0'),
  ],
  // Methods and paths
  ['PUT', 405, [head('PUT /graphql', 'content-length: 0')]],
  ['DELETE', 405, [head('DELETE /graphql')]],
  ['PATCH', 405, [head('PATCH /graphql')]],
  ['OPTIONS', 405, [head('OPTIONS /graphql')]],
  ['PUT, with a slash at the end of the path', 405, [head('PUT /graphql/', 'content-length: 0')]],
  ['two slashes at the end of the path', 404, [head('GET /graphql//')]],
  ['TRACE', 405, [head('TRACE /graphql')]],
  ['PROPFIND', 405, [head('PROPFIND /graphql')]],
  ['an unknown path', 404, [head(`GET /${CANARY}`)]],
  ['an unknown path, with a body', 404, [head(`POST /${CANARY}`, `content-length: ${valid.length}`), valid]],
  ['a path with a truncated escape', 400, [head(`GET /${CANARY}%`)]],
  ['a path that is not UTF-8', 400, [head(`GET /${CANARY}%ff`)]],
  ['a path with ..', 404, [head(`GET /graphql/../../${CANARY}`)]],
  ['no Host header', 400, [`GET /graphql?query=${encoded} HTTP/1.1\r\n\r\n`]],
  ['a malformed Host header', 400, [`GET /graphql?query=${encoded} HTTP/1.1\r\nhost: ${CANARY} <\r\n\r\n`]],
  // By GET
  ['a mutation by GET', 405, get(`?query=${encodeURIComponent('mutation { __typename }')}`)],
  ['no query by GET', 400, get('')],
  ['two query parameters', 400, get(`?query=${encoded}&query=${encoded}`)],
  ['variables that are not JSON', 400, get(`?query=${encoded}&variables=${CANARY}`)],
  ['variables with a duplicate name', 400, get(`?query=${encoded}&variables=%7B%22a%22:1,%22a%22:2%7D`)],
  ['variables with __proto__', 400, get(`?query=${encoded}&variables=%7B%22__proto__%22:1%7D`)],
  ['a query that is not UTF-8', 400, get(`?query=%ff${encoded}`)],
  ['a query with a truncated escape', 400, get(`?query=${encoded}%2`)],
  ['a form by GET', 415, get(`?query=${encoded}`, 'content-type: application/x-www-form-urlencoded')],
  // Malformed HTTP
  ['a request line that is not HTTP', 400, [`${CANARY}\r\n\r\n`]],
  ['HTTP/2', 400, ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
  ['TLS', 400, [Buffer.from('1603010200010001fc0303', 'hex')]],
  ['a space in a header name', 400, [head('GET /graphql', `bad header: ${CANARY}`)]],
  ['a NUL in a header', 400, [head('GET /graphql', `x: ${CANARY}\0`)]],
  ['headers of 20 kB', 431, [head('GET /graphql', `x: ${'x'.repeat(20_000)}`)]],
  ['a URL of 20 kB', 431, get(`?query=${'x'.repeat(20_000)}`)],
  ['two Content-Length headers', 400, post(valid, `content-length: ${valid.length + 1}`)],
  ['a malformed Content-Length', 400, [head('POST /graphql', 'content-length: 1e3'), valid]],
  ['a negative Content-Length', 400, [head('POST /graphql', 'content-length: -1'), valid]],
  ['Content-Length and chunks', 400, post(`0\r\n\r\n${valid}`, 'transfer-encoding: chunked')],
  [
    'malformed chunks',
    400,
    [head('POST /graphql', 'transfer-encoding: chunked', 'content-type: application/json'), `${CANARY}\r\n`],
  ],
  ['an unknown transfer encoding', 400, [head('POST /graphql', `transfer-encoding: ${CANARY}`), valid]],
  [
    'a Content-Length that is too short',
    400,
    [head('POST /graphql', 'content-type: application/json', 'content-length: 9'), valid],
  ],
  ['an unknown expectation', 417, post(valid, `expect: ${CANARY}`)],
];

function expectRejection(body: string): void {
  const { errors, ...rest } = JSON.parse(body) as GraphqlAnswer<never>;
  expect(rest).toEqual({});
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toEqual({
    message: expect.stringMatching(/^[A-Z`].+/) as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(body).not.toMatch(/\bat .*:\d+|node_modules|FST_|HPE_|SyntaxError|statusCode/);
  expect(body).not.toContain(CANARY);
}

test.each(CASES)('rejects %s with %i', async (_name, status, parts) => {
  const response = await sendRaw(harness.gateway.url, ...parts);
  expect(response?.status).toBe(status);
  expect(response?.headers.get('content-type')).toMatch(/^application\/json; charset=utf-8$/);
  expect(response?.headers.get('cache-control')).toBe('no-store');
  expectRejection(response?.body ?? '');
  expect(await harness.operations()).toEqual([]);
  expect(await harness.gateway.send(QUERY)).toEqual({ data: { classificationJobs: { nodes: [] } } });
});

test('a client that reads only after it has sent the whole request gets the response', async () => {
  const socket = await openSocket(harness.gateway.url);
  socket.pause();
  const [start = '', body = ''] = post('x'.repeat(1_000_000));
  const bytes = Buffer.from(body);
  socket.write(start);
  for (let sent = 0; sent < bytes.length; sent += 100_000) {
    socket.write(bytes.subarray(sent, sent + 100_000));
    await delay(50);
  }
  socket.resume();
  const response = await nextAnswer(socket);
  socket.destroy();
  expect(response?.status).toBe(413);
});

test('the gateway closes the connection of a client that keeps sending a rejected request', async () => {
  const socket = await openSocket(harness.gateway.url);
  const start = performance.now();
  socket.write(head('POST /graphql', 'content-type: text/plain', 'content-length: 90000'));
  const timer = setInterval(() => socket.write('x'), 100);
  const response = await nextAnswer(socket);
  await once(socket, 'close');
  clearInterval(timer);
  expect(response?.status).toBe(415);
  // Well before the timeout of a request, which is 20 s.
  expect(performance.now() - start).toBeLessThan(10_000);
});
