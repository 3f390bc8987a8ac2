/** Look-ahead: it derives from the selection which details the rows of a connection need, and fetches them while other rows are still being read. */
import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import type { NEEDS_DETAIL } from '../schema/shared/detail-field';
import type { Context } from '../src/graphql/context';
import { withDefaults } from '../src/graphql/argument-defaults';
import { maySelect } from '../src/graphql/field-rules';
import { fetchAhead } from '../src/loaders/item-loader';
import type { WithDetail } from '../src/domain/records/detail';

/** A selected field of a node. */
export type Selection = ResolveTree;

/** The fetch for each field of a node that has one. Look-ahead ignores rejections, because the resolver of the field receives them again. */
export type Relations<Row> = Readonly<Record<string, (row: Row, selection: Selection) => Promise<unknown>>>;

/** A function to call for every row; undefined when the selected fields need no further calls. */
export function lookAhead<Row extends WithDetail<object, unknown>>(
  info: GraphQLResolveInfo,
  { call: { principal } }: Context,
  relations: Relations<Row> = {},
): ((row: Row) => void) | undefined {
  const rowType = rowTypeOf(info);
  const selected = nodesOf(info).flatMap(({ fieldsByTypeName }) =>
    Object.entries(fieldsByTypeName).flatMap(([type, fields]) =>
      Object.values(fields).flatMap((selection) => {
        const field = fieldOf(info, rowType, type, selection);
        // Fields that the caller may not select are not fetched.
        return field !== undefined && maySelect(principal, field) ? [{ field, selection }] : [];
      }),
    ),
  );
  const steps: ((row: Row) => void)[] = [];
  if (selected.some(({ field }) => needsDetail(field))) {
    steps.push(fetchAhead);
  }
  for (const { field, selection } of selected) {
    const relation = relations[selection.name];
    if (relation === undefined) continue;
    const args = withDefaults(field.args, selection.args) as Selection['args'];
    const defaulted = { ...selection, args };
    steps.push((row) => void relation(row, defaulted).catch(() => undefined));
  }
  if (steps.length === 0) return undefined;
  return (row) => {
    for (const step of steps) step(row);
  };
}

/** True when the request selects the total count of a connection. */
export function selectsTotalCount(info: GraphQLResolveInfo): boolean {
  const connection = parseResolveInfo(info) as Selection | null | undefined;
  return connection != null && fieldsOf(connection).some(({ name }) => name === 'totalCount');
}

/** The fields selected below a field, for all types of the field. */
export function fieldsOf({ fieldsByTypeName }: Selection): Selection[] {
  return Object.values(fieldsByTypeName).flatMap((fields) => Object.values(fields));
}

function nodesOf(info: GraphQLResolveInfo): Selection[] {
  const connection = parseResolveInfo(info) as Selection | null | undefined;
  if (connection == null) return [];
  const selected = fieldsOf(connection);
  const edges = selected.filter(({ name }) => name === 'edges');
  return [
    ...selected.filter(({ name }) => name === 'nodes'),
    ...edges.flatMap(fieldsOf).filter(({ name }) => name === 'node'),
  ];
}

/** The type of the nodes of a connection. */
function rowTypeOf({ returnType }: GraphQLResolveInfo): GraphQLObjectType | undefined {
  const connection = getNamedType(returnType);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  const type = nodes && getNamedType(nodes.type);
  return isObjectType(type) ? type : undefined;
}

/** The field of the row for a selection on its type or on an interface of it; undefined for a selection on another type. */
function fieldOf(
  { schema }: GraphQLResolveInfo,
  rowType: GraphQLObjectType | undefined,
  typeName: string,
  { name }: Selection,
) {
  const type = schema.getType(typeName);
  if (rowType === undefined) return undefined;
  const applies = type === rowType || (isAbstractType(type) && schema.isSubType(type, rowType));
  return applies ? rowType.getFields()[name] : undefined;
}

function needsDetail({ extensions }: GraphQLField<unknown, unknown>): boolean {
  return (extensions as Partial<typeof NEEDS_DETAIL>).needsDetail === true;
}
