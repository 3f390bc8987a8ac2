/** The query guard: options and plugins of Apollo Server that enforce the query limits before execution. */
import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import { NoSchemaIntrospectionCustomRule, type GraphQLSchema } from 'graphql';
import type { Context } from '../context';
import { documentLimitsRule } from './document-rule';
import { LIMITS } from './limits';
import { ADMISSION_POINTS, costPlugin } from './cost-plugin';
import { RateLimit, type Caller, type PointStore } from './rate-limit';
import type { QueryLimits } from './settings';
import { trustedDocumentsPlugin } from './trusted-documents';
import { errorMessagesPlugin } from './error-messages';

type ApolloOptions = Pick<ApolloServerOptions<Context>, 'parseOptions' | 'validationRules'>;

export interface QueryGuard {
  readonly options: ApolloOptions;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Charges the points of a request. Callers await it before they read the request. Throws RateLimitedError. */
  readonly admit: (caller: Caller) => Promise<void>;
}

/** `shared` creates the point store of several gateways. Throws ConfigError for an invalid trusted document. */
export function createQueryGuard(
  { maxComplexity, pointsPerMinute, introspection, trustedDocuments }: QueryLimits,
  schema: GraphQLSchema,
  shared?: (pointsPerMinute: number) => PointStore,
): QueryGuard {
  const rateLimit =
    pointsPerMinute === undefined ? undefined : new RateLimit(pointsPerMinute, shared?.(pointsPerMinute));
  return {
    options: {
      parseOptions: { maxLexicalTokens: LIMITS.tokens.maximum },
      validationRules: [documentLimitsRule, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])],
    },
    plugins: [
      ...(trustedDocuments === undefined ? [] : [trustedDocumentsPlugin(trustedDocuments, schema)]),
      costPlugin(schema, maxComplexity, rateLimit),
      errorMessagesPlugin(!introspection),
    ],
    admit: async (caller) => rateLimit?.charge(caller, ADMISSION_POINTS),
  };
}
