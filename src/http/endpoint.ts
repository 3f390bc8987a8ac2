/** The GraphQL routes: header checks, authentication, rate limit and admission control, then the handler. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Attached } from '../domain/attached';
import { UnauthenticatedError } from '../domain/errors';
import type { Principal } from '../domain/principal';
import type { AdmissionControl } from './admission-control';
import { BODY_LIMIT, STREAM_BODY_LIMIT } from './body';
import type { AddressOf } from './client-address';
import { checkCrossSiteGet } from './cross-site-get';
import { SHED_REQUEST } from '../graphql/rejection';
import { checkHeaders, checkStreamHeaders, checkUrl } from './request-checks';

export const ENDPOINT = '/graphql';
/** The route of subscriptions. */
export const STREAM_ENDPOINT = '/graphql/stream';
export const ENDPOINTS: readonly string[] = [ENDPOINT, STREAM_ENDPOINT];
export const METHODS = ['GET', 'POST'] as const;

export interface EndpointOptions {
  readonly corsOrigins: readonly string[];
  readonly admission: AdmissionControl;
  readonly addressOf: AddressOf;
  /** Takes the values of all Authorization headers. Throws UnauthenticatedError, RateLimitedError or SignInUnavailableError. */
  readonly authenticate: (authorization: readonly string[], request: FastifyRequest) => Promise<Principal>;
  /** Charges the request and its size in bytes to the caller's rate limit. Throws RateLimitedError. */
  readonly admit: (
    caller: { readonly principal: Principal; readonly address: string },
    bytes: number,
  ) => Promise<void>;
  /** The handlers of the routes, by their URL. */
  readonly handlers: Readonly<Record<string, RouteHandler>>;
}

type RouteHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Compression, an option of @fastify/compress, would keep events back. */
const STREAM_OPTIONS = { compress: false, bodyLimit: STREAM_BODY_LIMIT } as const;

const principals = new Attached<FastifyRequest, Principal>();

export async function serveEndpoints(root: FastifyInstance, options: EndpointOptions): Promise<void> {
  const { corsOrigins, admission, addressOf, authenticate, admit, handlers } = options;
  await root.register((app, _options, done) => {
    admission.guard(app);
    const addRoute = (url: string, handle: RouteHandler) =>
      app.route({
        url,
        method: [...METHODS],
        exposeHeadRoute: false,
        ...(url === STREAM_ENDPOINT && STREAM_OPTIONS),
        // Runs before fastify reads the body.
        async onRequest(request) {
          checkUrl(request);
          const queryString = request.url.split('?').slice(1).join('?');
          if (url === STREAM_ENDPOINT) checkStreamHeaders(request.headers, queryString);
          else checkHeaders(request.headers, queryString);
          if (request.method === 'GET') checkCrossSiteGet(request.headers, corsOrigins);
          const principal = await authenticate(request.raw.headersDistinct.authorization ?? [], request);
          principals.set(request, principal);
          admission.awaitBody(request, maximumSize(request));
          const bytes = request.method === 'GET' ? queryString.length : (declaredSize(request) ?? 0);
          await admit({ principal, address: addressOf(request) }, bytes);
        },
        handler: (request, reply) =>
          admission.run(async () => {
            // The client disconnected while the request was queued. The error ends the request, and nobody receives it.
            if (reply.raw.destroyed) throw SHED_REQUEST;
            return handle(request, reply);
          }),
      });
    for (const [url, handle] of Object.entries(handlers)) addRoute(url, handle);
    done();
  });
}

/** The size of the body in bytes, as far as the gateway reads it; undefined for a body in chunks, whose size is unknown. */
export function declaredSize({ headers }: FastifyRequest): number | undefined {
  const { 'content-length': length } = headers;
  return length === undefined ? undefined : Math.min(Number(length), BODY_LIMIT);
}

/** The size of the body in bytes, or the limit for a body in chunks. */
function maximumSize(request: FastifyRequest): number {
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  return declaredSize(request) ?? (isChunked ? BODY_LIMIT : 0);
}

/** The caller of an admitted request. Throws UnauthenticatedError for any other request. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new UnauthenticatedError();
  return principal;
}
