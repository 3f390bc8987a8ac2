/** Whether a selection has a field, also through fragments, unless @skip or @include leave it out. */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql';

/** True when the field selects a field with this name. */
export type Selects = (field: FieldNode, name: string) => boolean;

/** The coerced values of the variables. */
type ReadVariables = () => Readonly<Record<string, unknown>> | undefined;

/** @param readVariables called once at most, for the first selection with a directive. */
export function selectionReader({ definitions }: DocumentNode, readVariables: ReadVariables): Selects {
  let values: { readonly coerced: ReturnType<ReadVariables> } | undefined;
  const variables = () => (values ??= { coerced: readVariables() }).coerced;
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  // Each fragment is read once for a field: many spreads of one fragment must not multiply the work.
  const find = (selections: readonly SelectionNode[], name: string, read: Set<string>): boolean =>
    selections.some((selection) => {
      if (!isIncluded(selection, variables)) return false;
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      if (selection.kind === Kind.INLINE_FRAGMENT) return find(selection.selectionSet.selections, name, read);
      const fragment = selection.name.value;
      if (read.has(fragment)) return false;
      read.add(fragment);
      return find(fragments.get(fragment)?.selectionSet.selections ?? [], name, read);
    });
  return ({ selectionSet }, name) => find(selectionSet?.selections ?? [], name, new Set());
}

function isIncluded(selection: SelectionNode, variables: ReadVariables): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return true;
  const values = variables();
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, values);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, values);
  return skip?.if !== true && include?.if !== false;
}
