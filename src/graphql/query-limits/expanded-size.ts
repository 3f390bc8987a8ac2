/** The size of the operations of a document with expanded fragments. Each fragment is measured once. */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { DocumentSize } from './limits';

interface Size {
  readonly selections: number;
  readonly aliases: number;
  readonly depth: number;
  /** The number of fields on one level, including those of fragments. */
  readonly breadth: number;
}

const EMPTY: Size = { selections: 0, aliases: 0, depth: 0, breadth: 0 };

/** Recursive: call it only for documents whose written depth is within its limit. */
export function expandedSize({ definitions }: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const sizeOf = createSizeOf(fragments);
  const sizes = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [sizeOf(each.selectionSet)] : [],
  );
  const largest = (name: keyof Size) => Math.max(0, ...sizes.map((size) => size[name]));
  return {
    rootFields: largest('breadth'),
    selections: largest('selections'),
    depth: largest('depth'),
    aliases: largest('aliases'),
  };
}

function createSizeOf(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): (set: SelectionSetNode) => Size {
  const known = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    const fragment = fragments.get(name);
    if (size !== undefined || fragment === undefined) return size ?? EMPTY;
    // A fragment that contains itself counts as empty there. Validation rejects it.
    known.set(name, EMPTY);
    const counted = ofSet(fragment.selectionSet);
    known.set(name, counted);
    return counted;
  };
  const ofSet = ({ selections }: SelectionSetNode): Size => {
    const size = { selections: 0, aliases: 0, depth: 1, breadth: 0 };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      const set = isSpread ? undefined : selection.selectionSet;
      const inner = isSpread ? ofFragment(selection.name.value) : set === undefined ? EMPTY : ofSet(set);
      size.selections += 1 + inner.selections;
      size.aliases += (isField && selection.alias !== undefined ? 1 : 0) + inner.aliases;
      size.depth = Math.max(size.depth, inner.depth + (isSpread ? 0 : 1));
      size.breadth += isField ? 1 : inner.breadth;
    }
    return size;
  };
  return ofSet;
}
