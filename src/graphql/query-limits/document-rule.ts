/** The document limits as a validation rule, which runs before all others. */
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { BadUserInputError, type QueryLimitError } from '../../domain/errors';
import { expandedSize } from './expanded-size';
import { findExceededLimit } from './limits';
import { writtenSize } from './written-size';

export const documentLimitsRule: ValidationRule = (context) => ({
  Document(document) {
    const rejection =
      findExceededDocumentLimit(document) ??
      findConditionalSubscription(document, context.getSchema().getSubscriptionType()?.name);
    if (rejection === undefined) return undefined;
    context.reportError(new GraphQLError(rejection.message, { originalError: rejection }));
    // All rules share one visit of the document. Null removes the document from it, so no other rule reads its content.
    return null;
  },
});

function findExceededDocumentLimit(document: DocumentNode): QueryLimitError | undefined {
  return findExceededLimit(writtenSize(document)) ?? findExceededLimit(expandedSize(document));
}

/**
 * graphql-js 16 throws for variables in directives of the root field of a subscription, and for a subscription without
 * fields. A later version of the specification forbids both.
 */
function findConditionalSubscription(
  document: DocumentNode,
  rootType: string | undefined,
): BadUserInputError | undefined {
  const isConditional = document.definitions.some(
    (definition) =>
      ((definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === OperationTypeNode.SUBSCRIPTION) ||
        (definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value === rootType)) &&
      hasDirective(definition.selectionSet),
  );
  return isConditional
    ? new BadUserInputError('The root field of a subscription must have no directives: remove them.')
    : undefined;
}

/** The document limits bound the depth. */
function hasDirective({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (selection) =>
      (selection.directives ?? []).length > 0 ||
      (selection.kind === Kind.INLINE_FRAGMENT && hasDirective(selection.selectionSet)),
  );
}
