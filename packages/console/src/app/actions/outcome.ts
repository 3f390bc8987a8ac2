/** The words for each outcome of a mutation, whatever it changes, and what the user can do next. */
import type { GatewayError } from '../relay/gateway-error';
import type { ActionError, Payload } from './action-mutation';

export interface Verdict {
  readonly tone: 'neutral' | 'success' | 'warning' | 'problem';
  readonly title: string;
  readonly texts: readonly string[];
  /** Buttons beside the one that closes the dialog or the form. */
  readonly next: readonly NextStep[];
}

type NextStep = 'CHECK' | 'CONFIRM' | 'SEND_AGAIN' | 'READ_AGAIN';

/** The words that depend on what the mutation changes. */
export interface OutcomeWords {
  /** Such as "The change was made". */
  readonly applied: string;
  /** What a later read of the gateway showed, for RECONCILED. */
  readonly reconciled: string;
  /** Such as "Nothing was changed". */
  readonly refused: string;
  /** Such as "It is not known whether AWS made the change". */
  readonly unknown: string;
  readonly afterUnknown: { readonly text: string; readonly next: readonly NextStep[] };
}

/** Failures of a request after which the gateway may have sent the change. After all others it has sent nothing. */
export const UNCERTAIN: ReadonlySet<string> = new Set([
  'NETWORK',
  'TIMEOUT',
  'UNEXPECTED_RESPONSE',
  'INTERNAL_SERVER_ERROR',
]);

/**
 * The verdict on a request without a result.
 * @param auditHint says how to find the change in the audit trail, such as "under the idempotency key …"
 */
export function failureVerdict(error: GatewayError, words: OutcomeWords, auditHint: string): Verdict {
  return UNCERTAIN.has(error.code)
    ? {
        tone: 'warning',
        title: words.unknown,
        texts: [
          ...failureTexts(error),
          'Retry is safe: it uses the same idempotency key, so that AWS gets the change at most once.',
          `If the gateway got the change, the audit trail has it ${auditHint}.`,
        ],
        next: ['SEND_AGAIN', 'READ_AGAIN'],
      }
    : {
        tone: 'problem',
        title: `The gateway refused the request, and ${lowerFirst(words.refused)}`,
        texts: failureTexts(error),
        next: ['SEND_AGAIN'],
      };
}

/**
 * @param texts the texts of the user errors
 * @param auditHint as of failureVerdict
 */
export function outcomeVerdict(
  { outcome, userErrors }: Payload,
  words: OutcomeWords,
  texts: readonly string[],
  auditHint: string,
): Verdict {
  switch (outcome) {
    case 'APPLIED':
      return { tone: 'success', title: words.applied, texts: ['AWS accepted it.', ...texts], next: [] };
    case 'RECONCILED':
      return {
        tone: 'success',
        title: `${words.applied}, as a later read shows`,
        texts: [words.reconciled, ...texts],
        next: [],
      };
    case 'REFUSED':
      return {
        tone: 'problem',
        title: words.refused,
        texts,
        next: [isTransient({ userErrors }) ? 'SEND_AGAIN' : 'READ_AGAIN'],
      };
    case 'UNKNOWN':
      return {
        tone: 'warning',
        title: words.unknown,
        texts: [
          'The gateway sent it, and AWS gave no clear answer: AWS may have made it, or may still make it.',
          ...texts,
          words.afterUnknown.text,
          `The audit trail has the change ${auditHint}.`,
        ],
        next: words.afterUnknown.next,
      };
    case 'DRY_RUN':
      throw new Error('The gateway answered a change with a dry run.');
  }
}

export function neutral(title: string): Verdict {
  return { tone: 'neutral', title, texts: [], next: [] };
}

export function failureTexts({ message, scopes, retryAfterSeconds }: GatewayError): string[] {
  return [
    message,
    ...(scopes.length > 0 ? [`Ask your administrator for ${scopes.join(', ')}.`] : []),
    ...waitTexts(retryAfterSeconds),
  ];
}

/** The same input, sent again with the same idempotency key, can have another result. */
export function isTransient({ userErrors }: Pick<Payload, 'userErrors'>): boolean {
  return userErrors.every(({ code, retryable }) => retryable ?? code === 'NOT_SENT');
}

export function errorText({ message, retryAfterSeconds, requestId }: ActionError): string {
  const more = [
    ...waitTexts(retryAfterSeconds),
    ...(requestId == null ? [] : [`Request id of AWS: ${requestId}.`]),
  ];
  return [message, ...more].join(' ');
}

const waitTexts = (seconds: number | null | undefined) =>
  seconds == null ? [] : [`Wait ${seconds} s before you retry.`];

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Where the audit trail has a change that was sent by itself. */
export const underKey = (idempotencyKey: string): string => `under the idempotency key ${idempotencyKey}`;
