/** Executes requests, whatever they come by: Apollo Server, set up the same way everywhere. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { usagePlugin } from './usage-plugin';
import type { Context } from '../context';
import { GatewayError } from '../../domain/errors';
import { responseStatusPlugin } from './response-status-plugin';
import { libraryLogger } from '../../observability/logs/library-logger';
import { recordPlugin } from './record-plugin';
import type { QueryGuard } from '../query-limits/guard';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** Refuses what asks for too much. */
  readonly guard: QueryGuard;
}

export function createApollo(
  { schema, logger, guard }: ApolloOptions,
  ...plugins: ApolloServerPlugin<Context>[]
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    plugins: [
      // It wraps every resolver of the schema, and nothing here is cached by it.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
      usagePlugin(),
      ...guard.plugins,
      responseStatusPlugin(),
      recordPlugin(),
    ],
    // The guard has a rule of its own against it.
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // Without maxRecursiveSelections, which would put the guard's rules behind all others.
    ...guard.options,
    stopOnTerminationSignals: false,
    logger: libraryLogger(logger, 'Apollo Server'),
    formatError,
  });
}

/** Gives every error a code of the closed list, and hides what was not meant for clients. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  const cause = original instanceof GatewayError ? original : unwrapResolverError(error);
  if (cause instanceof GatewayError) return { ...formatted, extensions: cause.extensions };
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') {
    // GraphQL and Apollo have codes of their own for requests that cannot be executed.
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  return {
    ...formatted,
    message: 'The gateway failed to answer this part of the request.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
