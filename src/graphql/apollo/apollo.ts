/** The Apollo Server that executes requests of every transport: HTTP and Lambda. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { usagePlugin } from './usage-plugin';
import type { Context } from '../context';
import { apolloExecutor } from '../execution/apollo-executor';
import type { Executor } from '../execution/executor';
import { fieldErrorsPlugin } from './field-errors-plugin';
import { formatError } from './format-error';
import { responseStatusPlugin } from './response-status-plugin';
import type { Isolation } from '../../observability/isolation';
import { libraryLogger } from '../../observability/logs/library-logger';
import { recordPlugin } from './record-plugin';
import type { QueryGuard } from '../query-limits/guard';
import { transportPlugin } from './transport-plugin';

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
      transportPlugin(),
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
