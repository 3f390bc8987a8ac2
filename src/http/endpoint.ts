/** The route of GraphQL: what a request passes before anything is done for it. */
import { isIP } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UnauthenticatedError } from '../domain/errors';
import type { Principal } from '../domain/principal';
import type { AdmissionControl } from './admission-control';
import { checkAddress, checkHeaders } from './request-checks';

export const ENDPOINT = '/graphql';
export const METHODS = ['GET', 'POST'] as const;

export interface EndpointOptions {
  readonly admission: AdmissionControl;
  /** Takes the values of all Authorization headers. */
  readonly authenticate: (authorization: readonly string[], request: FastifyRequest) => Promise<Principal>;
  /** Whether they have not asked for too much already. Throws RateLimitedError. */
  readonly admit: (caller: { readonly principal: Principal; readonly address: string }) => Promise<void>;
  readonly handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

const principals = new WeakMap<FastifyRequest, Principal>();

export async function serveEndpoint(root: FastifyInstance, options: EndpointOptions): Promise<void> {
  const { admission, authenticate, admit, handle } = options;
  await root.register(async (app) => {
    await admission.guard(app);
    app.route({
      url: ENDPOINT,
      method: [...METHODS],
      exposeHeadRoute: false,
      // Before the body is read.
      async onRequest(request) {
        checkAddress(request);
        checkHeaders(request.headers, request.url.split('?').slice(1).join('?'));
        const principal = await authenticate(request.raw.headersDistinct.authorization ?? [], request);
        principals.set(request, principal);
        await admit({ principal, address: addressOf(request) });
      },
      handler: (request, reply) =>
        // Who has gone away while it waited for its turn is not worked for.
        admission.run(async () => (reply.raw.destroyed ? undefined : handle(request, reply))),
    });
  });
}

/** Who sends a request that has passed. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new UnauthenticatedError();
  return principal;
}

/** Where it comes from: as a trusted proxy says, if that is an address. */
export function addressOf({ ip, socket }: FastifyRequest): string {
  return isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip;
}
