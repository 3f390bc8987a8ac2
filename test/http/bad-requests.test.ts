// Requests that no client should send: each is refused in GraphQL's shape, costs no AWS call, and harms nobody else.
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { GraphqlAnswer } from '../support/gateway';
import { nextAnswer, openSocket, sendRaw } from '../support/raw-http';
import { useHarness } from '../support/harness';

const harness = useHarness();

/** In every request, and in no answer. */
const CANARY = 'canary7f3c';
const QUERY = `{ classificationJobs(first: 1) { nodes { name } } }`;

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'host: gateway.test', `x-${CANARY}: ${CANARY}`, ...headers].join('\r\n') + '\r\n\r\n';
const post = (body: string | Buffer, ...headers: string[]) => [
  head(
    'POST /graphql',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(headers.some((each) => each.startsWith('content-type')) ? [] : ['content-type: application/json']),
    ...headers,
  ),
  body,
];
const get = (search: string, ...headers: string[]) => [
  head(`GET /graphql${search}`, 'apollo-require-preflight: 1', ...headers),
];
const withVariables = (json: string) => post(`{"query":"${QUERY}","variables":${json}}`);
const withBytes = (...bytes: number[]) =>
  post(Buffer.concat([Buffer.from(`{"query":"${QUERY} #`), Buffer.from(bytes), Buffer.from('"}')]));
const encoded = encodeURIComponent(QUERY);
const valid = JSON.stringify({ query: QUERY });

type Case = readonly [name: string, status: number, parts: readonly (string | Buffer)[]];

