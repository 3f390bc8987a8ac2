/** The HTTP server: GraphQL at /graphql, by Apollo Server on fastify. */
import { setMaxListeners } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { billPlugin } from './bill-plugin';
import type { Context } from './context';
import { Drain } from './drain';
import { GatewayError, UnauthenticatedError } from './errors';
import type { Principal } from './principal';

const GRAPHQL_PATH = '/graphql';

/** Bytes of a request's body. */
const BODY_LIMIT = 100_000;
/** Lexical tokens of a GraphQL document. */
const MAX_TOKENS = 5_000;

export interface ServerOptions {
  readonly schema: GraphQLSchema;
  readonly host: string;
  readonly port: number;
  /** How long the reads of one request may take together. */
  readonly readDeadlineSeconds: number;
  readonly logger: Logger;
  /** Serves what there is besides the endpoint. */
  readonly addPages?: ((app: FastifyInstance, endpoint: string) => Promise<void>) | undefined;
  /** Who sends a request. Throws UnauthenticatedError. */
  readonly authenticate: (headers: IncomingHttpHeaders) => Promise<Principal>;
  /** Makes the context of a request, whose reads end when the signal aborts. */
  readonly createContext: (signal: AbortSignal, request: RequestFacts) => Context;
}

/** What the context of a request is made from. */
export interface RequestFacts {
  readonly principal: Principal;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
}

export interface Server {
  /** Of the GraphQL endpoint. */
  readonly url: string;
  /** Of the server itself. */
  readonly origin: string;
  /** Stops accepting requests and waits for those that are running, eleven seconds at most. */
  close(): Promise<void>;
}

/** Rejects with node's own error when the address cannot be listened on. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { schema, host, port, readDeadlineSeconds, logger, createContext } = options;
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle' });
  const drain = new Drain(app.server);
  const apollo = new ApolloServer<Context>({
    schema,
    plugins: [
      // It wraps every resolver of the schema, and nothing here is cached by it.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      drainPlugin(() => drain.stop(() => app.close())),
      billPlugin(logger),
    ],
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // Small documents can expand without end by way of fragments.
    maxRecursiveSelections: true,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    stopOnTerminationSignals: false,
    logger,
    formatError: (formatted, error) => formatError(formatted, error, logger),
  });
  await apollo.start();
  const handle = fastifyApolloHandler(apollo, {
    context: (request, reply) => {
      const { headers, ip } = request;
      const signal = signalOf(reply, readDeadlineSeconds, drain.isDue);
      return Promise.resolve(
        createContext(signal, { principal: principalOf(request), headers, address: ip }),
      );
    },
  });
  const principals = new WeakMap<FastifyRequest, Principal>();
  const principalOf = (request: FastifyRequest) => {
    const principal = principals.get(request);
    if (principal === undefined) throw new UnauthenticatedError();
    return principal;
  };
  app.route({
    url: GRAPHQL_PATH,
    method: ['GET', 'POST', 'OPTIONS'],
    // Before the body is read.
    async onRequest(request, reply) {
      try {
        principals.set(request, await options.authenticate(request.headers));
      } catch (error) {
        if (!(error instanceof UnauthenticatedError)) throw error;
        const { message, extensions } = error;
        await reply
          .code(401)
          .header('www-authenticate', 'Bearer')
          .send({ errors: [{ message, extensions }] });
      }
    },
    handler(request, reply) {
      return drain.during(Promise.resolve(handle.call(this, request, reply)));
    },
  });
  await options.addPages?.(app, GRAPHQL_PATH);
  const origin = await app.listen({ host, port });
  return { url: `${origin}${GRAPHQL_PATH}`, origin, close: () => apollo.stop() };
}

/** Apollo goes on answering until this is done. */
function drainPlugin(drainServer: () => Promise<void>): ApolloServerPlugin {
  return { serverWillStart: () => Promise.resolve({ drainServer }) };
}

/** Aborts at the deadline, when the server has to end, and when the client goes away before it has its answer. */
function signalOf({ raw }: FastifyReply, deadlineSeconds: number, isDue: AbortSignal): AbortSignal {
  const over = new AbortController();
  // Every read of the request listens to it.
  setMaxListeners(0, over.signal);
  const stop = () => {
    over.abort(new DOMException('The gateway is being stopped.', 'TimeoutError'));
  };
  isDue.addEventListener('abort', stop);
  // AbortSignal.any would not do: node 20 may collect an AbortSignal.timeout in it as garbage, which then never fires.
  const deadline = setTimeout(() => {
    over.abort(new DOMException('The reads of this request took too long.', 'TimeoutError'));
  }, deadlineSeconds * 1000);
  raw.once('close', () => {
    clearTimeout(deadline);
    isDue.removeEventListener('abort', stop);
    if (!raw.writableFinished) over.abort();
  });
  return over.signal;
}

/** Gives every error a code of the closed list, and hides what was not meant for clients. */
function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GatewayError) return { ...formatted, extensions: cause.extensions };
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') {
    // GraphQL and Apollo have codes of their own for requests that cannot be executed.
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  logger.error({ err: cause, path: formatted.path }, 'unexpected error');
  return {
    ...formatted,
    message: 'The gateway failed to answer this part of the request.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
