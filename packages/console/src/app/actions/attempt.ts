/** The attempts to send a command, and the idempotency key that the next one has. */
import type { Payload } from './action-mutation';
import { newIdempotencyKey } from './idempotency-key';
import { isTransient } from './outcome';

/** The last attempt whose key the next one may have to repeat. */
export interface Attempt {
  /** The input of the mutation as JSON, without the key. */
  readonly input: string;
  readonly idempotencyKey: string;
}

/** The same input has the same key as the earlier attempt; another input has a new one. */
export function nextAttempt(input: object, earlier: Attempt | undefined): Attempt {
  const text = JSON.stringify(input);
  return earlier?.input === text ? earlier : { input: text, idempotencyKey: newIdempotencyKey() };
}

/**
 * True when the same input needs a new key: the gateway would repeat the result that it has stored for the key.
 * @param takesClientToken true when AWS recognizes the key, so that a repeated attempt also ends an unknown outcome
 */
export function isKeySpent(
  { outcome, userErrors }: Pick<Payload, 'outcome' | 'userErrors'>,
  takesClientToken: boolean,
): boolean {
  switch (outcome) {
    case 'REFUSED':
      return !isTransient({ userErrors });
    case 'UNKNOWN':
      return !takesClientToken;
    case 'APPLIED':
    case 'RECONCILED':
    case 'DRY_RUN':
      return true;
  }
}
