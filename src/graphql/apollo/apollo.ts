/** The Apollo Server that executes requests of every transport: HTTP and Lambda. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { usagePlugin } from './usage-plugin';
import type { Context } from '../context';
import { GatewayError } from '../../domain/errors';
import { apolloExecutor } from '../execution/apollo-executor';
import type { Executor } from '../execution/executor';
import { fieldErrorsPlugin } from './field-errors-plugin';
import { responseStatusPlugin } from './response-status-plugin';
import type { Isolation } from '../../observability/isolation';
import { libraryLogger } from '../../observability/logs/library-logger';
import { recordPlugin } from './record-plugin';
import type { QueryGuard } from '../query-limits/guard';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly execute: Executor;
  readonly logger: Logger;
  /** Enforces the query limits. */
  readonly guard: QueryGuard;
  readonly isolation: Isolation;
}

export function createApollo(
  { schema, execute, logger, guard, isolation }: ApolloOptions,
  ...plugins: ApolloServerPlugin<Context>[]
): ApolloServer<Context> {
  const { gateway, plugin } = apolloExecutor(schema, execute);
  return new ApolloServer<Context>({
    gateway,
    plugins: [
      // Apollo's cache control wraps every resolver, and the gateway does not use it.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ...plugins,
      plugin,
      usagePlugin(isolation),
      fieldErrorsPlugin(),
      ...guard.plugins,
      responseStatusPlugin(),
      recordPlugin(isolation),
    ],
    // The guard adds a validation rule when the configuration disables introspection.
    introspection: true,
    // Every transport checks requests by GET before authentication; a POST must be JSON, which browsers preflight.
    csrfPrevention: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    // Do not set maxRecursiveSelections: Apollo Server would then run the rules of the guard after all others.
    ...guard.options,
    stopOnTerminationSignals: false,
    logger: libraryLogger(logger, 'Apollo Server'),
    formatError,
  });
}

/** Gives every error a code of ErrorCode and hides the messages of unexpected errors from clients. */
function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  const cause = original instanceof GatewayError ? original : unwrapResolverError(error);
  if (cause instanceof GatewayError) return { ...formatted, extensions: cause.extensions };
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') {
    // GraphQL and Apollo Server have other codes for requests that cannot be executed.
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  return {
    ...formatted,
    message:
      'The gateway failed to resolve this part of the request. Report its x-request-id to the operator.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
