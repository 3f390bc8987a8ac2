/** The status of GraphQL's answers: by the media type, as GraphQL over HTTP has it, and by the code of what failed. */
import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { Context } from '../context';
import { ERROR_CODES } from '../../domain/errors';
import { GRAPHQL_RESPONSE } from '../negotiation';
import { statusOf } from '../rejection';

/** A well-formed request whose document or variables are wrong is an answer like others to clients that ask for plain JSON. */
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
  // Apollo's own for errors that say nothing of a status.
  if (http.status === 500) {
    const code = ERROR_CODES.find((each) => each === body.singleResult.errors?.[0]?.extensions?.code);
    if (code !== undefined) http.status = statusOf(code);
  }
  const isPlain = request.http?.headers.get('accept') !== GRAPHQL_RESPONSE;
  const isWellFormed = errors.every(({ extensions }) => OK_IN_JSON.has(extensions.code));
  if (http.status === 400 && isPlain && isWellFormed) http.status = 200;
}
