/**
 * The state of a form that is sent: a dry run of each mutation, a confirmation, and then the mutations one after another, each
 * with an idempotency key that a repeated attempt keeps.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import type { Disposable } from 'relay-runtime';
import { sendMutation, type MutationResult } from '../actions/action-mutation';
import { newIdempotencyKey } from '../actions/idempotency-key';
import { neutral, UNCERTAIN, type Verdict } from '../actions/outcome';
import { toGatewayError, type GatewayError } from '../relay/gateway-error';
import { placeErrors, type FieldErrors } from './field-errors';
import type { Step } from './form-spec';
import { failed, lost, made, refused, unknown } from './form-verdict';

/** What the form is made to be sent. */
export interface Submitted {
  readonly steps: readonly Step[];
  readonly values: unknown;
  /** The name of the target to create the resource in. */
  readonly target: string | undefined;
}

export type SubmissionState =
  | { readonly phase: 'EDITING'; readonly verdict?: Verdict }
  | { readonly phase: 'CHECKING' }
  /** The dry run passed. `warnings` say what the user has to know before the confirmation. */
  | { readonly phase: 'REVIEW'; readonly warnings: readonly string[] }
  | { readonly phase: 'SENDING' }
  /** AWS may have made the change; the same attempt can be repeated. */
  | { readonly phase: 'UNCERTAIN'; readonly verdict: Verdict }
  | { readonly phase: 'DONE'; readonly verdict: Verdict; readonly resourceId: string | undefined };

interface Options {
  /** Reads what the change is based on again, and returns warnings. */
  readonly recheck?: ((values: unknown) => Promise<readonly string[]>) | undefined;
  /** The attempt failed, and the user can edit the form again. */
  readonly onFailure: (errors: FieldErrors) => void;
  /** The change was made, and the gateway said nothing more about it. */
  readonly onSuccess: (resourceId: string) => void;
}

interface Submission {
  readonly state: SubmissionState;
  readonly check: (submitted: Submitted) => void;
  /** Sends what was checked last. */
  readonly send: () => void;
  /** Returns from the confirmation to the form. */
  readonly edit: () => void;
}

export function useSubmission({ recheck, onFailure, onSuccess }: Options): Submission {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<SubmissionState>({ phase: 'EDITING' });
  const submitted = useRef<Submitted>(undefined);
  const keys = useRef<string[]>([]);
  const request = useRef<Disposable>(undefined);
  useEffect(() => () => request.current?.dispose(), []);

  const run = useCallback(
    (dryRun: boolean) => {
      const { steps, target, values } = submitted.current ?? { steps: [], target: undefined, values: {} };
      const sendStep = (index: number): Promise<MutationResult | GatewayError> => {
        const step = steps[index];
        if (step === undefined) throw new Error('A form sends at least one mutation.');
        const idempotencyKey = (keys.current[index] ??= newIdempotencyKey());
        const input = { ...step.input, ...(target === undefined ? {} : { target }), idempotencyKey, dryRun };
        return new Promise((resolve) => {
          request.current = sendMutation(
            environment,
            step.mutation,
            { input },
            { onResult: resolve, onError: resolve },
          );
        });
      };
      const giveBack = (verdict: Verdict, errors: FieldErrors = {}) => {
        setState({ phase: 'EDITING', verdict });
        onFailure(errors);
      };
      const refuse = (index: number, result: MutationResult) => {
        const step = steps[index];
        if (step === undefined) return;
        // The gateway has stored this refusal under the key; the corrected input is another change.
        keys.current = [];
        const { fields, others } = placeErrors(step, result.userErrors, values);
        giveBack(refused(others, dryRun ? 0 : index), fields);
      };
      const runFrom = async (index: number): Promise<void> => {
        const result = await sendStep(index);
        const key = keys.current[index] ?? '';
        if (result instanceof Error) {
          if (dryRun) giveBack(failed(result, 'CHECK', 0));
          else if (UNCERTAIN.has(result.code)) setState({ phase: 'UNCERTAIN', verdict: lost(result, key) });
          else giveBack(failed(result, 'SEND', index));
          return;
        }
        const { outcome, userErrors, resourceId } = result;
        if (outcome === 'REFUSED') {
          refuse(index, result);
          return;
        }
        if (outcome === 'UNKNOWN') {
          setState({ phase: 'UNCERTAIN', verdict: unknown(userErrors, key) });
          return;
        }
        if (index + 1 < steps.length) {
          await runFrom(index + 1);
          return;
        }
        if (outcome === 'DRY_RUN') {
          try {
            setState({ phase: 'REVIEW', warnings: (await recheck?.(values)) ?? [] });
          } catch (error) {
            giveBack(failed(toGatewayError(error), 'CHECK', 0));
          }
        } else if (resourceId !== undefined && userErrors.length === 0) onSuccess(resourceId);
        else setState({ phase: 'DONE', verdict: made(outcome, userErrors), resourceId });
      };
      void runFrom(0);
    },
    [environment, recheck, onFailure, onSuccess],
  );
  const check = useCallback(
    (next: Submitted) => {
      submitted.current = next;
      setState({ phase: 'CHECKING' });
      run(true);
    },
    [run],
  );
  const send = useCallback(() => {
    setState({ phase: 'SENDING' });
    run(false);
  }, [run]);
  const edit = useCallback(() => {
    setState({ phase: 'EDITING' });
  }, []);
  return { state, check, send, edit };
}

export const CHECKED = neutral('The check passed. Nothing is changed until you confirm.');
export const SENDING = neutral('Sending the change. Please wait for the outcome.');
