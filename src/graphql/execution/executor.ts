/** The executor of operations: compiled plans for repeated queries, graphql-js for everything else. */
import { execute, getOperationAST, getVariableValues, isObjectType, OperationTypeNode } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { resolvePlainField } from '../readable-fields';
import { OperationPlans } from './operation-plans';
import { PLAN_SETTINGS, type ExecutorName, type PlanSettings } from './settings';

export interface ExecutionRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly context: unknown;
}

export type Executor = (
  request: ExecutionRequest,
) => Promise<ExecutionResult<Record<string, unknown>, Record<string, unknown>>>;

/** `maxErrors` of graphql-js. */
const MAX_VARIABLE_ERRORS = 50;

export function createExecutor(
  schema: GraphQLSchema,
  name: ExecutorName,
  settings: Partial<PlanSettings> = {},
): Executor {
  return name === 'compiled'
    ? compiledExecutor(schema, { ...PLAN_SETTINGS, ...settings })
    : graphqlJsExecutor(schema);
}

/** Executes every operation with graphql-js. */
function graphqlJsExecutor(schema: GraphQLSchema): Executor {
  return async ({ document, operationName, variables, context }) =>
    execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
      fieldResolver: resolvePlainField,
    });
}

function compiledExecutor(schema: GraphQLSchema, settings: PlanSettings): Executor {
  const checked = Object.values(schema.getTypeMap()).find(
    (type) => isObjectType(type) && type.isTypeOf != null,
  );
  if (checked !== undefined) throw new TypeError(`Plans do not call ${checked.name}.isTypeOf.`);
  const executeWithGraphqlJs = graphqlJsExecutor(schema);
  const plans = new OperationPlans(schema, settings);
  return (request) => {
    const { document, operationName, variables = {}, context } = request;
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return executeWithGraphqlJs(request);
    const variants = plans.find(document, operation);
    if (variants === undefined) return executeWithGraphqlJs(request);
    const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (values.errors !== undefined) return Promise.resolve({ errors: values.errors });
    const plan = variants.planFor(values.coerced);
    return plan === undefined ? executeWithGraphqlJs(request) : plan.execute(context, values.coerced);
  };
}
