/** The execution of subscriptions: it opens the stream, in place of a result. */
import { createSourceEventStream, getOperationAST, type GraphQLSchema } from 'graphql';
import { Stream } from '../../live/stream';
import type { Context } from '../context';
import type { ExecutionRequest, Executor } from '../execution/executor';
import type { StreamOpening } from '../stream-opening';

/** Opens the streams of requests that may open one, and executes all others. */
export function withSubscriptions(schema: GraphQLSchema, execute: Executor): Executor {
  return (request) => {
    const { opening } = request.context as Context;
    return opening === undefined ? execute(request) : open(schema, request, opening);
  };
}

async function open(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  opening: StreamOpening,
): ReturnType<Executor> {
  const { document, operationName, variables = {}, context } = request;
  const source = await createSourceEventStream({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: context,
  });
  if (!(source instanceof Stream)) return 'errors' in source ? { errors: source.errors ?? [] } : {};
  const operation = { document, operationName, variables: declaredVariables(request) };
  opening.opened = { stream: source, operation };
  return { data: {} };
}

/** The variables of the operation without others, which would stay in memory as long as the stream. */
function declaredVariables({ document, operationName, variables = {} }: ExecutionRequest) {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const names = new Set(definitions.map(({ variable }) => variable.name.value));
  return Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(name)));
}
