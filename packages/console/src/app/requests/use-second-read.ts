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

interface SecondRead<Query extends OperationType> {
  /**
   * Resolves when the read is over, whether it succeeded or not. It replaces a read that runs, except that a quiet read waits for
   * the end of a read that is not.
   */
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

/** The reads of one first read. */
interface Reads {
  isOver: boolean;
  subscription?: Subscription;
  /** The read that runs and is not quiet. */
  loud?: Promise<void> | undefined;
}

/** @param firstRead identifies the first read; a new one, such as for other variables, has no failure yet */
export function useSecondRead<Query extends OperationType>(
  query: GraphQLTaggedNode,
  firstRead: unknown,
): SecondRead<Query> {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<State>();
  const current = useRef<Reads>(undefined);
  useEffect(() => {
    const reads: Reads = { isOver: false };
    current.current = reads;
    return () => {
      reads.isOver = true;
      reads.subscription?.unsubscribe();
    };
  }, [firstRead]);
  const read = useCallback(
    async (
      variables: VariablesOf<Query>,
      networkCacheConfig: CacheConfig,
      { isQuiet } = { isQuiet: false },
    ) => {
      const reads = current.current;
      while (isQuiet && reads?.loud !== undefined) await reads.loud;
      if (reads === undefined || reads.isOver) return;
      reads.subscription?.unsubscribe();
      const done = new Promise<void>((resolve) => {
        setState((last) => ({
          ...(last?.firstRead === firstRead ? last : undefined),
          firstRead,
          isReading: !isQuiet,
        }));
        reads.subscription = fetchQuery<Query>(environment, query, variables, {
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
      });
      if (!isQuiet) reads.loud = done;
      await done;
      if (reads.loud === done) reads.loud = undefined;
    },
    [environment, query, firstRead],
  );
  const shown = state?.firstRead === firstRead ? state : undefined;
  return { read, isReading: shown?.isReading === true, failure: shown?.failure };
}
