/** The state of an open bulk change: a read of the rows that the list has not loaded, the choice, a dry run, and then one request after another. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import type { Environment } from 'relay-runtime';
import { toGatewayError, type GatewayError } from '../relay/gateway-error';
import { sendBulk, type BulkActions } from './bulk-mutation';
import { changesOf, checksOf, dryRunsOf, type Answer, type BulkRequest } from './bulk-requests';
import { fetchResources, readRow, type BulkResource, type BulkRow } from './bulk-resource';
import type { Offer } from './offers';

export interface Selected {
  /** The selected rows that the list has loaded. */
  readonly rows: readonly BulkRow[];
  /** The ids of all other selected resources. */
  readonly unlisted: readonly string[];
}

interface Chosen {
  readonly resources: readonly BulkResource[];
  /** The number of selected ids without a resource of the kind. */
  readonly missing: number;
  /** A message for each selected id that could not be read. */
  readonly failures: readonly string[];
}

export type BulkState =
  | { readonly phase: 'READING' }
  | { readonly phase: 'READ_FAILED'; readonly error: GatewayError }
  | ({ readonly phase: 'CHOOSING' } & Chosen)
  | ({
      readonly phase: 'CHECKING' | 'CHECKED' | 'SENDING' | 'DONE';
      readonly offer: Offer;
      readonly requests: readonly BulkRequest[];
    } & Chosen)
  | ({ readonly phase: 'CHECK_FAILED'; readonly offer: Offer; readonly error: GatewayError } & Chosen);

interface BulkControl {
  readonly state: BulkState;
  readonly read: () => void;
  /** Starts the dry run of a change. */
  readonly check: (offer: Offer) => void;
  /** Returns to the choice. */
  readonly back: () => void;
  /** Sends the changes that passed the dry run. */
  readonly confirm: () => void;
  /** Sends the chosen requests again, or for the first time. A repeated request keeps its items and its key. */
  readonly send: (shouldSend: (request: BulkRequest) => boolean) => void;
  /** Sends no further request after the current one. */
  readonly stop: () => void;
  readonly isStopping: boolean;
}

export function useBulk({ type, mutation }: BulkActions, { rows, unlisted }: Selected): BulkControl {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<BulkState>({ phase: 'READING' });
  const [isStopping, setIsStopping] = useState(false);
  // One run at a time sends requests. Another step, or the end of the component, ends it.
  const run = useRef(new AbortController());
  const restart = useCallback(() => {
    run.current.abort();
    run.current = new AbortController();
    return run.current.signal;
  }, []);
  const [initial] = useState({ rows, unlisted });

  const start = useCallback(() => {
    const signal = restart();
    readSelected(environment, type, initial).then(
      (chosen) => {
        if (!signal.aborted) setState({ phase: 'CHOOSING', ...chosen });
      },
      (error: unknown) => {
        if (!signal.aborted) setState({ phase: 'READ_FAILED', error: toGatewayError(error) });
      },
    );
  }, [environment, type, initial, restart]);
  useEffect(() => {
    start();
    return () => {
      run.current.abort();
    };
  }, [start]);

  const check = async (chosen: Chosen, offer: Offer) => {
    const signal = restart();
    const requests = dryRunsOf(offer);
    setState({ phase: 'CHECKING', ...pick(chosen), offer, requests });
    const answered = await sendAll(
      environment,
      mutation,
      requests,
      () => true,
      signal,
      (next) => {
        setState({ phase: 'CHECKING', ...pick(chosen), offer, requests: next });
      },
    );
    if (signal.aborted) return;
    const failed = answered.find(({ answer }) => answer !== undefined && 'error' in answer)?.answer;
    if (failed !== undefined && 'error' in failed)
      setState({ phase: 'CHECK_FAILED', ...pick(chosen), offer, error: failed.error });
    else setState({ phase: 'CHECKED', ...pick(chosen), offer, requests: answered });
  };
  const change = async (
    chosen: Chosen & { readonly offer: Offer },
    requests: readonly BulkRequest[],
    shouldSend: (request: BulkRequest) => boolean,
  ) => {
    const signal = restart();
    const { offer } = chosen;
    setIsStopping(false);
    setState({ phase: 'SENDING', ...pick(chosen), offer, requests });
    const answered = await sendAll(environment, mutation, requests, shouldSend, signal, (next) => {
      if (!isAbandoned(signal)) setState({ phase: 'SENDING', ...pick(chosen), offer, requests: next });
    });
    if (!isAbandoned(signal)) setState({ phase: 'DONE', ...pick(chosen), offer, requests: answered });
  };
  return {
    state,
    isStopping,
    read: () => {
      setState({ phase: 'READING' });
      start();
    },
    check: (offer) => {
      if ('resources' in state) void check(state, offer);
    },
    back: () => {
      restart();
      if ('resources' in state) setState({ phase: 'CHOOSING', ...pick(state) });
    },
    confirm: () => {
      if (state.phase !== 'CHECKED') return;
      void change(state, changesOf(state.offer, checksOf(state.requests).passed), () => true);
    },
    send: (shouldSend) => {
      if (state.phase === 'DONE') void change(state, state.requests, shouldSend);
    },
    stop: () => {
      setIsStopping(true);
      run.current.abort(STOPPED);
    },
  };
}

const STOPPED = 'stopped by the user';

/** True when nobody waits for the outcomes of a run any more. A run that the user stopped still shows those of its requests. */
const isAbandoned = ({ aborted, reason }: AbortSignal) => aborted && reason !== STOPPED;

const pick = ({ resources, missing, failures }: Chosen): Chosen => ({ resources, missing, failures });

async function readSelected(
  environment: Environment,
  type: string,
  { rows, unlisted }: Selected,
): Promise<Chosen> {
  const listed = rows.flatMap((row) => readRow(environment, row) ?? []);
  const { resources, failures } = await fetchResources(environment, unlisted);
  const found = [...listed, ...resources.filter((resource) => resource.type === type)];
  return {
    resources: found,
    missing: rows.length + unlisted.length - found.length - failures.length,
    failures,
  };
}

/**
 * Sends requests one after another until one fails, or the signal is aborted. A request that was sent is waited for.
 * Resolves to all requests with their answers.
 */
async function sendAll(
  environment: Environment,
  mutation: BulkActions['mutation'],
  requests: readonly BulkRequest[],
  shouldSend: (request: BulkRequest) => boolean,
  signal: AbortSignal,
  onAnswer: (requests: readonly BulkRequest[]) => void,
): Promise<readonly BulkRequest[]> {
  const current = [...requests];
  for (const [index, request] of requests.entries()) {
    if (signal.aborted) break;
    if (!shouldSend(request)) continue;
    const answer = await sendBulk(environment, mutation, request.input).then(
      (results): Answer => ({ results }),
      (error: unknown): Answer => ({ error: toGatewayError(error) }),
    );
    current[index] = { ...request, answer };
    onAnswer([...current]);
    if ('error' in answer) break;
  }
  return current;
}
