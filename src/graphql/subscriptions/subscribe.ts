/** The execution of subscriptions: it opens the stream, in place of a result. */
import { createSourceEventStream, type GraphQLSchema } from 'graphql';
import { Stream } from '../../live/stream';
import type { Context } from '../context';
import type { Executor } from '../execution/executor';

/** Opens the streams of requests that may open one, and executes all others. */
export function withSubscriptions(schema: GraphQLSchema, execute: Executor): Executor {
  return async (request) => {
    const { document, operationName, variables = {} } = request;
    const context = request.context as Context;
    const { opening } = context;
    if (opening === undefined) return execute(request);
    const source = await createSourceEventStream({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
    if (!(source instanceof Stream)) return 'errors' in source ? { errors: source.errors ?? [] } : {};
    opening.opened = { stream: source, operation: { document, operationName, variables } };
    return { data: {} };
  };
}
