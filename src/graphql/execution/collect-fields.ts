/** The fields that selection sets select on an object type, by their names in the response. */
import type { FieldNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { fieldsIn, type SelectionScope } from '../selected-fields';

/** The nodes of one response name: the first one has the arguments of all. */
export type FieldNodes = readonly [FieldNode, ...FieldNode[]];

/** Returns the fields in the order of graphql-js. */
export function collectFields(
  scope: SelectionScope,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, FieldNodes> {
  const fields = new Map<string, [FieldNode, ...FieldNode[]]>();
  for (const node of fieldsIn(type, sets, scope)) {
    const name = (node.alias ?? node.name).value;
    const nodes = fields.get(name);
    if (nodes === undefined) fields.set(name, [node]);
    else nodes.push(node);
  }
  return fields;
}
