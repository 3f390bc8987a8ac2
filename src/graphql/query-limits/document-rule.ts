/** The document limits as a validation rule, which runs before all others. */
import { GraphQLError, type DocumentNode, type ValidationRule } from 'graphql';
import type { QueryLimitError } from '../../domain/errors';
import { expandedSize } from './expanded-size';
import { findExceededLimit } from './limits';
import { writtenSize } from './written-size';

export const documentLimitsRule: ValidationRule = (context) => ({
  Document(document) {
    const exceeded = findExceededDocumentLimit(document);
    if (exceeded === undefined) return undefined;
    context.reportError(new GraphQLError(exceeded.message, { originalError: exceeded }));
    // All rules share one visit of the document. Null removes the document from it, so no other rule reads its content.
    return null;
  },
});

function findExceededDocumentLimit(document: DocumentNode): QueryLimitError | undefined {
  return findExceededLimit(writtenSize(document)) ?? findExceededLimit(expandedSize(document));
}
