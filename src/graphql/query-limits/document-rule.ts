/** The limits of documents as a rule of validation, which comes before all others. */
import { GraphQLError, type DocumentNode, type ValidationRule } from 'graphql';
import type { QueryLimitError } from '../../domain/errors';
import { expandedSize } from './expanded-size';
import { excessOf } from './limits';
import { writtenSize } from './written-size';

export const documentLimitsRule: ValidationRule = (context) => ({
  Document(document) {
    const excess = excessOfDocument(document);
    if (excess === undefined) return undefined;
    context.reportError(new GraphQLError(excess.message, { originalError: excess }));
    // Null takes the document out of the walk that all rules share: none of them sees what is in it.
    return null;
  },
});

function excessOfDocument(document: DocumentNode): QueryLimitError | undefined {
  return excessOf(writtenSize(document)) ?? excessOf(expandedSize(document));
}
