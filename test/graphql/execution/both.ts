// Executes a query with graphql-js and with its compiled plan, and requires equal results.
import { parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createExecutor } from '../../../src/graphql/execution/executor';

export interface Query {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly context?: unknown;
}

export type Result = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** All that a client, or a plugin of Apollo Server, sees of a result. */
export function visible({ data, errors }: Result): unknown {
  return {
    data: JSON.stringify(data),
    errors: errors?.map((error) => ({
      ...error.toJSON(),
      nodes: error.nodes,
      cause: String(error.originalError),
    })),
  };
}

/** True when graphql-js built the result: its objects have no prototype. */
export const isOfGraphqlJs = ({ data }: Result) => data != null && Object.getPrototypeOf(data) === null;

/** The result of the compiled plan, which equals that of graphql-js with generated code and without. */
export async function executeBoth(
  schema: GraphQLSchema,
  { query, variables, context }: Query,
): Promise<Result> {
  const document = parse(query);
  const request = { document, variables, context };
  const expected = await createExecutor(schema, 'graphql-js')(request);
  const results: Result[] = [];
  for (const objectsBeforeCode of [Infinity, 0]) {
    const execute = createExecutor(schema, 'compiled', { objectsBeforeCode });
    const first = await execute(request);
    if (first.data != null && !isOfGraphqlJs(first))
      throw new Error('A query was compiled at its first use.');
    results.push(await execute(request), await execute(request));
  }
  for (const result of results) expect(visible(result)).toEqual(visible(expected));
  return results[0] ?? expected;
}
