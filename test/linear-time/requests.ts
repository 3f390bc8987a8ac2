// Adversarial requests: the form of a request, the size that the gateway admits, and requests whose headers or URL are adversarial.
import type { OutgoingHttpHeaders } from 'node:http';
import { BODY_LIMIT } from '../../src/http/body';
import { textOf, UNITS } from './texts';

/** The gateway rejects a larger body without reading it. */
export const MAX_BODY_BYTES = BODY_LIMIT;

/** Node.js rejects headers of more than 16 KiB in all. */
const HEADER_LENGTH = 15_000;

const HEALTHY = JSON.stringify({ query: '{ __typename }' });

export interface AdversarialRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The headers besides those of a signed-in client. */
  readonly headers: OutgoingHttpHeaders;
  readonly body: string | undefined;
}

export function post(name: string, body: unknown, headers: OutgoingHttpHeaders = {}): AdversarialRequest {
  return {
    name,
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

function get(name: string, path: string, headers: OutgoingHttpHeaders = {}): AdversarialRequest {
  return { name, method: 'GET', path, headers, body: undefined };
}

/** The beginnings of header values, behind which a parser reads on. */
const HEADERS: Readonly<Record<string, readonly string[]>> = {
  authorization: ['', 'Bearer ', 'Bearer a.', 'Bearer sog_'],
  accept: ['', 'application/json;', 'application/json;q=', 'text/html,'],
  'accept-encoding': [''],
  'content-type': [
    '',
    'application/',
    'application/json;',
    'application/json;charset=',
    'application/json;a="',
  ],
  'content-encoding': [''],
  'cache-control': ['', 'max-age="', 'no-cache,'],
  cookie: ['', 'a='],
  forwarded: ['', 'for='],
  host: [''],
  origin: ['', 'https://'],
  'access-control-request-headers': [''],
  'access-control-request-method': [''],
  'if-none-match': ['', 'W/"'],
  traceparent: ['', '00-'],
  tracestate: ['', 'a=b,'],
  baggage: ['', 'a=b,'],
  'user-agent': [''],
  'x-apollo-operation-name': [''],
  'sec-fetch-site': [''],
  'x-forwarded-for': ['', '[', '127.0.0.1,', '"'],
  'x-forwarded-host': [''],
  'x-forwarded-proto': [''],
  'x-include-aws-usage': [''],
  'x-request-id': [''],
};

/** Printable ASCII, the texts that an HTTP client can put into headers and URLs. */
const PRINTABLE = Object.entries(UNITS).filter(([, unit]) => /^[\t -~]+$/.test(unit));

export function* headerRequests(): Generator<AdversarialRequest> {
  for (const [header, starts] of Object.entries(HEADERS)) {
    for (const start of starts) {
      for (const [title, unit] of PRINTABLE) {
        const value = start + textOf(unit, HEADER_LENGTH - start.length);
        const name = `${header}: ${start}… of ${title}`;
        yield post(name, HEALTHY, { [header]: value });
        yield get(`GET, ${name}`, '/graphql?query=%7B__typename%7D', { [header]: value });
        if (header.startsWith('access-control') || header === 'origin') {
          const headers = { origin: 'https://console.example', 'access-control-request-method': 'POST' };
          yield {
            ...get(`OPTIONS, ${name}`, '/graphql', { ...headers, [header]: value }),
            method: 'OPTIONS',
          };
        }
      }
    }
  }
  yield post('many addresses of proxies', HEALTHY, {
    'x-forwarded-for': Array.from({ length: 1_500 }, () => '127.0.0.1').join(),
  });
  yield post(
    'many headers',
    HEALTHY,
    Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`a${index}`, '1'])),
  );
}

const PATHS = [
  '/',
  '/graphql/',
  '/graphql?',
  '/graphql?query=',
  '/graphql?query=%7B__typename%7D&variables=',
  '/graphql?query=%7B__typename%7D&variables=%7B%22a%22:',
  '/graphql?query=%7B__typename%7D&extensions=',
  '/graphql?query=%7B__typename%7D&operationName=',
  '/graphql?documentId=',
];

export function* urlRequests(): Generator<AdversarialRequest> {
  for (const path of PATHS) {
    for (const [title, unit] of PRINTABLE) {
      const text = textOf(unit, HEADER_LENGTH - path.length);
      const encoded = encodeURIComponent(textOf(unit, (HEADER_LENGTH - path.length) / 3 - 2));
      yield get(`URL ${path} of ${title}`, path + text.replaceAll(/[^!-~]/g, '+'));
      yield get(`URL ${path} of encoded ${title}`, path + encoded);
    }
  }
}

/** Bodies that are JSON in part, or not the JSON of a request. */
export function* bodyRequests(): Generator<AdversarialRequest> {
  const filled = (start: string, unit: string) =>
    start + unit.repeat(Math.floor((MAX_BODY_BYTES - Buffer.byteLength(start)) / Buffer.byteLength(unit)));
  for (const [title, unit] of Object.entries(UNITS)) {
    for (const start of [
      '',
      '"',
      '[',
      '{"',
      '{"query":',
      '{"query":"{ __typename }","variables":',
      '{"operationName":"',
    ]) {
      yield post(`body ${start}… of ${title}`, filled(start, unit));
    }
    const text = longest(unit, 20);
    yield post(`operationName of ${title}`, { query: '{ __typename }', operationName: text });
    yield post(`documentId of ${title}`, { documentId: text });
    yield post(`hash of ${title}`, { extensions: { persistedQuery: { version: 1, sha256Hash: text } } });
    yield post(`name of a variable of ${title}`, { query: '{ __typename }', variables: { [text]: 1 } });
  }
  const numbered = (length: number, item: (index: number) => string) =>
    Array.from({ length }, (_, index) => item(index)).join();
  const lists = {
    'many names': `{${numbered(9_000, (index) => `"a${index}":1`)}}`,
    'many numeric names': `{${numbered(5_500, (index) => `"${index * 65_536}":1`)}}`,
    'many repeated names': `{${numbered(14_000, () => '"a":1')}}`,
    'many numbers': `[${numbered(45_000, () => '1')}]`,
    'one number': `[${'1'.repeat(90_000)}]`,
    'one exponent': `[1e${'1'.repeat(90_000)}]`,
    'many empty objects': `[${numbered(30_000, () => '{}')}]`,
    'nested lists': `${'['.repeat(45_000)}${']'.repeat(45_000)}`,
    'nested objects': `${'{"a":'.repeat(14_000)}1${'}'.repeat(14_000)}`,
  };
  for (const [title, json] of Object.entries(lists)) {
    yield post(`variables of ${title}`, `{"query":"{ __typename }","variables":{"a":${json}}}`);
    yield post(`body of ${title}`, json);
  }
}

function longest(unit: string, around: number): string {
  const bytes = Buffer.byteLength(JSON.stringify(unit)) - 2;
  return unit.repeat(Math.floor((MAX_BODY_BYTES - around * 10) / bytes));
}
