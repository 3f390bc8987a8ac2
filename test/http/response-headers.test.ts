// Every header of the responses to valid requests of each route, in the order and the spelling in which the gateway sends them.
import type { ServedGateway } from '../../src/app/serve';
import {
  ALLOWED_ORIGIN,
  CORS,
  END,
  get,
  headOf,
  ID,
  JSON_TYPE,
  length,
  ORIGIN,
  POST,
  QUERY_BY_GET,
  secured,
  SECURITY,
  startHeadGateway,
  TYPENAME,
  VARY,
} from '../support/response-heads';

const gateways = {} as Record<'usual' | 'uncompressed' | 'cors', ServedGateway>;

beforeAll(async () => {
  gateways.usual = await startHeadGateway({});
  gateways.uncompressed = await startHeadGateway({ compression: false });
  gateways.cors = await startHeadGateway({ corsOrigins: [ORIGIN] });
});

const ALIASES = Array.from({ length: 20 }, (_, index) => `${'a'.repeat(60)}${index + 10}: __typename`);
const LARGE = JSON.stringify({ query: `{ ${ALIASES.join(' ')} }` });
const GRAPHQL_TYPE = 'content-type: application/graphql-response+json; charset=utf-8';
const PREFLIGHT = [
  'vary: Origin',
  ALLOWED_ORIGIN,
  'access-control-expose-headers: age, retry-after, x-request-id',
  'access-control-allow-methods: GET, POST',
  'access-control-allow-headers: authorization, content-type, cache-control, x-include-aws-usage, x-request-id, apollo-require-preflight, x-apollo-operation-name, apollographql-client-name, apollographql-client-version, traceparent, tracestate, baggage, sentry-trace',
  'access-control-max-age: 600',
];
const EXPLORER_POLICY =
  "content-security-policy: default-src 'none'; script-src 'self' 'sha256-FP0hWNmtHmMm+HnRS1pijjE+H7QVUNWbJTbdbzojLt4='; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Row = readonly [
  name: string,
  gateway: keyof typeof gateways,
  request: readonly string[],
  body: string,
  head: readonly string[],
];

const rows: readonly Row[] = [
  ['a query', 'usual', POST, TYPENAME, secured('200 OK', ID, JSON_TYPE, VARY, length(32))],
  [
    'a query without compression',
    'uncompressed',
    POST,
    TYPENAME,
    secured('200 OK', ID, JSON_TYPE, length(32)),
  ],
  ['a query by GET', 'usual', QUERY_BY_GET, '', secured('200 OK', ID, JSON_TYPE, VARY, length(32))],
  [
    'a query to the path with a final slash',
    'usual',
    get('/graphql/?query=%7B__typename%7D'),
    '',
    secured('200 OK', ID, JSON_TYPE, VARY, length(32)),
  ],
  [
    'a large response without a content coding',
    'usual',
    POST,
    LARGE,
    secured('200 OK', ID, JSON_TYPE, VARY, length(1_471)),
  ],
  [
    'a large response in brotli',
    'usual',
    [...POST, 'accept-encoding: br'],
    LARGE,
    secured('200 OK', ID, JSON_TYPE, VARY, 'content-encoding: br', 'content-length: any'),
  ],
  [
    'a large response in gzip',
    'usual',
    [...POST, 'accept-encoding: gzip'],
    LARGE,
    secured('200 OK', ID, JSON_TYPE, VARY, 'content-encoding: gzip', 'content-length: any'),
  ],
  [
    'a response in application/graphql-response+json',
    'usual',
    [...POST, 'accept: application/graphql-response+json'],
    TYPENAME,
    secured('200 OK', ID, GRAPHQL_TYPE, VARY, length(32)),
  ],
  [
    'an invalid document in application/graphql-response+json',
    'usual',
    [...POST, 'accept: application/graphql-response+json'],
    '{"query":"{ nothing }"}',
    secured('400 Bad Request', ID, GRAPHQL_TYPE, VARY, length(152)),
  ],
  [
    'a query through a proxy over TLS',
    'usual',
    [...POST, 'x-forwarded-proto: https'],
    TYPENAME,
    secured('200 OK', 'strict-transport-security: max-age=31536000', ID, JSON_TYPE, VARY, length(32)),
  ],
  [
    'a query where origins are allowed',
    'cors',
    POST,
    TYPENAME,
    secured('200 OK', ID, ...CORS, JSON_TYPE, length(32)),
  ],
  [
    'a query of an allowed origin',
    'cors',
    [...POST, `origin: ${ORIGIN}`],
    TYPENAME,
    secured('200 OK', ID, CORS[0] ?? '', ALLOWED_ORIGIN, CORS[1] ?? '', JSON_TYPE, length(32)),
  ],
  [
    'a preflight request',
    'cors',
    ['OPTIONS /graphql HTTP/1.1', `origin: ${ORIGIN}`, 'access-control-request-method: POST'],
    '',
    secured('204 No Content', ...PREFLIGHT, length(0)),
  ],
  ['liveness', 'usual', get('/livez'), '', secured('200 OK', JSON_TYPE, VARY, length(18))],
  ['readiness', 'usual', get('/readyz'), '', secured('200 OK', JSON_TYPE, VARY, length(45))],
  [
    'metrics in gzip',
    'usual',
    [...get('/metrics'), 'accept-encoding: gzip'],
    '',
    secured(
      '200 OK',
      'content-type: text/plain; version=0.0.4; charset=utf-8',
      VARY,
      'content-encoding: gzip',
      'content-length: any',
    ),
  ],
  [
    'the explorer before its build',
    'usual',
    get('/'),
    '',
    [
      'HTTP/1.1 503 Service Unavailable',
      EXPLORER_POLICY,
      ...SECURITY.slice(1, 4),
      'referrer-policy: no-referrer',
      ...SECURITY.slice(5),
      'cache-control: no-cache',
      'x-content-type-options: nosniff',
      'content-type: text/html; charset=utf-8',
      'retry-after: 2',
      VARY,
      length(352),
      ...END,
    ],
  ],
  [
    'an asset of the explorer',
    'usual',
    get('/explorer/page-1a2b.js'),
    '',
    [
      'HTTP/1.1 200 OK',
      ...SECURITY,
      'x-content-type-options: nosniff',
      'cache-control: public, max-age=31536000, immutable',
      'accept-ranges: bytes',
      'last-modified: any',
      'etag: any',
      'content-type: application/javascript; charset=utf-8',
      length(14),
      VARY,
      ...END,
    ],
  ],
];

test.each(rows)('%s', async (_name, gateway, request, body, head) => {
  const isCompressed = head.some((line) => line.startsWith('content-encoding:'));
  const received = await headOf(gateways[gateway], request, body);
  // The size depends on the compressor of the version of Node.js.
  const lines = received.map((line) =>
    isCompressed ? line.replace(/^(content-length): .*/, '$1: any') : line,
  );
  expect(lines).toEqual(head);
});
