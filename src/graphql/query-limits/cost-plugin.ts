/** Weighs every operation before it is executed: the values of its variables, its cost, and what its caller has left. */
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { getOperationAST, getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import { USAGE_HEADER } from '../apollo/usage-plugin';
import type { Context } from '../context';
import { BadUserInputError, GatewayError, QueryLimitError } from '../../domain/errors';
import { costing } from './cost';
import { excessOf, grouped } from './limits';
import type { RateLimit } from './rate-limit';
import { toGraphqlError } from './rejection';
import { variablesSize } from './value-size';

/** Points that are charged for every request, whatever becomes of it. */
export const ADMISSION_POINTS = 1;

/** Invalid values of variables that GraphQL tells one by one. */
const MAX_VARIABLE_ERRORS = 50;

type ResolvedOperation = GraphQLRequestContextDidResolveOperation<Context>;

export function costPlugin(
  schema: GraphQLSchema,
  maxComplexity: number,
  rateLimit: RateLimit | undefined,
): ApolloServerPlugin<Context> {
  const costOf = costing(schema);

  /** Undefined for what is not going to be executed: GraphQL says itself what is wrong with it. */
  function computeCost({ document, request }: ResolvedOperation): number | undefined {
    const { variables = {}, operationName } = request;
    const excess = excessOf(variablesSize(variables));
    if (excess !== undefined) throw excess;
    const operation = getOperationAST(document, operationName);
    if (operation == null) return undefined;
    const limit = { maxErrors: MAX_VARIABLE_ERRORS };
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, limit);
    const [first] = errors;
    if (first !== undefined) {
      // Execution would tell that there are too many errors as a failure of its own.
      if (errors.length > MAX_VARIABLE_ERRORS) throw first;
      return undefined;
    }
    const cost = costOf({ document, name: operationName, variables });
    if (cost <= maxComplexity) return cost;
    throw new QueryLimitError(
      'cost',
      maxComplexity,
      `The operation would cost ${grouped(cost)} points, where ${grouped(maxComplexity)} are allowed; ask for fewer rows, or for less of each.`,
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

function toRejection(error: unknown): unknown {
  if (error instanceof GatewayError) return toGraphqlError(error);
  // An argument that is null where it must not be.
  if (error instanceof GraphQLError) return toGraphqlError(new BadUserInputError(error.message));
  return error;
}
