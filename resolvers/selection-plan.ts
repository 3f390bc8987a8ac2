/** The plan of a connection: what its selection needs from the rows. It is remembered by the field of the document. */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { NEEDS_DETAIL } from '../schema/shared/detail-field';
import { selectedFields, type SelectionScope } from '../src/graphql/selected-fields';

type Field = GraphQLField<unknown, unknown>;

/** A selected field of a node that has a selection. */
interface Parent {
  readonly field: Field;
  readonly node: FieldNode;
  /** The names of the fields selected below it, at any depth. */
  readonly fieldNames: ReadonlySet<string>;
}

export interface Plan {
  readonly selectsTotalCount: boolean;
  /** The selected fields of the nodes that need a detail call. */
  readonly detailFields: readonly Field[];
  readonly parents: readonly Parent[];
}

interface RememberedPlan {
  readonly plan: Plan;
  readonly type: GraphQLNamedType;
  readonly nodes: readonly FieldNode[];
  /** The values of the variables in @skip and @include. */
  readonly conditions: ReadonlyMap<string, unknown>;
}

/** The last plan of each field: Apollo Server parses a repeated document once, so the next request has the same nodes. */
const plans = new WeakMap<FieldNode, RememberedPlan>();

export function planOf(info: GraphQLResolveInfo): Plan {
  const { fieldNodes, variableValues, schema, fragments } = info;
  const type = getNamedType(info.returnType);
  const [first] = fieldNodes;
  const known = first && plans.get(first);
  if (known?.type === type && isFor(known, info)) return known.plan;
  const conditions = new Map<string, unknown>();
  const readVariable = (name: string) => {
    const value = variableValues[name];
    conditions.set(name, value);
    return value;
  };
  const plan = createPlan(type, fieldNodes, { schema, fragments, readVariable });
  if (first !== undefined) plans.set(first, { plan, type, nodes: fieldNodes, conditions });
  return plan;
}

function isFor({ nodes, conditions }: RememberedPlan, info: GraphQLResolveInfo): boolean {
  const { fieldNodes, variableValues } = info;
  if (nodes.length !== fieldNodes.length || nodes.some((node, index) => node !== fieldNodes[index]))
    return false;
  for (const [name, value] of conditions) if (variableValues[name] !== value) return false;
  return true;
}

function createPlan(type: GraphQLNamedType, nodes: readonly FieldNode[], scope: SelectionScope): Plan {
  const fields = selectedFields(type, nodes, scope);
  const edges = selectedFields(typeOf(type, 'edges'), named(fields, 'edges'), scope);
  const rowType = typeOf(type, 'nodes');
  const rows = [...named(fields, 'nodes'), ...named(edges, 'node')];
  const selected = selectedFields(rowType, rows, scope).flatMap((node) => {
    const field = fieldOf(rowType, node.name.value);
    return field === undefined ? [] : [{ field, node }];
  });
  return {
    selectsTotalCount: named(fields, 'totalCount').length > 0,
    detailFields: selected.map(({ field }) => field).filter(needsDetail),
    parents: selected
      .filter(({ node }) => node.selectionSet !== undefined)
      .map(({ field, node }) => ({ field, node, fieldNames: namesBelow(field, node, scope) })),
  };
}

function named(nodes: readonly FieldNode[], wanted: string): FieldNode[] {
  return nodes.filter(({ name }) => name.value === wanted);
}

function namesBelow(field: Field, node: FieldNode, scope: SelectionScope): Set<string> {
  const type = getNamedType(field.type);
  const names = new Set<string>();
  for (const child of selectedFields(type, [node], scope)) {
    const childField = fieldOf(type, child.name.value);
    names.add(child.name.value);
    if (childField === undefined) continue;
    for (const name of namesBelow(childField, child, scope)) names.add(name);
  }
  return names;
}

function typeOf(type: GraphQLNamedType, name: string): GraphQLNamedType {
  const field = fieldOf(type, name);
  if (field === undefined) throw new Error(`${type.name} is not a connection: it has no field ${name}.`);
  return getNamedType(field.type);
}

function fieldOf(type: GraphQLNamedType, name: string): Field | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function needsDetail({ extensions }: Field): boolean {
  return (extensions as Partial<typeof NEEDS_DETAIL>).needsDetail === true;
}
