/** The HTTP server: GraphQL at /graphql and its streams at /graphql/stream, served by Apollo Server on fastify. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { createApollo, type ApolloOptions } from '../graphql/apollo/apollo';
import type { Context } from '../graphql/context';
import { Drain } from './drain';
import { acceptJsonBodies, BODY_LIMIT } from './body';
import { limitConnections, type ConnectionLimits } from './connection-limits';
import { connectionOptions, guardConnections } from './connections';
import { ReadSignals } from './read-signals';
import { ClientAddresses, type AddressOf } from './client-address';
import {
  declaredSize,
  ENDPOINT,
  ENDPOINTS,
  METHODS,
  principalOf,
  serveEndpoints,
  STREAM_ENDPOINT,
} from './endpoint';
import { ErrorResponses } from './error-responses';
import { closeAfter } from './graceful-end';
import { checkHosts } from './host-check';
import { AdmissionControl } from './admission-control';
import { allowOrigins } from './cors';
import { Overload } from './overload';
import { withoutFinalSlash } from './paths';
import { setResponseHeaders } from './response-headers';
import { createStreamHandler, type Streams } from './stream-handler';
import { TIMEOUTS, type HttpSettings } from './settings';
import type { ConnectionMetrics } from '../observability/metrics/connection-metrics';
import { requestIdOf, type RequestObservation } from '../observability/requests/observe-requests';
import type { StreamOpening } from '../graphql/stream-opening';
import type { RequestRecord } from '../observability/requests/request-record';
import type { Principal } from '../domain/principal';

export interface ServerOptions extends ApolloOptions {
  readonly host: string;
  readonly port: number;
  /** The deadline for all AWS reads of one request. */
  readonly readDeadlineSeconds: number;
  readonly http: HttpSettings;
  readonly connectionLimits: ConnectionLimits;
  readonly connectionMetrics: ConnectionMetrics;
  /** False when every caller is anonymous; the gateway then checks the Host and the Origin of each request. */
  readonly requiresSignIn: boolean;
  /** Adds further routes to the server. */
  readonly addPages?: ((app: FastifyInstance, endpoint: string) => Promise<void>) | undefined;
  /** Observes the requests of the endpoints and keeps a record of each. */
  readonly observe: (
    app: FastifyInstance,
    endpoints: readonly string[],
    addressOf: AddressOf,
  ) => RequestObservation;
  /** Counts a request that was shed before it could be observed. */
  readonly onShed: () => void;
  /**
   * The caller with these Authorization headers, also stored in the record. Throws UnauthenticatedError, RateLimitedError
   * or SignInUnavailableError.
   */
  readonly authenticate: (
    authorization: readonly string[],
    record: RequestRecord,
    address: string,
  ) => Promise<Principal>;
  /** Creates the context of a request; the signal aborts its AWS reads. */
  readonly createContext: (signal: AbortSignal, request: RequestFacts) => Context;
  readonly streams: Streams;
}

/** The input for the context of a request. */
export interface RequestFacts {
  readonly principal: Principal;
  readonly headers: IncomingHttpHeaders;
  /** The network address of the client; undefined for the gateway itself. */
  readonly address: string | undefined;
  readonly record: RequestRecord;
  /** Present when the request may open a stream. */
  readonly opening?: StreamOpening;
}

export interface Server {
  /** The URL of the GraphQL endpoint. */
  readonly url: string;
  /** The URL of the server without a path. */
  readonly origin: string;
  /** Stops accepting connections and waits for the requests of open ones, for eleven seconds at most. */
  close(): Promise<void>;
}

export interface DrainableServer extends Server {
  /** Makes every later response end its connection. The server still accepts connections. */
  drain(): void;
}

