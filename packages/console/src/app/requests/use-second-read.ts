/** Reads a query again, after its first answer. A failure leaves the store, and so the content of the page, as it is. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { fetchQuery, useRelayEnvironment } from 'react-relay';
import type { CacheConfig, GraphQLTaggedNode, OperationType, Subscription, VariablesOf } from 'relay-runtime';
import { toGatewayError, type GatewayError } from '../relay/gateway-error';

interface State {
  readonly firstRead: unknown;
  readonly isReading: boolean;
  readonly failure?: GatewayError | undefined;
}

export interface SecondRead<Query extends OperationType> {
  /** Replaces a read that runs, and resolves when it is over, whether it succeeded or not. */
  readonly read: (
    variables: VariablesOf<Query>,
    networkCacheConfig: CacheConfig,
    options?: { readonly isQuiet: boolean },
  ) => Promise<void>;
  /** True while a read runs that is not quiet. */
  readonly isReading: boolean;
  /** The failure of the last read. */
  readonly failure: GatewayError | undefined;
}

/** @param firstRead identifies the first read; a new one, such as for other variables, has no failure yet */
export function useSecondRead<Query extends OperationType>(
  query: GraphQLTaggedNode,
  firstRead: unknown,
): SecondRead<Query> {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<State>();
  const subscription = useRef<Subscription>(undefined);
  useEffect(() => () => subscription.current?.unsubscribe(), [firstRead]);
  const read = useCallback(
    (variables: VariablesOf<Query>, networkCacheConfig: CacheConfig, { isQuiet } = { isQuiet: false }) =>
      new Promise<void>((resolve) => {
        subscription.current?.unsubscribe();
        setState((last) => {
          const known = last?.firstRead === firstRead ? last : undefined;
          return { ...known, firstRead, isReading: !isQuiet || known?.isReading === true };
        });
        subscription.current = fetchQuery<Query>(environment, query, variables, {
          networkCacheConfig,
        }).subscribe({
          complete: () => {
            setState({ firstRead, isReading: false });
            resolve();
          },
          error: (error: unknown) => {
            setState({ firstRead, isReading: false, failure: toGatewayError(error) });
            resolve();
          },
          unsubscribe: () => {
            resolve();
          },
        });
      }),
    [environment, query, firstRead],
  );
  const current = state?.firstRead === firstRead ? state : undefined;
  return { read, isReading: current?.isReading === true, failure: current?.failure };
}
