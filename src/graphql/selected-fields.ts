/** The fields that a selection has on one level, also through fragments, unless @skip or @include leave them out. */
import {
  isAbstractType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The surroundings of a selection. */
export interface SelectionScope {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Returns the coerced value of a variable; called for the conditions of @skip and @include. */
  readonly readVariable: (name: string) => unknown;
}

/** Returns the fragments of a document by name. */
export function fragmentsOf({ definitions }: DocumentNode): SelectionScope['fragments'] {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** Like `fieldsIn`, for the selections of fields. Their own @skip and @include leave them out. */
export function selectedFields(
  type: GraphQLNamedType,
  nodes: readonly FieldNode[],
  scope: SelectionScope,
): FieldNode[] {
  const included = nodes.filter((node) => isIncluded(node, scope));
  return fieldsIn(
    type,
    included.flatMap(({ selectionSet }) => selectionSet ?? []),
    scope,
  );
}

/**
 * Returns the fields that selections have on objects of a type, in the order of the document. Fields with the same response
 * name are not merged.
 */
export function fieldsIn(
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
  scope: SelectionScope,
): FieldNode[] {
  const fields: FieldNode[] = [];
  // Each fragment is read once: many spreads of one fragment must not multiply the work.
  const read = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (!isIncluded(selection, scope)) continue;
      if (selection.kind === Kind.FIELD) {
        fields.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : unread(selection.name.value);
      if (fragment !== undefined && applies(fragment.typeCondition?.name.value, type, scope)) {
        collect(fragment.selectionSet);
      }
    }
  };
  const unread = (name: string) => {
    if (read.has(name)) return undefined;
    read.add(name);
    return scope.fragments[name];
  };
  sets.forEach(collect);
  return fields;
}

function isIncluded({ directives = [] }: SelectionNode, { readVariable }: SelectionScope): boolean {
  return directives.every(({ name, arguments: args = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const condition = args.find((arg) => arg.name.value === 'if')?.value;
    const value =
      condition?.kind === Kind.VARIABLE
        ? readVariable(condition.name.value)
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return value === (name.value === 'include');
  });
}

/** True when a fragment with this condition applies to objects of the type; for an interface, to some of them. */
function applies(condition: string | undefined, type: GraphQLNamedType, { schema }: SelectionScope): boolean {
  if (condition === undefined || condition === type.name || !isObjectType(type)) return true;
  const conditionType = schema.getType(condition);
  return isAbstractType(conditionType) && schema.isSubType(conditionType, type);
}
