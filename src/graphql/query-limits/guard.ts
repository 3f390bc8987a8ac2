/** The query guard: options and plugins of Apollo Server that enforce the query limits before execution. */
import type { ApolloServerOptions, ApolloServerPlugin } from '@apollo/server';
import { NoSchemaIntrospectionCustomRule, type GraphQLSchema } from 'graphql';
import type { Context } from '../context';
import { documentLimitsRule } from './document-rule';
import { LIMITS, MAX_LISTED_ERRORS } from './limits';
import { costPlugin } from './cost-plugin';
import { ADMISSION_POINTS, RateLimit, sizePoints, type Caller, type PointStore } from './rate-limit';
import type { QueryLimits } from './settings';
import { trustedDocumentsPlugin } from './trusted-documents';
import { errorLocationsPlugin } from './error-locations';
import { errorMessagesPlugin } from './error-messages';

type ApolloOptions = Pick<
  ApolloServerOptions<Context>,
  'parseOptions' | 'validationOptions' | 'validationRules'
>;

export interface QueryGuard {
  readonly options: ApolloOptions;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /**
   * Charges the points of a request and of its size. Callers await it before they read the request. Throws RateLimitedError.
   * @param bytes the size of the body, or of the query string for GET; 0 for a body of unknown size.
   */
  readonly admit: (caller: Caller, bytes: number) => Promise<void>;
  /** Charges the size of a body that was unknown at admission, in bytes. Throws RateLimitedError. */
  readonly chargeBody: (caller: Caller, bytes: number) => Promise<void>;
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
      validationOptions: { maxErrors: MAX_LISTED_ERRORS },
      parseOptions: { maxLexicalTokens: LIMITS.tokens.maximum },
      validationRules: [documentLimitsRule, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])],
    },
    plugins: [
      ...(trustedDocuments === undefined ? [] : [trustedDocumentsPlugin(trustedDocuments, schema)]),
      costPlugin(schema, maxComplexity, rateLimit),
      errorMessagesPlugin(!introspection),
      errorLocationsPlugin(),
    ],
    admit: async (caller, bytes) => rateLimit?.charge(caller, ADMISSION_POINTS + sizePoints(bytes)),
    chargeBody: async (caller, bytes) => {
      const points = sizePoints(bytes);
      if (points > 0) await rateLimit?.charge(caller, points);
    },
  };
}
