/** The cost of an operation, estimated before execution: points for rows, AWS calls and fields. */
import {
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { DocumentNode, GraphQLOutputType } from 'graphql';
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs,
} from 'graphql-query-complexity';
import { COST, SEARCH_ARGUMENTS, type FieldCost } from '../../../schema/shared/cost';
import type { NEEDS_DETAIL } from '../../../schema/shared/detail-field';
import { withDefaults } from '../argument-defaults';
import { fragmentsOf, selectedFields, type SelectionScope } from '../selected-fields';
import { MAX_FIRST } from '../../domain/records/page';

export const POINTS = {
  field: 1,
  /** A field that AWS list operations omit. All such fields of a row share one detail call. */
  detail: 5,
  /** A field that needs its own AWS calls. */
  call: 10,
  /** A field that reads a whole list of a service. */
  search: 100,
  /** A field that reads the whole lists of all kinds. */
  overview: 400,
  mutation: 50,
  /** A field of introspection, which is in memory. */
  introspection: 0.5,
} as const;

/** PageInfo, TotalCount and the types of completeness exist once per page, but the estimator multiplies them by the number of rows; this factor compensates. */
const PER_PAGE_FACTOR = 0.1;
const PAGE_TYPES: ReadonlySet<string> = new Set([
  'PageInfo',
  'Completeness',
  'HistoryCompleteness',
  'TotalCount',
]);

/** The assumed length of a list without an argument that limits it. */
const LIST_LENGTH = 5;

/** The average length of nested lists in introspection. The number of types is counted. */
const INTROSPECTION_LENGTHS: Readonly<Record<string, number>> = {
  fields: 5,
  directives: 5,
  inputFields: 2,
  enumValues: 2,
  ofType: 0.5,
};

type FieldExtensions = Partial<
  typeof NEEDS_DETAIL & { readonly [COST]: FieldCost; readonly [SEARCH_ARGUMENTS]: readonly string[] }
>;

export interface Operation {
  readonly document: DocumentNode;
  readonly name: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Returns an estimator for valid operations and variables. It throws GraphQLError when an argument is invalid. */
export function createCostEstimator(schema: GraphQLSchema): (operation: Operation) => number {
  const types = Object.keys(schema.getTypeMap()).length;
  return ({ document, name, variables }) => {
    let coerced: Readonly<Record<string, unknown>> | undefined;
    const readVariable = (variable: string) => {
      const definitions = getOperationAST(document, name)?.variableDefinitions ?? [];
      coerced ??= getVariableValues(schema, definitions, variables).coerced ?? {};
      return coerced[variable];
    };
    const scope = { schema, fragments: fragmentsOf(document), readVariable };
    return Math.ceil(
      getComplexity({
        schema,
        query: document,
        variables,
        estimators: [introspectionEstimator(types), fieldEstimator(scope)],
        ...(name === undefined ? {} : { operationName: name }),
      }),
    );
  };
}

function introspectionEstimator(types: number): ComplexityEstimator {
  return ({ type, field, childComplexity }) => {
    if (!type.name.startsWith('__') && !/^__(schema|type)$/.test(field.name)) return undefined;
    const length = field.name === 'types' ? types : (INTROSPECTION_LENGTHS[field.name] ?? 1);
    return POINTS.introspection + length * childComplexity;
  };
}

function fieldEstimator(scope: SelectionScope): ComplexityEstimator {
  return (given) => {
    const args = withDefaults(given.field.args, given.args);
    const estimated = { ...given, args };
    const { childComplexity } = estimated;
    const points = pointsOf(estimated, scope.schema);
    const inputLength = inputLengthOf(args);
    if (inputLength !== undefined) return inputLength * (points + childComplexity);
    const total = points + pagePointsOf(estimated, scope) + rowsOf(estimated) * childComplexity;
    return PAGE_TYPES.has(getNamedType(estimated.field.type).name) ? total * PER_PAGE_FACTOR : total;
  };
}

function pointsOf(estimated: ComplexityEstimatorArgs, schema: GraphQLSchema): number {
  const { type, field, args } = estimated;
  if (isInterfaceType(type)) {
    // The execution resolves the field of the object type, which may be any.
    const fields = schema.getPossibleTypes(type).flatMap((possible) => {
      const implementing = possible.getFields()[field.name];
      return implementing === undefined
        ? []
        : [pointsOf({ ...estimated, type: possible, field: implementing }, schema)];
    });
    return Math.max(...fields);
  }
  if (PAGE_TYPES.has(getNamedType(field.type).name)) return POINTS.field;
  const extensions: FieldExtensions = field.extensions;
  if (extensions[SEARCH_ARGUMENTS]?.some((path) => hasArgument(args, path)) === true) return POINTS.search;
  const cost = extensions[COST];
  if (cost !== undefined) return POINTS[cost];
  if (type.name === 'Mutation') return POINTS.mutation;
  if (extensions.needsDetail === true) return POINTS.detail;
  const isRoot = type.name === 'Query' || type.name === 'Subscription';
  const calls = 'first' in args || (isRoot && !field.name.startsWith('__'));
  return calls ? POINTS.call : POINTS.field;
}

/** Returns the points of what a connection does once per page, whatever its number of rows: its count. */
function pagePointsOf({ field, node }: ComplexityEstimatorArgs, scope: SelectionScope): number {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return 0;
  const selects = (name: string) =>
    selectedFields(type, [node], scope).some((selected) => selected.name.value === name);
  const pageFields = Object.values(type.getFields()).filter((each) =>
    PAGE_TYPES.has(getNamedType(each.type).name),
  );
  const costs = pageFields.flatMap(({ name, extensions }) => {
    const cost = (extensions as FieldExtensions)[COST];
    return cost !== undefined && selects(name) ? [POINTS[cost]] : [];
  });
  return costs.reduce((sum, points) => sum + points, 0);
}

/** True for an argument, or an input field inside it, that is set. */
function hasArgument(args: object, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>(
      (inside, name) => (inside as Readonly<Record<string, unknown>> | null | undefined)?.[name],
      args,
    );
  return value != null;
}

/** Returns the number of ids or items in the arguments of a field; undefined without such a list. */
function inputLengthOf(args: ComplexityEstimatorArgs['args']): number | undefined {
  const { ids, input } = args as { readonly ids?: unknown; readonly input?: { readonly items?: unknown } };
  const list = [ids, input?.items].find(Array.isArray);
  return list?.length;
}

/** Returns the number of objects that a field returns. The field with `first` counts the rows of a connection. */
function rowsOf({ type, field, args }: ComplexityEstimatorArgs): number {
  const { first } = args as { readonly first?: unknown };
  if (typeof first === 'number') return toRowCount(first);
  return isListOfObjects(field.type) && !type.name.endsWith('Connection') ? LIST_LENGTH : 1;
}

/** Returns the number of rows that `first` counts as. */
export function toRowCount(first: number): number {
  return Math.min(Math.max(first, 1), MAX_FIRST);
}

function isListOfObjects(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}
