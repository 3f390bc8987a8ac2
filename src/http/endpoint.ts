/** The route of GraphQL: what a request passes before anything is done for it. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { UnauthenticatedError } from '../errors';
import type { Principal } from '../principal';
import type { Admission } from './overload';
import { checkForm } from './request-form';

export const ENDPOINT = '/graphql';
export const METHODS = ['GET', 'POST'] as const;

export interface EndpointOptions {
  readonly admission: Admission;
  readonly authenticate: (headers: IncomingHttpHeaders) => Promise<Principal>;
  readonly handle: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
}

const principals = new WeakMap<FastifyRequest, Principal>();

export async function serveEndpoint(root: FastifyInstance, options: EndpointOptions): Promise<void> {
  const { admission, authenticate, handle } = options;
  await root.register(async (app) => {
    await admission.guard(app);
    app.route({
      url: ENDPOINT,
      method: [...METHODS],
      exposeHeadRoute: false,
      // Before the body is read.
      async onRequest(request) {
        checkForm(request);
        principals.set(request, await authenticate(request.headers));
      },
      handler: (request, reply) => admission.run(() => handle(request, reply)),
    });
  });
}

/** Who sends a request that has passed. */
export function principalOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal === undefined) throw new UnauthenticatedError();
  return principal;
}
