/** Headers that browsers go by: what an answer may be used for, and whose pages may ask. */
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const YEAR = 31_536_000;

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
/** Seconds for which a browser need not ask again. */
const PREFLIGHT_AGE = 600;

/** For answers of all kinds; pages have a policy of their own over it. */
export async function setResponseHeaders(
  app: FastifyInstance,
  corsOrigins: readonly string[],
  methods: readonly string[],
): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('cache-control', 'no-store');
    if (request.protocol === 'https') void reply.header('strict-transport-security', `max-age=${YEAR}`);
    done();
  });
  if (corsOrigins.length === 0) return;
  await app.register(cors, {
    origin: [...corsOrigins],
    methods: [...methods],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: PREFLIGHT_AGE,
    // Its answer to other OPTIONS requests is no JSON.
    strictPreflight: false,
  });
}