const CASES: readonly Case[] = [
  // Bodies
  ['no body', 400, post('')],
  ['no body and no type', 400, [head('POST /graphql', 'content-length: 0', 'apollo-require-preflight: 1')]],
  ['half a body', 400, post(`{"query":"${CANARY}`)],
  ['a body that is no object', 400, post(`"${CANARY}"`)],
  ['null', 400, post('null')],
  ['a number', 400, post('7')],
  ['an empty object', 400, post('{}')],
  ['a batch', 400, post(`[${valid},${valid}]`)],
  ['an empty batch', 400, post('[]')],
  ['an object in place of a query', 400, post(`{"query":{"kind":"${CANARY}"}}`)],
  ['text in place of variables', 400, withVariables(`"${CANARY}"`)],
  ['a list in place of variables', 400, withVariables('[1]')],
  ['a number in place of a name', 400, post(`{"query":"${QUERY}","operationName":7}`)],
  ['UTF-8 cut short', 400, withBytes(0xc3)],
  ['UTF-8 longer than need be', 400, withBytes(0xc0, 0xaf)],
  ['a surrogate in UTF-8', 400, withBytes(0xed, 0xa0, 0x80)],
  ['Latin 1', 400, withBytes(0xe9)],
  ['UTF-16 with its mark', 400, post(Buffer.from(`\ufeff${valid}`, 'utf16le'))],
  ['a lone surrogate', 400, withVariables(String.raw`{"a":"\ud800"}`)],
  ['a lone surrogate in a name', 400, withVariables(String.raw`{"\udc00":1}`)],
  ['a name twice', 400, post(`{"query":"{ __typename }","query":"${QUERY}"}`)],
  ['a name twice with one value', 400, post(`{"query":"${QUERY}","query":"${QUERY}"}`)],
  ['a name twice, once escaped', 400, post(`{"query":"${QUERY}","quer\\u0079":"{ __typename }"}`)],
  ['a name twice inside', 400, withVariables(`{"a":[{"b":1,"b":2}]}`)],
  ['__proto__', 400, withVariables(`{"__proto__":{"${CANARY}":1}}`)],
  ['__proto__ escaped, and deep', 400, withVariables(`{"a":[{"\\u005f_proto__":1}]}`)],
  ['constructor.prototype', 400, withVariables(`{"a":{"constructor":{"prototype":{"${CANARY}":1}}}}`)],
  ['10,000 lists in each other', 400, withVariables(`{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['10,000 objects in each other', 400, withVariables(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ['10,000 lists that do not end', 400, post('['.repeat(10_000))],
  ['a number beyond all', 400, withVariables('{"a":1e999}')],
  ['a number that would be rounded', 400, withVariables('{"a":12345678901234567890}')],
  ['NaN', 400, withVariables('{"a":NaN}')],
  ['a comment', 400, withVariables('/* a */ {}')],
  ['more than 100 kB', 413, post(JSON.stringify({ query: QUERY, variables: { a: 'x'.repeat(100_000) } }))],
  ['5 MB', 413, post(JSON.stringify({ query: QUERY, variables: { a: 'x'.repeat(5_000_000) } }))],
  [
    'more than 100 kB in chunks',
    413,
    [
      head('POST /graphql', 'content-type: application/json', 'transfer-encoding: chunked'),
      `20000\r\n${'x'.repeat(0x20000)}\r\n0\r\n\r\n`,
    ],
  ],
  // Types
  ['no type', 415, [head('POST /graphql', `content-length: ${valid.length}`), valid]],
  ['plain text', 415, post(valid, 'content-type: text/plain')],
  ['a form', 415, post(`query=${encoded}`, 'content-type: application/x-www-form-urlencoded')],
  ['a form of parts', 415, post(valid, 'content-type: multipart/form-data; boundary=x')],
  ['bare GraphQL', 415, post(QUERY, 'content-type: application/graphql')],
  ['a type that is none', 415, post(valid, `content-type: ${CANARY}`)],
  ['another charset', 415, post(valid, 'content-type: application/json; charset=latin1')],
  [
    'UTF-16 by its name',
    415,
    post(Buffer.from(valid, 'utf16le'), 'content-type: application/json;charset=utf-16'),
  ],
  ['gzip', 415, post(gzipSync(valid), 'content-encoding: gzip')],
  ['gzip that is none', 415, post(valid, 'content-encoding: gzip')],
  ['an unknown encoding', 415, post(valid, `content-encoding: ${CANARY}`)],
  ['answers in HTML only', 406, post(valid, 'accept: text/html')],
  ['answers in parts only', 406, post(valid, 'accept: multipart/mixed')],
  [
    'JSON not wanted',
    406,
    post(valid, 'accept: application/json;q=0, application/graphql-response+json;q=0'),
  ],
  // Methods and addresses
  ['PUT', 405, [head('PUT /graphql', 'content-length: 0')]],
  ['DELETE', 405, [head('DELETE /graphql')]],
  ['PATCH', 405, [head('PATCH /graphql')]],
  ['OPTIONS', 405, [head('OPTIONS /graphql')]],
  ['TRACE', 405, [head('TRACE /graphql')]],
  ['PROPFIND', 405, [head('PROPFIND /graphql')]],
  ['another address', 404, [head(`GET /${CANARY}`)]],
  ['another address, with a body', 404, [head(`POST /${CANARY}`, `content-length: ${valid.length}`), valid]],
  ['an address that is cut', 400, [head(`GET /${CANARY}%`)]],
  ['an address that is not UTF-8', 400, [head(`GET /${CANARY}%ff`)]],
  ['out of the folder', 404, [head(`GET /graphql/../../${CANARY}`)]],
  ['no host', 400, [`GET /graphql?query=${encoded} HTTP/1.1\r\napollo-require-preflight: 1\r\n\r\n`]],
  ['a host that is none', 400, [`GET /graphql?query=${encoded} HTTP/1.1\r\nhost: ${CANARY} <\r\n\r\n`]],
  // By GET
  ['a mutation', 405, get(`?query=${encodeURIComponent('mutation { __typename }')}`)],
  ['no query', 400, get('')],
  ['two queries', 400, get(`?query=${encoded}&query=${encoded}`)],
  ['variables that are no JSON', 400, get(`?query=${encoded}&variables=${CANARY}`)],
  ['variables with a name twice', 400, get(`?query=${encoded}&variables=%7B%22a%22:1,%22a%22:2%7D`)],
  ['variables with __proto__', 400, get(`?query=${encoded}&variables=%7B%22__proto__%22:1%7D`)],
  ['a query that is not UTF-8', 400, get(`?query=%ff${encoded}`)],
  ['a query cut in an escape', 400, get(`?query=${encoded}%2`)],
  ['without the header against forgery', 400, [head(`GET /graphql?query=${encoded}`)]],
  ['a form by GET', 415, get(`?query=${encoded}`, 'content-type: application/x-www-form-urlencoded')],
  // What is not HTTP
  ['no HTTP', 400, [`${CANARY}\r\n\r\n`]],
  ['HTTP/2', 400, ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
  ['TLS', 400, [Buffer.from('1603010200010001fc0303', 'hex')]],
  ['a space in a header', 400, [head('GET /graphql', `bad header: ${CANARY}`)]],
  ['NUL in a header', 400, [head('GET /graphql', `x: ${CANARY}\0`)]],
  ['headers of 20 kB', 431, [head('GET /graphql', `x: ${'x'.repeat(20_000)}`)]],
  ['an address of 20 kB', 431, get(`?query=${'x'.repeat(20_000)}`)],
  ['two lengths', 400, post(valid, `content-length: ${valid.length + 1}`)],
  ['a length that is none', 400, [head('POST /graphql', 'content-length: 1e3'), valid]],
  ['a negative length', 400, [head('POST /graphql', 'content-length: -1'), valid]],
  ['a length and chunks', 400, post(`0\r\n\r\n${valid}`, 'transfer-encoding: chunked')],
  [
    'chunks that are none',
    400,
    [head('POST /graphql', 'transfer-encoding: chunked', 'content-type: application/json'), `${CANARY}\r\n`],
  ],
  ['a transfer encoding that is none', 400, [head('POST /graphql', `transfer-encoding: ${CANARY}`), valid]],
  [
    'a length too short',
    400,
    [head('POST /graphql', 'content-type: application/json', 'content-length: 9'), valid],
  ],
  ['an expectation', 417, post(valid, `expect: ${CANARY}`)],
];

function expectRefusal(body: string): void {
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

test.each(CASES)('%s: %i', async (_name, status, parts) => {
  const answer = await sendRaw(harness.gateway.url, ...parts);
  expect(answer?.status).toBe(status);
  expect(answer?.headers.get('content-type')).toMatch(/^application\/json; charset=utf-8$/);
  expect(answer?.headers.get('cache-control')).toBe('no-store');
  expectRefusal(answer?.body ?? '');
  expect(await harness.operations()).toEqual([]);
  expect(await harness.gateway.send(QUERY)).toEqual({ data: { classificationJobs: { nodes: [] } } });
});

/** Everything is written before anything is read. */
test('a client that reads only after it has sent it all has its answer', async () => {
  const socket = await openSocket(harness.gateway.url);
  socket.pause();
  const [start = '', body = ''] = post('x'.repeat(1_000_000));
  socket.write(start);
  for (let sent = 0; sent < body.length; sent += 100_000) {
    socket.write(body.slice(sent, sent + 100_000));
    await delay(50);
  }
  socket.resume();
  const answer = await nextAnswer(socket);
  socket.destroy();
  expect(answer?.status).toBe(413);
});

test('a client that goes on sending what is refused is ended', async () => {
  const socket = await openSocket(harness.gateway.url);
  const began = performance.now();
  socket.write(head('POST /graphql', 'content-type: text/plain', 'content-length: 90000'));
  const timer = setInterval(() => socket.write('x'), 100);
  const answer = await nextAnswer(socket);
  await once(socket, 'close');
  clearInterval(timer);
  expect(answer?.status).toBe(415);
  // Well before the time-out of a request, which is 20 s.
  expect(performance.now() - began).toBeLessThan(10_000);
});
