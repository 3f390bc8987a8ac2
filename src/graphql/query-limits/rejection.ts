/** A refusal as Apollo Server sends it: with its status, and when to come back. */
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { RateLimitedError, type GatewayError } from '../../domain/errors';

export function toGraphqlError(error: GatewayError): GraphQLError {
  const http =
    error instanceof RateLimitedError
      ? { status: 429, headers: new HeaderMap([['retry-after', String(error.retryAfterSeconds)]]) }
      : { status: 400 };
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...error.extensions, http },
  });
}
