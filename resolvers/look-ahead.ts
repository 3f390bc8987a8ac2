/** What a selection is going to need, seen before it is executed. */
import { isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { parseResolveInfo, type ResolveTree } from 'graphql-parse-resolve-info';
import type { NEEDS_DETAIL } from '../schema/shared/detail-field';
import type { LookAhead } from '../src/loaders/loader-access';

export function lookAhead(info: GraphQLResolveInfo): LookAhead {
  return { withDetails: selectsDetails(info) };
}

/** True when the selection of a connection holds a field of its nodes that needs their details. */
function selectsDetails(info: GraphQLResolveInfo): boolean {
  const connection = parseResolveInfo(info) as ResolveTree | null | undefined;
  if (connection == null) return false;
  const selected = fieldsOf(connection);
  const nodes = [
    ...selected.filter(({ name }) => name === 'nodes'),
    ...selected.filter(({ name }) => name === 'edges').flatMap(nodesOfEdges),
  ];
  return nodes.some((node) =>
    Object.entries(node.fieldsByTypeName).some(([type, fields]) =>
      Object.values(fields).some(({ name }) => needsDetail(info.schema, type, name)),
    ),
  );
}

function nodesOfEdges(edges: ResolveTree): ResolveTree[] {
  return fieldsOf(edges).filter(({ name }) => name === 'node');
}

function fieldsOf({ fieldsByTypeName }: ResolveTree): ResolveTree[] {
  return Object.values(fieldsByTypeName).flatMap((fields) => Object.values(fields));
}

function needsDetail(schema: GraphQLSchema, typeName: string, fieldName: string): boolean {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return false;
  const extensions: Partial<typeof NEEDS_DETAIL> | undefined = type.getFields()[fieldName]?.extensions;
  return extensions?.needsDetail === true;
}
