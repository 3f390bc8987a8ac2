/** What the rows of a connection are going to need, seen from the selection and fetched while other rows are still read. */
import { isObjectType, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import type { NEEDS_DETAIL } from '../schema/shared/detail-field';
import type { Context } from '../src/graphql/context';
import { maySelect } from '../src/graphql/field-rules';
import { fetchAhead } from '../src/loaders/item-loader';
import type { WithDetail } from '../src/domain/records/detail';

/** A field of a node as it is selected. */
export type Selection = ResolveTree;

/** For fields of the nodes: what to fetch where one is selected. Rejections are met again by its resolver. */
export type Relations<Row> = Readonly<Record<string, (row: Row, selection: Selection) => Promise<unknown>>>;

/** To be called for every row; undefined when its fields need nothing more. */
export function lookAhead<Row extends WithDetail<object, unknown>>(
  info: GraphQLResolveInfo,
  { call: { principal } }: Context,
  relations: Relations<Row> = {},
): ((row: Row) => void) | undefined {
  const selected = nodesOf(info).flatMap(({ fieldsByTypeName }) =>
    Object.entries(fieldsByTypeName).flatMap(([type, fields]) =>
      Object.values(fields).flatMap((selection) => {
        const field = fieldOf(info.schema, type, selection);
        // What is going to be refused is not fetched.
        return field !== undefined && maySelect(principal, field) ? [{ field, selection }] : [];
      }),
    ),
  );
  const steps: ((row: Row) => void)[] = [];
  if (selected.some(({ field }) => needsDetail(field))) {
    steps.push(fetchAhead);
  }
  for (const { selection } of selected) {
    const relation = relations[selection.name];
    if (relation !== undefined) steps.push((row) => void relation(row, selection).catch(() => undefined));
  }
  if (steps.length === 0) return undefined;
  return (row) => {
    for (const step of steps) step(row);
  };
}

/** The fields selected below a field, whatever their parent's type. */
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

function fieldOf(schema: GraphQLSchema, typeName: string, { name }: Selection) {
  const type = schema.getType(typeName);
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

function needsDetail({ extensions }: GraphQLField<unknown, unknown>): boolean {
  return (extensions as Partial<typeof NEEDS_DETAIL>).needsDetail === true;
}
