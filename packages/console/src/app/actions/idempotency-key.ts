/** Returns a new idempotency key. */
import { newRandomId } from '../components/random-id';

export const newIdempotencyKey = (): string => `console-${newRandomId()}`;
