/** The state of an open action: a dry run, then the change, always with one idempotency key. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import type { Disposable } from 'relay-runtime';
import type { GatewayError } from '../relay/gateway-error';
import { sendAction, type Action, type ActionResult } from './action-mutation';
import { newIdempotencyKey } from './idempotency-key';

export type ActionState =
  | { readonly phase: 'CHECKING' }
  | { readonly phase: 'CHECK_FAILED'; readonly error: GatewayError }
  | { readonly phase: 'CHECKED'; readonly result: ActionResult }
  | { readonly phase: 'SENDING' }
  | { readonly phase: 'SEND_FAILED'; readonly error: GatewayError }
  | { readonly phase: 'DONE'; readonly result: ActionResult };

interface ActionControl {
  readonly state: ActionState;
  /** The result of the last dry run. */
  readonly checked: ActionResult | undefined;
  readonly idempotencyKey: string;
  /** Repeats the dry run. */
  readonly check: () => void;
  /** Sends the change; a repeated call uses the same key, so that AWS gets the change at most once. */
  readonly send: (acknowledge: readonly string[]) => void;
}

/** Starts the dry run when the component is mounted. */
export function useAction(action: Action, id: string, to: string, expectedStatus: string): ActionControl {
  const environment = useRelayEnvironment();
  const [idempotencyKey] = useState(newIdempotencyKey);
  const [state, setState] = useState<ActionState>({ phase: 'CHECKING' });
  const [checked, setChecked] = useState<ActionResult>();
  const request = useRef<Disposable>(undefined);
  const start = useCallback(
    (dryRun: boolean, acknowledge: readonly string[]) => {
      request.current?.dispose();
      const input = { id, to, expectedStatus, idempotencyKey, acknowledge, dryRun };
      request.current = sendAction(environment, action, input, {
        onResult: (result) => {
          if (dryRun) setChecked(result);
          setState({ phase: dryRun ? 'CHECKED' : 'DONE', result });
        },
        onError: (error) => {
          setState({ phase: dryRun ? 'CHECK_FAILED' : 'SEND_FAILED', error });
        },
      });
    },
    [environment, action, id, to, expectedStatus, idempotencyKey],
  );
  const check = useCallback(() => {
    setState({ phase: 'CHECKING' });
    start(true, []);
  }, [start]);
  const send = useCallback(
    (acknowledge: readonly string[]) => {
      setState({ phase: 'SENDING' });
      start(false, acknowledge);
    },
    [start],
  );
  useEffect(() => {
    start(true, []);
    return () => request.current?.dispose();
  }, [start]);
  return { state, checked, idempotencyKey, check, send };
}
