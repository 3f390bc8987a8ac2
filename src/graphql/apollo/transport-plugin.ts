/** The plugin that accepts subscriptions only from the transport of streams, and no other operations from it. */
import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { BadUserInputError } from '../../domain/errors';
import type { Context } from '../context';
import { toGraphqlError } from '../query-limits/rejection';

export function transportPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, contextValue: { opening } }) => {
          const isSubscription = operation?.operation === OperationTypeNode.SUBSCRIPTION;
          if (operation == null || isSubscription === (opening !== undefined)) return Promise.resolve();
          const message = isSubscription
            ? 'A subscription is a stream: send it to /graphql/stream, which gateways on AWS Lambda do not have.'
            : 'A stream needs a subscription: send queries and mutations to /graphql.';
          return Promise.reject(toGraphqlError(new BadUserInputError(message)));
        },
      }),
  };
}
