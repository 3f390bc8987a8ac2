/** The words for the outcomes of a form. */
import type { ActionError, ActionResult } from '../actions/action-mutation';
import {
  failureTexts,
  failureVerdict,
  outcomeVerdict,
  underKey,
  type OutcomeWords,
  type Verdict,
} from '../actions/outcome';
import { CHANGE_WORDS, textOf } from '../actions/verdict';
import type { GatewayError } from '../relay/gateway-error';

/** The mutations of a form that AWS has accepted. */
export interface Progress {
  readonly stepsMade: number;
  /** What the gateway said about them, such as that the audit trail lacks one. */
  readonly errors: readonly ActionError[];
}

/** AWS recognizes a repeated request, so that a retry finds out what happened. */
const WITH_TOKEN: OutcomeWords = {
  ...CHANGE_WORDS,
  afterUnknown: {
    text: 'Look whether AWS has it before you send the form anew. Retry is safe: it uses the same idempotency key.',
    next: ['SEND_AGAIN'],
  },
};

/** The gateway would repeat its answer for the same key. */
const WITHOUT_TOKEN: OutcomeWords = {
  ...CHANGE_WORDS,
  afterUnknown: {
    text: 'Look whether AWS has it before you send the form anew.',
    next: ['READ_AGAIN'],
  },
};

export function describeSuccess(outcome: ActionResult['outcome'], { errors }: Progress): Verdict {
  return {
    tone: 'success',
    title: outcome === 'RECONCILED' ? 'The change was made, as a later read shows' : 'The change was made',
    texts: ['AWS accepted it.', ...toTexts(errors)],
    next: [],
  };
}

/**
 * @param messages what the gateway said, without the messages that a field shows
 * @param isMismatch true when an earlier attempt had the idempotency key
 */
export function describeRefusal(
  messages: readonly string[],
  progress: Progress,
  isMismatch: boolean,
): Verdict {
  return {
    tone: 'problem',
    title: isMismatch
      ? 'This was not sent, and an earlier attempt may have been made'
      : progress.stepsMade === 0
        ? 'Nothing was changed'
        : 'A part was not changed',
    texts: [...messages, ...describeProgress(progress)],
    next: [],
  };
}

export function describeFailedCheck(error: GatewayError): Verdict {
  return describeFailure('The check failed, and nothing was changed', error, []);
}

/** The gateway sent nothing to AWS. */
export function describeRejectedRequest(error: GatewayError, progress: Progress): Verdict {
  const title = 'The gateway refused the request, and nothing more was changed';
  return describeFailure(title, error, describeProgress(progress));
}

/** No answer arrived. */
export function describeLoss(error: GatewayError, progress: Progress, idempotencyKey: string): Verdict {
  const verdict = failureVerdict(error, WITH_TOKEN, underKey(idempotencyKey));
  return { ...verdict, texts: [...verdict.texts, ...describeProgress(progress)], next: ['SEND_AGAIN'] };
}

/**
 * AWS gave no clear answer.
 * @param takesClientToken true when AWS recognizes a repeated request by its key
 */
export function describeUnknown(
  errors: readonly ActionError[],
  progress: Progress,
  { idempotencyKey, takesClientToken }: { idempotencyKey: string; takesClientToken: boolean },
): Verdict {
  return outcomeVerdict(
    { outcome: 'UNKNOWN', userErrors: errors },
    takesClientToken ? WITH_TOKEN : WITHOUT_TOKEN,
    [...toTexts(errors), ...describeProgress(progress)],
    underKey(idempotencyKey),
  );
}

function describeFailure(title: string, error: GatewayError, texts: readonly string[]): Verdict {
  return {
    tone: 'problem',
    title,
    texts: [...failureTexts(error), ...texts, 'Your input is still here. Try again in a moment.'],
    next: [],
  };
}

function describeProgress({ stepsMade, errors }: Progress): readonly string[] {
  if (stepsMade === 0) return [];
  return ['The first part of the change was made. Only the rest is missing.', ...toTexts(errors)];
}

function toTexts(errors: readonly ActionError[]): readonly string[] {
  return errors.map((error) => textOf(error, (status) => status));
}
