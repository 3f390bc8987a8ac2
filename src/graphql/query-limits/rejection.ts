/** The conversion of a gateway error to a GraphQL error with an HTTP status and, for the rate limit, Retry-After. */
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
