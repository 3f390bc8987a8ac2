/** The security and CORS headers of every response. */
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { COMMON_HEADERS } from '../graphql/common-headers';

/** One year. */
const HSTS_MAX_AGE_SECONDS = 31_536_000;

const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'cache-control',
  'x-include-aws-usage',
  'x-request-id',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'traceparent',
  'tracestate',
];
const EXPOSED_HEADERS = ['age', 'retry-after', 'x-request-id'];
/** The time for which a browser may cache a preflight response. */
const PREFLIGHT_MAX_AGE_SECONDS = 600;

/** Sets the headers for every route; HTML pages override the content security policy. */
export async function setResponseHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
    // One of the common headers.
    xContentTypeOptions: false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(COMMON_HEADERS);
    if (request.protocol === 'https')
      void reply.header('strict-transport-security', `max-age=${HSTS_MAX_AGE_SECONDS}`);
    done();
  });
}

/** Sets the CORS headers for pages of `corsOrigins`, and answers their preflight requests. */
export async function allowOrigins(
  app: FastifyInstance,
  corsOrigins: readonly string[],
  methods: readonly string[],
): Promise<void> {
  if (corsOrigins.length === 0) return;
  await app.register(cors, {
    origin: [...corsOrigins],
    methods: [...methods],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_MAX_AGE_SECONDS,
    // The plugin would reject other OPTIONS requests with a body that is not JSON.
    strictPreflight: false,
  });
}
