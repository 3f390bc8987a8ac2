/**
 * The state of a form that is sent: a dry run of each mutation, a confirmation, and then the mutations one after another. A
 * mutation that AWS has accepted is not sent again.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import { getRequest, type Disposable } from 'relay-runtime';
import { sendMutation, type MutationResult } from '../actions/action-mutation';
import { neutral, UNCERTAIN, type Verdict } from '../actions/outcome';
import { localError, toGatewayError, type GatewayError } from '../relay/gateway-error';
import { placeErrors, type FieldErrors } from './field-errors';
import { FormAttempts, isInputMismatch, type Command } from './form-attempts';
import type { Step } from './form-spec';
import {
  describeFailedCheck,
  describeLoss,
  describeRefusal,
  describeRejectedRequest,
  describeSuccess,
  describeUnknown,
  type Progress,
} from './form-verdict';

/** The input of a form that has no mistakes. */
export interface Submitted {
  readonly steps: readonly Step[];
  readonly values: unknown;
  /** The name of the target to create the resource in. */
  readonly target: string | undefined;
}

type Warning = Pick<Verdict, 'title' | 'texts'>;

export type SubmissionState =
  | { readonly phase: 'EDITING'; readonly verdict?: Verdict }
  | { readonly phase: 'CHECKING' }
  /** The dry run passed. `warnings` say what the user has to know before the confirmation. */
  | { readonly phase: 'REVIEW'; readonly warnings: readonly Warning[] }
  | { readonly phase: 'SENDING' }
  /** AWS may have made the change. */
  | { readonly phase: 'UNCERTAIN'; readonly verdict: Verdict }
  | { readonly phase: 'DONE'; readonly verdict: Verdict; readonly resourceId: string | undefined };

interface Options {
  /** Reads the resource again, and returns warnings. Throws GatewayError when it cannot be read. */
  readonly recheck?: ((values: unknown) => Promise<readonly string[]>) | undefined;
  /** The attempt failed, and the user can edit the form again. */
  readonly onFailure: (errors: FieldErrors) => void;
  /** The change was made, and the gateway said nothing more about it. */
  readonly onSuccess: (resourceId: string) => void;
}

interface Submission {
  readonly state: SubmissionState;
  readonly check: (submitted: Submitted) => void;
  /** Sends the input that was checked last; after an uncertain outcome again, from the first mutation that AWS has not accepted. */
  readonly send: () => void;
  /** Returns from the confirmation to the form. */
  readonly edit: () => void;
}

const NOTHING: Submitted = { steps: [], values: {}, target: undefined };
const NOTHING_MADE: Progress = { stepsMade: 0, errors: [] };

const EARLIER_ATTEMPT: Warning = {
  title: 'An earlier attempt may have been made',
  texts: [
    'It had other input, or AWS gave no clear answer. Look whether AWS has its result before you confirm.',
  ],
};

