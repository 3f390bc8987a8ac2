/** The words for each outcome of an action, and what the user can do next. */
import type { GatewayError } from '../relay/gateway-error';
import type { ActionError } from './action-mutation';
import type { ActionState } from './use-action';

export interface Verdict {
  readonly tone: 'neutral' | 'success' | 'warning' | 'problem';
  readonly title: string;
  readonly texts: readonly string[];
  /** Buttons beside the one that closes the dialog. */
  readonly next: readonly ('CHECK' | 'CONFIRM' | 'SEND_AGAIN' | 'READ_AGAIN')[];
}

/** Failures of a request after which the gateway may have sent the change. After all others it has sent nothing. */
export const UNCERTAIN: ReadonlySet<string> = new Set([
  'NETWORK',
  'TIMEOUT',
  'UNEXPECTED_RESPONSE',
  'INTERNAL_SERVER_ERROR',
]);

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
      return UNCERTAIN.has(state.error.code)
        ? {
            tone: 'warning',
            title: 'It is not known whether AWS made the change',
            texts: [
              ...failureTexts(state.error),
              'Retry is safe: it uses the same idempotency key, so that AWS gets the change at most once.',
              `If the gateway got the change, the audit trail has it ${auditHint}.`,
            ],
            next: ['SEND_AGAIN', 'READ_AGAIN'],
          }
        : {
            tone: 'problem',
            title: 'The gateway refused the request, and nothing was changed',
            texts: failureTexts(state.error),
            next: ['SEND_AGAIN'],
          };
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
    case 'DONE': {
      const { outcome, userErrors } = state.result;
      const texts = errorTexts(userErrors);
      switch (outcome) {
        case 'APPLIED':
          return {
            tone: 'success',
            title: 'The change was made',
            texts: ['AWS accepted it.', ...texts],
            next: [],
          };
        case 'RECONCILED':
          return {
            tone: 'success',
            title: 'The change was made, as a later read shows',
            texts: [
              'AWS gave no clear answer. The gateway read the resource again, and it has the requested status.',
              ...texts,
            ],
            next: [],
          };
        case 'REFUSED':
          return {
            tone: 'problem',
            title: 'Nothing was changed',
            texts,
            next: [userErrors.every(isTransient) ? 'SEND_AGAIN' : 'READ_AGAIN'],
          };
        case 'UNKNOWN':
          return {
            tone: 'warning',
            title: 'It is not known whether AWS made the change',
            texts: [
              'The gateway sent it, and AWS gave no clear answer: AWS may have made it, or may still make it.',
              ...texts,
              'Read the page again in a moment. Do not repeat the change before you know.',
              `The audit trail has the change ${auditHint}.`,
            ],
            next: ['READ_AGAIN'],
          };
        case 'DRY_RUN':
          throw new Error('The gateway answered a change with a dry run.');
      }
    }
  }
}

function neutral(title: string): Verdict {
  return { tone: 'neutral', title, texts: [], next: [] };
}

export function failureTexts({ message, scopes, retryAfterSeconds }: GatewayError): string[] {
  return [
    message,
    ...(scopes.length > 0 ? [`Ask your administrator for ${scopes.join(', ')}.`] : []),
    ...waitTexts(retryAfterSeconds),
  ];
}

const waitTexts = (seconds: number | null | undefined) =>
  seconds == null ? [] : [`Wait ${seconds} s before you retry.`];

/** The same input, sent again, can have another result. */
function isTransient(error: ActionError): boolean {
  return error.retryable ?? error.code === 'NOT_SENT';
}

/** @param label gives the words of a status */
export function textOf(error: ActionError, label: (status: string) => string): string {
  const { code, message, actual, observedStatus, retryAfterSeconds, requestId } = error;
  if (code === 'STATUS_MISMATCH' && actual !== undefined)
    return `Somebody else changed it meanwhile. The status is now: ${label(actual)}.`;
  if (code === 'OUTCOME_UNKNOWN')
    return observedStatus == null
      ? 'The gateway could not read the status afterwards.'
      : `The last read of the gateway showed the status: ${label(observedStatus)}.`;
  const more = [
    ...waitTexts(retryAfterSeconds),
    ...(requestId == null ? [] : [`Request id of AWS: ${requestId}.`]),
  ];
  return [message, ...more].join(' ');
}
