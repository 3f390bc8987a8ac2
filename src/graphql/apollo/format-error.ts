/** The errors of responses. */
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../domain/errors';

/** Gives every error a code of ErrorCode and hides the messages of unexpected errors from clients. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? error.originalError : undefined;
  const cause = original instanceof GatewayError ? original : unwrapResolverError(error);
  if (cause instanceof GatewayError) return { ...formatted, extensions: cause.extensions };
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') {
    // GraphQL and Apollo Server have other codes for requests that cannot be executed.
    return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  }
  return {
    ...formatted,
    message:
      'The gateway failed to resolve this part of the request. Report its x-request-id to the operator.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
