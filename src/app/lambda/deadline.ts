/** The deadline for the AWS reads of an event: the configured one, or shortly before Lambda stops the invocation. */
import { setMaxListeners } from 'node:events';

/** The time reserved for the response after the reads end. */
const RESPONSE_MARGIN_MS = 1_000;

export interface Deadline {
  readonly signal: AbortSignal;
  /** Clears the timer; to be called when the response is complete. */
  readonly clear: () => void;
}

/**
 * @param seconds the configured deadline.
 * @param remainingMs the time until Lambda stops the invocation.
 */
export function setDeadline(seconds: number, remainingMs: number): Deadline {
  const controller = new AbortController();
  // Every read of the event adds a listener; Node.js warns of a leak above ten.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(
    () => {
      controller.abort(
        new DOMException('The AWS reads of this request exceeded the deadline.', 'TimeoutError'),
      );
    },
    Math.max(0, Math.min(seconds * 1000, remainingMs - RESPONSE_MARGIN_MS)),
  );
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
    },
  };
}
