/** Sends a mutation whose root field has the alias `payload`. An answer without it is a failure. */
import { commitMutation } from 'react-relay';
import type {
  Disposable,
  Environment,
  GraphQLTaggedNode,
  MutationParameters,
  RecordSourceSelectorProxy,
} from 'relay-runtime';
import { collectFieldErrors } from './field-errors';
import { localError, toGatewayError, type GatewayError } from './gateway-error';

interface PayloadMutation<Payload> extends MutationParameters {
  readonly response: { readonly payload: Payload | null | undefined };
}

interface Sent {
  readonly mutation: GraphQLTaggedNode;
  readonly variables: MutationParameters['variables'];
  /** Writes the payload into the store. */
  readonly updater?: (store: RecordSourceSelectorProxy) => void;
}

interface Observer<Payload> {
  /** @param isWhole false when the gateway could not read fields of the payload, which are null */
  readonly onPayload: (payload: Payload, isWhole: boolean) => void;
  readonly onError: (error: GatewayError) => void;
}

/** Disposing aborts the request; the gateway completes a change that it has received. */
export function sendForPayload<Payload>(
  environment: Environment,
  { mutation, variables, updater }: Sent,
  { onPayload, onError }: Observer<Payload>,
): Disposable {
  const { cacheConfig, fieldErrors } = collectFieldErrors();
  return commitMutation<PayloadMutation<Payload>>(environment, {
    mutation,
    variables,
    cacheConfig,
    updater: (store, response) => {
      if (response?.payload != null) updater?.(store);
    },
    onCompleted: ({ payload }) => {
      if (payload == null)
        onError(localError('UNEXPECTED_RESPONSE', 'The gateway answered without a result.'));
      else onPayload(payload, fieldErrors().length === 0);
    },
    onError: (error) => {
      onError(toGatewayError(error));
    },
  });
}
