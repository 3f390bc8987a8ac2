/** CORS: the headers for pages of other origins, the answers to their preflight requests, and the log of rejected ones. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { AddressOf } from './client-address';
import { PREFLIGHTED_HEADERS } from './cross-site-get';
import { METHODS } from './endpoint';
import type { HttpSettings } from './settings';

/** The request headers of GraphQL clients, of tracing and of error reporting in browsers. */
const ALLOWED_HEADERS: readonly string[] = [
  'authorization',
  'content-type',
  'cache-control',
  'x-include-aws-usage',
  'x-request-id',
  ...PREFLIGHTED_HEADERS,
  'apollographql-client-name',
  'apollographql-client-version',
  'traceparent',
  'tracestate',
  'baggage',
  'sentry-trace',
];
const EXPOSED_HEADERS = ['age', 'retry-after', 'x-request-id'];
/** The time for which a browser may cache a preflight response. */
const PREFLIGHT_MAX_AGE_SECONDS = 600;

type CorsSettings = Pick<HttpSettings, 'corsOrigins' | 'corsHeaders'>;

/**
 * Answers the preflight requests of `corsOrigins`, and logs those that a browser counts as rejected: one line in ten
 * seconds for each reason, because anyone can send them.
 */
export async function allowOrigins(
  app: FastifyInstance,
  { corsOrigins, corsHeaders }: CorsSettings,
  logger: Logger,
  addressOf: AddressOf,
): Promise<void> {
  const allowedHeaders = [...ALLOWED_HEADERS, ...corsHeaders];
  const loggedAt = new Map<Reason, number>();
  const logRejection = (request: FastifyRequest) => {
    const rejection = rejectionOf(request.headers, corsOrigins, allowedHeaders);
    const now = performance.now();
    if (rejection === undefined || now - (loggedAt.get(rejection.reason) ?? -Infinity) < LOG_INTERVAL_MS) {
      return;
    }
    loggedAt.set(rejection.reason, now);
    const { id: requestId } = request;
    logger.warn({ requestId, address: addressOf(request), ...rejection }, 'A preflight request was rejected');
  };
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.method === 'OPTIONS') logRejection(request);
    done();
  });
  if (corsOrigins.length === 0) return;
  const { default: cors } = await import('@fastify/cors');
  await app.register(cors, {
    origin: [...corsOrigins],
    methods: [...METHODS],
    allowedHeaders,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_MAX_AGE_SECONDS,
    // The plugin would reject other OPTIONS requests with a body that is not JSON.
    strictPreflight: false,
  });
}

type Reason = 'ORIGIN' | 'METHOD' | 'HEADERS';

interface Rejection {
  readonly reason: Reason;
  /** The values that the gateway does not allow. */
  readonly rejected: string | readonly string[];
}

const LOG_INTERVAL_MS = 10_000;
/** The largest number of header names in a line of the log, and the length of each value. */
const MAX_LOGGED_NAMES = 5;
const MAX_LOGGED_LENGTH = 100;

/** Browsers accept HEAD after every successful preflight request. */
const ALLOWED_METHODS: readonly string[] = [...METHODS, 'HEAD'];

function rejectionOf(
  {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': names = '',
  }: IncomingHttpHeaders,
  origins: readonly string[],
  allowedHeaders: readonly string[],
): Rejection | undefined {
  if (origin === undefined || method === undefined) return undefined;
  if (!origins.includes(origin)) return { reason: 'ORIGIN', rejected: shorten(origin) };
  if (!ALLOWED_METHODS.includes(method)) return { reason: 'METHOD', rejected: shorten(method) };
  const rejected = names
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && !allowedHeaders.includes(name));
  return rejected.length === 0
    ? undefined
    : { reason: 'HEADERS', rejected: rejected.slice(0, MAX_LOGGED_NAMES).map(shorten) };
}

function shorten(value: string): string {
  return value.slice(0, MAX_LOGGED_LENGTH);
}