export function useSubmission({ recheck, onFailure, onSuccess }: Options): Submission {
  const environment = useRelayEnvironment();
  const [state, setState] = useState<SubmissionState>({ phase: 'EDITING' });
  const [attempts] = useState(() => new FormAttempts());
  const submitted = useRef(NOTHING);
  const progress = useRef(NOTHING_MADE);
  const request = useRef<Disposable>(undefined);
  useEffect(() => () => request.current?.dispose(), []);

  const mutate = useCallback(
    ({ mutation }: Step, input: object): Promise<MutationResult | GatewayError> =>
      new Promise((resolve) => {
        request.current = sendMutation(
          environment,
          mutation,
          { input },
          { onResult: resolve, onError: resolve },
        );
      }),
    [environment],
  );
  const giveBack = useCallback(
    (verdict: Verdict, errors: FieldErrors = {}) => {
      setState({ phase: 'EDITING', verdict });
      onFailure(errors);
    },
    [onFailure],
  );
  const refuse = useCallback(
    (step: Step, result: MutationResult) => {
      const { fields, others } = placeErrors(step, result.userErrors, submitted.current.values);
      giveBack(describeRefusal(others, progress.current, isInputMismatch(result)), fields);
    },
    [giveBack],
  );

  const check = useCallback(
    (next: Submitted) => {
      submitted.current = next;
      progress.current = NOTHING_MADE;
      setState({ phase: 'CHECKING' });
      const run = async () => {
        for (const step of next.steps) {
          const result = await mutate(step, { ...toCommand(step, next).input, dryRun: true });
          if (result instanceof Error) {
            giveBack(describeFailedCheck(result));
            return;
          }
          if (result.outcome !== 'DRY_RUN') {
            refuse(step, result);
            return;
          }
        }
        const texts = (await recheck?.(next.values)) ?? [];
        const commands = next.steps.map((step) => toCommand(step, next));
        setState({
          phase: 'REVIEW',
          warnings: [
            ...(attempts.mayBeMadeBeside(commands) ? [EARLIER_ATTEMPT] : []),
            ...(texts.length === 0 ? [] : [{ title: 'Changed by somebody else meanwhile', texts }]),
          ],
        });
      };
      run().catch((error: unknown) => {
        giveBack(describeFailedCheck(toGatewayError(error)));
      });
    },
    [attempts, mutate, giveBack, refuse, recheck],
  );

  const send = useCallback(() => {
    setState({ phase: 'SENDING' });
    const sendFrom = async (index: number): Promise<void> => {
      const step = submitted.current.steps[index];
      if (step === undefined) return;
      const { takesClientToken } = step;
      const command = toCommand(step, submitted.current);
      const idempotencyKey = attempts.keyOf(command);
      const result = await mutate(step, { ...command.input, idempotencyKey, dryRun: false });
      const lose = (error: GatewayError) => {
        attempts.recordLoss(command);
        setState({ phase: 'UNCERTAIN', verdict: describeLoss(error, progress.current, idempotencyKey) });
      };
      if (result instanceof Error) {
        if (UNCERTAIN.has(result.code)) lose(result);
        else giveBack(describeRejectedRequest(result, progress.current));
        return;
      }
      const { outcome, userErrors, resourceId } = result;
      if (outcome !== 'DRY_RUN') attempts.recordResult(command, result, takesClientToken);
      switch (outcome) {
        case 'REFUSED':
          refuse(step, result);
          return;
        case 'UNKNOWN': {
          const known = { idempotencyKey, takesClientToken };
          setState({ phase: 'UNCERTAIN', verdict: describeUnknown(userErrors, progress.current, known) });
          return;
        }
        case 'DRY_RUN':
          lose(localError('UNEXPECTED_RESPONSE', 'The gateway answered a change with a dry run.'));
          return;
        case 'APPLIED':
        case 'RECONCILED': {
          step.onMade?.();
          const { errors } = progress.current;
          progress.current = { stepsMade: index + 1, errors: [...errors, ...userErrors] };
          if (index + 1 < submitted.current.steps.length) {
            await sendFrom(index + 1);
            return;
          }
          if (resourceId !== undefined && progress.current.errors.length === 0) onSuccess(resourceId);
          else setState({ phase: 'DONE', verdict: describeSuccess(outcome, progress.current), resourceId });
        }
      }
    };
    void sendFrom(progress.current.stepsMade);
  }, [attempts, mutate, giveBack, refuse, onSuccess]);

  const edit = useCallback(() => {
    setState({ phase: 'EDITING' });
  }, []);
  return { state, check, send, edit };
}

function toCommand({ mutation, input }: Step, { target }: Submitted): Command {
  return {
    mutation: getRequest(mutation).params.name,
    input: { ...input, ...(target === undefined ? {} : { target }) },
  };
}

export const CHECKED = neutral('The check passed. Nothing is changed until you confirm.');
export const SENDING = neutral('Sending the change. Please wait for the outcome.');
