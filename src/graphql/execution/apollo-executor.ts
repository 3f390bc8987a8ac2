/** The executor in Apollo Server, through its public options: a plugin that responds to operations, and a gateway. */
import { HeaderMap, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { Attached } from '../../domain/attached';
import type { Executor } from './executor';

type GatewayInterface = ApolloServerOptionsWithGateway<object>['gateway'];

export interface ApolloExecutor {
  readonly gateway: GatewayInterface;
  /** Must be the only plugin with `responseForOperation`. */
  readonly plugin: ApolloServerPlugin<object>;
}

/**
 * The plugin executes every operation and responds with a result without errors. Apollo Server gets a result with
 * errors, which it formats, through its gateway. It does not get the others that way: the context that it creates for a
 * gateway keeps the whole request in minor garbage collections (docs/adr/0038-short-lived-objects.md).
 */
export function apolloExecutor(schema: GraphQLSchema, execute: Executor): ApolloExecutor {
  const results = new Attached<object, Promise<ExecutionResult>>();
  return {
    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          responseForOperation: async ({ document, request, contextValue: context }) => {
            const { variables, operationName } = request;
            const pending = execute({ document, variables, operationName, context });
            const { data, errors } = await pending.catch((): ExecutionResult => ({}));
            if (data !== undefined && errors === undefined) {
              return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
            }
            results.set(context, pending);
            return null;
          },
        }),
    },
    gateway: createGateway(schema, (context) => results.get(context)),
  };
}

function createGateway(
  schema: GraphQLSchema,
  resultOf: (context: object) => Promise<ExecutionResult> | undefined,
): GatewayInterface {
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
        executor: async ({ context }) => {
          const result = await resultOf(context);
          if (result === undefined) throw new Error('The operation was not executed.');
          return result;
        },
      });
    },
    stop: () => Promise.resolve(),
  };
}
