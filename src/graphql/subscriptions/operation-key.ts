/** The key under which subscribers share executions: equal operations have equal results for a message. */
import { createHash } from 'node:crypto';
import { getOperationAST, Kind, print, visit, type DocumentNode } from 'graphql';
import type { StreamOperation } from '../stream-opening';

/** The argument that says where a stream begins. The results of its messages do not depend on it. */
const START = 'after';

export function operationKey({ document, operationName, variables }: StreamOperation): string {
  const start = startVariable(document, operationName);
  const relevant = Object.entries(variables).filter(([name]) => name !== start);
  // A variable that is null differs from one that is absent, which can have a default.
  const text = JSON.stringify([print(document), operationName ?? null, relevant.sort()]);
  return createHash('sha256').update(text).digest('base64');
}

/** The variable that only says where the stream begins. */
function startVariable(document: DocumentNode, operationName: string | null | undefined): string | undefined {
  const root = getOperationAST(document, operationName)?.selectionSet.selections[0];
  if (root?.kind !== Kind.FIELD) return undefined;
  const value = root.arguments?.find(({ name }) => name.value === START)?.value;
  if (value?.kind !== Kind.VARIABLE) return undefined;
  const name = value.name.value;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => {
      if (node.name.value === name) uses += 1;
    },
  });
  return uses === 1 ? name : undefined;
}
