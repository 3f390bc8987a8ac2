/** The plugin that sets the HTTP status of responses by media type and error code, as GraphQL over HTTP specifies. */
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { Context } from '../context';
import { ERROR_CODES } from '../../domain/errors';
import { GRAPHQL_RESPONSE } from '../negotiation';
import { statusOf } from '../rejection';

/** The errors of well-formed requests with an invalid document or variables: status 200 in application/json. */
const OK_IN_JSON: ReadonlySet<unknown> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.BAD_USER_INPUT,
]);

export function responseStatusPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (request) => {
          setStatus(request);
          return Promise.resolve();
        },
      }),
  };
}

function setStatus({ request, response, errors = [] }: GraphQLRequestContextWillSendResponse<Context>): void {
  const { body, http } = response;
  if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
  const [first] = body.singleResult.errors ?? [];
  // Apollo Server sets 500 for errors without a status, and 400 for a result without data.
  if (http.status === 500 || http.status === 400) {
    const code = ERROR_CODES.find((each) => each === first?.extensions?.code);
    if (code !== undefined) http.status = statusOf(code);
  }
  const { retryAfterSeconds } = first?.extensions ?? {};
  if (typeof retryAfterSeconds === 'number') http.headers.set('retry-after', String(retryAfterSeconds));
  const isPlainJson = request.http?.headers.get('accept') !== GRAPHQL_RESPONSE;
  const isWellFormed = errors.every(({ extensions }) => OK_IN_JSON.has(extensions.code));
  if (http.status === 400 && isPlainJson && isWellFormed) http.status = 200;
}
