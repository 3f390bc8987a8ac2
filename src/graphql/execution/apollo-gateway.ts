/** The executor as the gateway of Apollo Server, its public option for an executor other than graphql-js. */
import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Executor } from './executor';

type GatewayInterface = ApolloServerOptionsWithGateway<BaseContext>['gateway'];

export function executorGateway(schema: GraphQLSchema, execute: Executor): GatewayInterface {
  const listeners = new Set<Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]>();
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    // Apollo Server needs the schema before `load` resolves.
    load: () => {
      for (const listener of listeners) listener({ apiSchema: schema, coreSupergraphSdl: '' });
      return Promise.resolve({
        executor: ({ document, request: { variables, operationName }, context }) =>
          execute({ document, variables, operationName, context }),
      });
    },
    stop: () => Promise.resolve(),
  };
}
