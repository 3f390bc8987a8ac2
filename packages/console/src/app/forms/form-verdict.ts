/** The words for the outcomes of a form. */
import type { ActionResult } from '../actions/action-mutation';
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

type Errors = ActionResult['userErrors'];

const texts = (errors: Errors) => errors.map((error) => textOf(error, (status) => status));

const WORDS: OutcomeWords = {
  ...CHANGE_WORDS,
  afterUnknown: {
    text: 'Look whether AWS has it before you send the form anew. Retry is safe: it uses the same idempotency key.',
    next: ['SEND_AGAIN'],
  },
};

export const made = (outcome: ActionResult['outcome'], errors: Errors): Verdict => ({
  tone: 'success',
  title: outcome === 'RECONCILED' ? 'The change was made, as a later read shows' : 'The change was made',
  texts: ['AWS accepted it.', ...texts(errors)],
  next: [],
});

const earlier = (stepsMade: number) =>
  stepsMade === 0 ? [] : ['The first part of the change was made. Only the rest is missing.'];

/** @param stepsMade the number of earlier mutations of the form, which AWS accepted */
export const refused = (messages: readonly string[], stepsMade: number): Verdict => ({
  tone: 'problem',
  title: stepsMade === 0 ? 'Nothing was changed' : 'A part was not changed',
  texts: [...messages, ...earlier(stepsMade)],
  next: [],
});

export const failed = (error: GatewayError, what: 'CHECK' | 'SEND', stepsMade: number): Verdict => ({
  tone: 'problem',
  title:
    what === 'CHECK'
      ? 'The check failed, and nothing was changed'
      : 'The gateway refused the request, and nothing more was changed',
  texts: [
    ...failureTexts(error),
    ...(what === 'SEND' ? earlier(stepsMade) : []),
    'Your input is still here. Try again in a moment.',
  ],
  next: [],
});

/** No answer arrived. */
export const lost = (error: GatewayError, idempotencyKey: string): Verdict =>
  failureVerdict(error, WORDS, underKey(idempotencyKey));

/** AWS gave no clear answer. */
export const unknown = (errors: Errors, idempotencyKey: string): Verdict =>
  outcomeVerdict({ outcome: 'UNKNOWN', userErrors: errors }, WORDS, texts(errors), underKey(idempotencyKey));
