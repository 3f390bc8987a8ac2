/** The plugin that adds the operation and the error codes of a request to its record, and logs unexpected errors. */
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { GatewayError } from '../../domain/errors';
import type { Isolation } from '../../observability/isolation';
import { codeOf, type RequestRecord } from '../../observability/requests/request-record';

interface RecordingContext {
  readonly record: RequestRecord;
}

/** Clients choose the names of operations, so the record truncates them. */
const MAX_NAME_LENGTH = 128;

const UNEXPECTED = 'INTERNAL_SERVER_ERROR';

export function recordPlugin(isolation: Isolation): ApolloServerPlugin<RecordingContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ contextValue: { record }, operation, operationName }) => {
          isolation.run('record.operation', () => {
            record.operationType = operation?.operation;
            record.operationName = operationName?.slice(0, MAX_NAME_LENGTH);
          });
          return Promise.resolve();
        },
        didEncounterErrors: ({ contextValue: { record }, errors }) => {
          isolation.run('record.errors', () => {
            logUnexpectedErrors(errors, record.log);
          });
          return Promise.resolve();
        },
        willSendResponse: ({ contextValue: { record }, response: { body } }) => {
          isolation.run('record.codes', () => {
            if (body.kind === 'single') record.codes = (body.singleResult.errors ?? []).map(codeOf);
          });
          return Promise.resolve();
        },
      }),
    unexpectedErrorProcessingRequest: ({ error, requestContext }) => {
      isolation.run('record.unexpected', () => {
        requestContext.contextValue.record.log.error({ err: error }, 'Unexpected error');
      });
      return Promise.resolve();
    },
  };
}

/** Logs the errors whose messages clients do not get. */
export function logUnexpectedErrors(errors: readonly GraphQLError[], log: Logger): void {
  for (const error of errors.filter(isUnexpected)) {
    log.error({ err: causeOf(error), field: fieldOf(error) }, 'Unexpected error');
  }
}

function isUnexpected(error: GraphQLError): boolean {
  const { code = UNEXPECTED } = error.extensions;
  return code === UNEXPECTED && !(causeOf(error) instanceof GatewayError);
}

function causeOf(error: GraphQLError): Error {
  return error.originalError ?? error;
}

/** Returns the name of the field in the schema. The path of the error would contain aliases of the client. */
function fieldOf({ nodes }: GraphQLError): string | undefined {
  const [node] = nodes ?? [];
  return node?.kind === Kind.FIELD ? node.name.value : undefined;
}
