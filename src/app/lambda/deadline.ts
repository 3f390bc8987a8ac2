/** When the reads of an event end: at the gateway's own deadline, or before the instance is stopped. */
import { setMaxListeners } from 'node:events';

/** Milliseconds for the answer, once there is nothing more to read. */
const MARGIN = 1_000;

export interface Deadline {
  readonly signal: AbortSignal;
  /** When there is an answer. */
  readonly lift: () => void;
}

export function setDeadline(seconds: number, millisecondsLeft: number): Deadline {
  const over = new AbortController();
  // Every read of the event listens to it.
  setMaxListeners(0, over.signal);
  const timer = setTimeout(
    () => {
      over.abort(new DOMException('The reads of this request took too long.', 'TimeoutError'));
    },
    Math.max(0, Math.min(seconds * 1000, millisecondsLeft - MARGIN)),
  );
  return {
    signal: over.signal,
    lift: () => {
      clearTimeout(timer);
    },
  };
}
