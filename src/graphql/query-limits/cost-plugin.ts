/** The plugin that checks every operation before execution: the size of its variables, its cost and the rate limit of the caller. */
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import { USAGE_HEADER } from '../request-headers';
import type { Context } from '../context';
import { BadUserInputError, GatewayError, QueryLimitError } from '../../domain/errors';
import { createCostEstimator } from './cost';
import { findExceededLimit, formatNumber, MAX_LISTED_ERRORS } from './limits';
import { ADMISSION_POINTS, type RateLimit } from './rate-limit';
import { toGraphqlError } from './rejection';
import { RememberedCosts } from './remembered-costs';
import { variablesSize } from './value-size';

/** The characters of variables that their errors may repeat, in all. */
const MAX_REPEATED_CHARACTERS = 250_000;

type ResolvedOperation = GraphQLRequestContextDidResolveOperation<Context>;

export function costPlugin(
  schema: GraphQLSchema,
  maxComplexity: number,
  rateLimit: RateLimit | undefined,
): ApolloServerPlugin<Context> {
  const costOf = createCostEstimator(schema);
  const costs = new RememberedCosts();

  /**
   * Returns undefined for an operation that GraphQL rejects with errors of its own. Throws QueryLimitError for too
   * large variables or a too high cost.
   */
  function computeCost({ document, operation, request }: ResolvedOperation): number | undefined {
    const { variables = {}, operationName } = request;
    const size = variablesSize(variables);
    const exceeded = findExceededLimit(size);
    if (exceeded !== undefined) throw exceeded;
    if (operation === undefined) return undefined;
    const maxErrors = maxVariableErrors(size.characters);
    const definitions = operation.variableDefinitions ?? [];
    const { errors = [], coerced = {} } = getVariableValues(schema, definitions, variables, { maxErrors });
    const [first] = errors;
    if (first !== undefined) {
      // Execution would report too many errors as an internal error.
      if (errors.length > maxErrors) throw first;
      return undefined;
    }
    const cost = costs.get(operation, coerced, () => costOf({ document, name: operationName, variables }));
    if (cost <= maxComplexity) return cost;
    throw new QueryLimitError(
      'cost',
      maxComplexity,
      `The operation costs ${formatNumber(cost)} points; the limit is ${formatNumber(maxComplexity)}. Request fewer rows or fewer fields.`,
    );
  }

  return {
    requestDidStart: () => {
      let cost: number | undefined;
      return Promise.resolve({
        didResolveOperation: async (resolved) => {
          try {
            cost = computeCost(resolved);
            const { principal, sourceAddress } = resolved.contextValue.call;
            const outstanding = (cost ?? 0) - ADMISSION_POINTS;
            if (outstanding > 0) await rateLimit?.charge({ principal, address: sourceAddress }, outstanding);
          } catch (error) {
            throw toRejection(error);
          }
        },
        willSendResponse: ({ request, response: { body } }) => {
          const isRequested = request.http?.headers.get(USAGE_HEADER) === 'true';
          if (isRequested && cost !== undefined && body.kind === 'single') {
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** The number of errors of variables that a response lists: graphql-js writes the whole value into each of them. */
function maxVariableErrors(characters: number): number {
  return Math.min(MAX_LISTED_ERRORS, Math.ceil(MAX_REPEATED_CHARACTERS / (characters + 1)));
}

function toRejection(error: unknown): unknown {
  if (error instanceof GatewayError) return toGraphqlError(error);
  // The cost estimator throws GraphQLError for an argument that must not be null.
  if (error instanceof GraphQLError) return toGraphqlError(new BadUserInputError(error.message));
  return error;
}
