// Every header of the responses to rejected requests, in the order and the spelling in which the gateway sends them.
import type { ServedGateway } from '../../src/app/serve';
import { testConfig } from '../support/gateway';
import {
  ALLOWED_ORIGIN,
  closing,
  COMMON,
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

const gateways = {} as Record<'usual' | 'cors' | 'full' | 'signIn' | 'limited', ServedGateway>;

beforeAll(async () => {
  const { queryLimits } = testConfig();
  const cors = { corsOrigins: [ORIGIN] };
  gateways.usual = await startHeadGateway({});
  gateways.cors = await startHeadGateway(cors);
  gateways.full = await startHeadGateway({ ...cors, maxConcurrentRequests: 0 });
  gateways.signIn = await startHeadGateway({}, { identity: { issuers: [], roles: new Map(), tokens: [] } });
  gateways.limited = await startHeadGateway({}, { queryLimits: { ...queryLimits, pointsPerMinute: 1 } });
});

const LARGE = JSON.stringify({ query: `{ ${'name: __typename '.repeat(100)} }` });
type Row = readonly [
  name: string,
  gateway: keyof typeof gateways,
  request: readonly string[],
  body: string,
  head: readonly string[],
];

const rows: readonly Row[] = [
  [
    'a query of another origin',
    'cors',
    [...POST, 'origin: https://other.example.com'],
    TYPENAME,
    closing('403 Forbidden', ID, JSON_TYPE, length(185), VARY),
  ],
  [
    'a body that is not JSON',
    'usual',
    POST,
    '{',
    [
      'HTTP/1.1 400 Bad Request',
      ...SECURITY,
      ...COMMON,
      ID,
      'connection: close',
      JSON_TYPE,
      length(93),
      VARY,
      'Date: any',
    ],
  ],
  [
    'a body that is too large',
    'usual',
    POST,
    `{"query":"${' '.repeat(100_000)}"}`,
    closing('413 Payload Too Large', ID, JSON_TYPE, length(103), VARY),
  ],
  [
    'a body of another type',
    'usual',
    ['POST /graphql HTTP/1.1', 'content-type: text/plain', ID],
    TYPENAME,
    closing('415 Unsupported Media Type', ID, JSON_TYPE, length(128), VARY),
  ],
  [
    'an unavailable media type',
    'usual',
    [...POST, 'accept: text/plain'],
    TYPENAME,
    closing('406 Not Acceptable', ID, JSON_TYPE, length(166), VARY),
  ],
  [
    'an unknown host',
    'usual',
    [...POST, 'host: other.example.com'],
    TYPENAME,
    closing('421 Misdirected Request', ID, JSON_TYPE, length(199), VARY),
  ],
  [
    'a query by GET from another site',
    'usual',
    [...QUERY_BY_GET, 'sec-fetch-site: cross-site'],
    '',
    secured('403 Forbidden', ID, JSON_TYPE, length(211), VARY),
  ],
  [
    'another method',
    'usual',
    ['DELETE /graphql HTTP/1.1', ID],
    '',
    secured('405 Method Not Allowed', JSON_TYPE, length(105), 'allow: GET, POST', VARY),
  ],
  ['an unknown path', 'usual', get('/nothing'), '', secured('404 Not Found', JSON_TYPE, length(126), VARY)],
  [
    'a request without a token',
    'signIn',
    POST,
    TYPENAME,
    closing('401 Unauthorized', ID, JSON_TYPE, length(114), 'www-authenticate: Bearer', VARY),
  ],
  [
    'a request with an invalid token',
    'signIn',
    [...POST, 'authorization: Bearer any'],
    TYPENAME,
    closing(
      '401 Unauthorized',
      ID,
      JSON_TYPE,
      length(114),
      'www-authenticate: Bearer error="invalid_token"',
      VARY,
    ),
  ],
  [
    'a request beyond the rate limit',
    'limited',
    POST,
    LARGE,
    closing('429 Too Many Requests', ID, JSON_TYPE, length(185), 'retry-after: 60', VARY),
  ],
  [
    'a shed request',
    'full',
    POST,
    TYPENAME,
    ['HTTP/1.1 503 Service Unavailable', JSON_TYPE, ...COMMON, length(144), 'retry-after: 1', ...END],
  ],
  [
    'a shed request of an allowed origin',
    'full',
    [...POST, `origin: ${ORIGIN}`],
    TYPENAME,
    closing(
      '503 Service Unavailable',
      ID,
      CORS[0] ?? '',
      ALLOWED_ORIGIN,
      CORS[1] ?? '',
      JSON_TYPE,
      length(144),
      'retry-after: 1',
    ),
  ],
  [
    'an unsupported expectation',
    'usual',
    [...POST, 'expect: much'],
    TYPENAME,
    ['HTTP/1.1 417 Expectation Failed', JSON_TYPE, ...COMMON, length(148), ...END],
  ],
  [
    'invalid HTTP',
    'usual',
    ['NOTHING'],
    '',
    ['HTTP/1.1 400 Bad Request', JSON_TYPE, ...COMMON, length(96), 'connection: close'],
  ],
];

test.each(rows)('%s', async (_name, gateway, request, body, head) => {
  expect(await headOf(gateways[gateway], request, body)).toEqual(head);
});
