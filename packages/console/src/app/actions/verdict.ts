/** The words for each phase of a status change, and what the user can do next. */
import type { ActionError } from './action-mutation';
import {
  errorText,
  failureTexts,
  failureVerdict,
  neutral,
  outcomeVerdict,
  type OutcomeWords,
  type Verdict,
} from './outcome';
import type { ActionState } from './use-action';

/** @param auditHint says how to find the change in the audit trail, such as "under the idempotency key …" */
export function verdictOf(
  state: ActionState,
  labels: Readonly<Record<string, string>>,
  auditHint: string,
): Verdict {
  const label = (status: string) => labels[status] ?? status;
  const errorTexts = (errors: readonly ActionError[]) => errors.map((error) => textOf(error, label));
  switch (state.phase) {
    case 'CHECKING':
      return neutral('Checking with a dry run. Nothing is changed.');
    case 'SENDING':
      return neutral('Sending the change. Please wait for the outcome.');
    case 'CHECK_FAILED':
      return {
        tone: 'problem',
        title: 'The check failed, and nothing was changed',
        texts: failureTexts(state.error),
        next: ['CHECK'],
      };
    case 'SEND_FAILED':
      return failureVerdict(state.error, CHANGE_WORDS, auditHint);
    case 'CHECKED': {
      const { outcome, userErrors } = state.result;
      const refusals = userErrors.filter(({ code }) => code !== 'ACKNOWLEDGEMENT_REQUIRED');
      if (outcome === 'DRY_RUN')
        return { ...neutral('The check passed. Nothing is changed until you confirm.'), next: ['CONFIRM'] };
      if (refusals.length === 0)
        return { ...neutral('Accept what follows from the change to confirm it.'), next: ['CONFIRM'] };
      return {
        tone: 'problem',
        title: 'The change is not possible now',
        texts: errorTexts(refusals),
        next: ['READ_AGAIN'],
      };
    }
    case 'DONE':
      return outcomeVerdict(state.result, CHANGE_WORDS, errorTexts(state.result.userErrors), auditHint);
  }
}

export const CHANGE_WORDS: OutcomeWords = {
  applied: 'The change was made',
  reconciled:
    'AWS gave no clear answer. The gateway read the resource again, and it has the requested status.',
  refused: 'Nothing was changed',
  unknown: 'It is not known whether AWS made the change',
  afterUnknown: {
    text: 'Read the page again in a moment. Do not repeat the change before you know.',
    next: ['READ_AGAIN'],
  },
};

export function textOf(error: ActionError, label: (status: string) => string): string {
  const { code, actual, observedStatus } = error;
  if (code === 'STATUS_MISMATCH' && actual !== undefined)
    return `Somebody else changed it meanwhile. The status is now: ${label(actual)}.`;
  if (code === 'OUTCOME_UNKNOWN')
    return observedStatus == null
      ? 'The gateway could not read the status afterwards.'
      : `The last read of the gateway showed the status: ${label(observedStatus)}.`;
  return errorText(error);
}
