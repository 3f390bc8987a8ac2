/** The idempotency keys of the console: one for each change that the user confirms. */
import { newRandomId } from '../components/random-id';

export const newIdempotencyKey = (): string => `console-${newRandomId()}`;
