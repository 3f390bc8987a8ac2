/** Executes requests, whatever they come by: Apollo Server, set up the same way everywhere. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { billPlugin } from './bill-plugin';
import type { Context } from './context';
import { GatewayError } from './errors';
import { responseStatusPlugin } from './http/response-status';

/** Lexical tokens of a GraphQL document. */
const MAX_TOKENS = 5_000;

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
}

export function createApollo(
  { schema, logger }: ApolloOptions,
  ...plugins: ApolloServerPlugin<Context>[]
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    plugins: [
      // It wraps every resolver of the schema, and nothing here is cached by it.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
      billPlugin(logger),
      responseStatusPlugin(),
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