/** Rejects with the error of Node.js when the server cannot listen on the address. */
export async function startServer(options: ServerOptions): Promise<DrainableServer> {
  const { host, port, readDeadlineSeconds, http, logger, guard, authenticate, createContext } = options;
  const { connectionLimits, connectionMetrics } = options;
  const { timeouts = TIMEOUTS } = http;
  const errors = new ErrorResponses(logger);
  const addresses = new ClientAddresses(http.trustedProxies, logger);
  const addressOf: AddressOf = (request) => addresses.of(request);
  const app = fastify({
    ...connectionOptions(timeouts),
    rewriteUrl: ({ url = '/' }) => withoutFinalSlash(url, ENDPOINTS),
    bodyLimit: BODY_LIMIT,
    trustProxy: http.trustedProxies.length > 0 && ((address) => addresses.trusts(address)),
    frameworkErrors: (error, request, reply) => {
      closeAfter(reply.raw);
      void errors.send(error, request, reply);
    },
    // The requests of open connections are served until the drain ends.
    return503OnClosing: false,
    genReqId: requestIdOf,
  });
  limitConnections(app.server, {
    name: 'graphql',
    limits: connectionLimits,
    metrics: connectionMetrics,
    logger,
    isExempt: (address) => addresses.trusts(address),
  });
  const overload = new Overload(logger, http.maxEventLoopDelayMs);
  overload.watch(app);
  const admission = new AdmissionControl(http.maxConcurrentRequests, overload);
  admission.shedBeforeParsing(app.server, ENDPOINTS, options.onShed);
  guardConnections(app);
  errors.install(app, ENDPOINTS, METHODS);
  acceptJsonBodies(app, async (request, bytes) => {
    if (!ENDPOINTS.includes(request.routeOptions.url ?? '')) return;
    // The size of a body in chunks was unknown when the endpoint admitted the request.
    if (declaredSize(request) === undefined) {
      await guard.chargeBody({ principal: principalOf(request), address: addressOf(request) }, bytes);
    }
    admission.holdBody(request, bytes);
  });
  setResponseHeaders(app);
  if (http.compression) await (await import('./compression.js')).compressResponses(app);
  const drain = new Drain(app.server);
  const readSignals = new ReadSignals(readDeadlineSeconds, drain.readAbortSignal);
  const observation = options.observe(app, ENDPOINTS, addressOf);
  const { recordOf } = observation;
  if (!options.requiresSignIn) checkHosts(app, http, logger, addressOf);
  await allowOrigins(app, http, logger, addressOf);
  const apollo = createApollo(
    options,
    drainPlugin(async () => {
      await drain.stop();
      await app.close();
    }),
  );
  await apollo.start();
  const factsOf = (request: FastifyRequest) => ({
    principal: principalOf(request),
    headers: request.headers,
    address: addressOf(request),
    record: recordOf(request),
  });
  const handle = fastifyApolloHandler(apollo, {
    context: (request, reply) =>
      Promise.resolve(createContext(readSignals.create(reply.raw), factsOf(request))),
  });
  const handleStream = createStreamHandler(apollo, {
    streams: options.streams,
    stallMs: timeouts.response,
    createContext: (request, opening) =>
      createContext(drain.readAbortSignal, { ...factsOf(request), opening }),
    onOpen: (request) => {
      observation.endEarly(request);
      admission.dropBody(request);
    },
  });
  await serveEndpoints(app, {
    corsOrigins: http.corsOrigins,
    admission,
    addressOf,
    authenticate: (authorization, request) =>
      authenticate(authorization, recordOf(request), addressOf(request)),
    admit: guard.admit,
    handlers: {
      [ENDPOINT]: (request, reply) => drain.track(Promise.resolve(handle.call(app, request, reply))),
      [STREAM_ENDPOINT]: (request, reply) => drain.track(handleStream(request, reply)),
    },
  });
  await options.addPages?.(app, ENDPOINT);
  const origin = await app.listen({ host, port });
  return {
    url: `${origin}${ENDPOINT}`,
    origin,
    drain: () => {
      drain.begin();
    },
    close: () => apollo.stop(),
  };
}

/** Apollo Server keeps executing requests until the drain is done. */
function drainPlugin(drainServer: () => Promise<void>): ApolloServerPlugin {
  return { serverWillStart: () => Promise.resolve({ drainServer }) };
}
