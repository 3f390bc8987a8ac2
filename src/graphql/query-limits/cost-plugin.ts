/** Weighs every operation before it is executed: the values of its variables, its cost, and what its caller has left. */
import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server';
import { getOperationAST, getVariableValues, GraphQLError, type GraphQLSchema } from 'graphql';
import { BILL_HEADER } from '../apollo/usage-plugin';
import type { Context } from '../context';
import { BadUserInputError, GatewayError, QueryLimitError } from '../../domain/errors';
import { costing } from './cost';
import { excessOf, grouped } from './limits';
import type { RateLimit } from './rate-limit';
import { refusal } from './rejection';
import { valueFigures } from './value-size';

/** Points that are charged for every request, whatever becomes of it. */
export const ADMISSION = 1;

/** Invalid values of variables that GraphQL tells one by one. */
const MAX_TOLD = 50;

type Weighed = GraphQLRequestContextDidResolveOperation<Context>;

export function costPlugin(
  schema: GraphQLSchema,
  maxComplexity: number,
  rateLimit: RateLimit | undefined,
): ApolloServerPlugin<Context> {
  const costOf = costing(schema);

  /** Undefined for what is not going to be executed: GraphQL says itself what is wrong with it. */
  function weigh({ document, request }: Weighed): number | undefined {
    const { variables = {}, operationName } = request;
    const excess = excessOf(valueFigures(variables));
    if (excess !== undefined) throw excess;
    const operation = getOperationAST(document, operationName);
    if (operation == null) return undefined;
    const limit = { maxErrors: MAX_TOLD };
    const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, limit);
    const [first] = errors;
    if (first !== undefined) {
      // Execution would tell that there are too many errors as a failure of its own.
      if (errors.length > MAX_TOLD) throw first;
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
        didResolveOperation: async (weighed) => {
          try {
            cost = weigh(weighed);
            const { principal, sourceAddress } = weighed.contextValue.call;
            const left = (cost ?? 0) - ADMISSION;
            if (left > 0) await rateLimit?.charge({ principal, address: sourceAddress }, left);
          } catch (error) {
            throw refusalOf(error);
          }
        },
        willSendResponse: ({ request, response: { body } }) => {
          const isAsked = request.http?.headers.get(BILL_HEADER) === 'true';
          if (isAsked && cost !== undefined && body.kind === 'single') {
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

function refusalOf(error: unknown): unknown {
  if (error instanceof GatewayError) return refusal(error);
  // An argument that is null where it must not be.
  if (error instanceof GraphQLError) return refusal(new BadUserInputError(error.message));
  return error;
}
