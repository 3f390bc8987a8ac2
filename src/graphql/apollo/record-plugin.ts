/** Notes what became of a GraphQL request, and tells the log of failures that nobody foresaw. */
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import { GatewayError } from '../../domain/errors';
import type { RequestRecord } from '../../observability/requests/request-record';

interface RecordingContext {
  readonly record: RequestRecord;
}

/** Letters of an operation's name, which clients choose. */
const MAX_NAME = 128;

const UNEXPECTED = 'INTERNAL_SERVER_ERROR';

export function recordPlugin(): ApolloServerPlugin<RecordingContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ contextValue: { record }, operation, operationName }) => {
          record.operationType = operation?.operation;
          record.operationName = operationName?.slice(0, MAX_NAME);
          return Promise.resolve();
        },
        didEncounterErrors: ({ contextValue: { record }, errors }) => {
          for (const error of errors.filter(isUnexpected)) {
            record.log.error({ err: causeOf(error), field: fieldOf(error) }, 'unexpected error');
          }
          return Promise.resolve();
        },
        willSendResponse: ({ contextValue: { record }, response: { body } }) => {
          if (body.kind === 'single') record.codes = (body.singleResult.errors ?? []).map(codeOf);
          return Promise.resolve();
        },
      }),
    unexpectedErrorProcessingRequest: ({ error, requestContext }) => {
      requestContext.contextValue.record.log.error({ err: error }, 'unexpected error');
      return Promise.resolve();
    },
  };
}

function isUnexpected(error: GraphQLError): boolean {
  const { code = UNEXPECTED } = error.extensions;
  return code === UNEXPECTED && !(causeOf(error) instanceof GatewayError);
}

function causeOf(error: GraphQLError): Error {
  return error.originalError ?? error;
}

/** By its name in the schema; the path to it would show the client's aliases. */
function fieldOf({ nodes }: GraphQLError): string | undefined {
  const [node] = nodes ?? [];
  return node?.kind === Kind.FIELD ? node.name.value : undefined;
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.code;
  return typeof code === 'string' ? code : UNEXPECTED;
}
