// The heads of HTTP responses: status lines and header lines, in the order and the spelling in which a gateway sends them.
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startGateway, type ServedGateway } from '../../src/app/serve';
import type { Config } from '../../src/config/config';
import { endWithFile } from './cleanup';
import { testConfig } from './gateway';
import { openSocket } from './raw-http';

/** An origin of a console. */
export const ORIGIN = 'https://console.example.com';

/** A gateway with an explorer of one script, and with a test as its trusted proxy. No request of it reaches AWS. */
export async function startHeadGateway(
  http: Partial<Config['http']>,
  overrides: Partial<Config> = {},
): Promise<ServedGateway> {
  const assets = mkdtempSync(join(tmpdir(), 'explorer-'));
  writeFileSync(join(assets, 'page-1a2b.js'), '/* a script */');
  const config = testConfig({ explorer: true, ...overrides });
  const gateway = await startGateway(
    { ...config, http: { ...config.http, trustedProxies: ['127.0.0.1'], ...http } },
    { mode: 'emulator', endpoint: 'http://127.0.0.1:9' },
    pino({ level: 'silent' }),
    { explorerAssets: assets },
  );
  endWithFile(() => gateway.close());
  return gateway;
}

/** Headers that depend on the time, on the content of a file or on the version of Node.js. */
const CHANGING = /^(date|etag|last-modified): .*/i;

/** The status line and the header lines of the response to a request, which asks for the end of the connection. */
export async function headOf(
  gateway: ServedGateway,
  request: readonly string[],
  body: string,
): Promise<string[]> {
  const socket = await openSocket(gateway.origin);
  const host = request.some((line) => line.startsWith('host:')) ? [] : ['host: localhost'];
  const length = body === '' ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  socket.write([...request, ...host, 'connection: close', ...length, '', body].join('\r\n'));
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => (received += text));
  await once(socket, 'close');
  const [head = ''] = received.split('\r\n\r\n', 1);
  return head.split('\r\n').map((line) => line.replace(CHANGING, '$1: any'));
}

export const CORS = [
  'vary: Origin, accept-encoding',
  'access-control-expose-headers: age, retry-after, x-request-id',
];
export const ALLOWED_ORIGIN = `access-control-allow-origin: ${ORIGIN}`;

export const SECURITY = [
  "Content-Security-Policy: default-src 'none';frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy: same-origin',
  'Cross-Origin-Resource-Policy: same-origin',
  'Origin-Agent-Cluster: ?1',
  'Referrer-Policy: no-referrer',
  'X-DNS-Prefetch-Control: off',
  'X-Download-Options: noopen',
  'X-Frame-Options: DENY',
  'X-Permitted-Cross-Domain-Policies: none',
  'X-XSS-Protection: 0',
];
export const COMMON = ['cache-control: no-store', 'x-content-type-options: nosniff'];
export const ID = 'x-request-id: one';
export const VARY = 'vary: accept-encoding';
export const JSON_TYPE = 'content-type: application/json; charset=utf-8';
export const END = ['Date: any', 'Connection: close'];

/** The head of a response with the security headers. */
export const secured = (status: string, ...rest: readonly string[]) => [
  `HTTP/1.1 ${status}`,
  ...SECURITY,
  ...COMMON,
  ...rest,
  ...END,
];
/** The head of a response after which the gateway ends the connection, because it has not read the request. */
export const closing = (status: string, ...rest: readonly string[]) => [
  `HTTP/1.1 ${status}`,
  ...SECURITY,
  'connection: close',
  ...COMMON,
  ...rest,
  'Date: any',
];

export const TYPENAME = '{"query":"{ __typename }"}';
export const POST = ['POST /graphql HTTP/1.1', 'content-type: application/json', ID];
export const get = (path: string): string[] => [`GET ${path} HTTP/1.1`, ID];
export const QUERY_BY_GET = get('/graphql?query=%7B__typename%7D');
/** The Content-Length line. */
export const length = (bytes: number): string => `content-length: ${bytes}`;
