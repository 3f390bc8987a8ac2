/** Within which bounds AWS is called: how long, how much, and after how many failures not any more. */

export interface CallLimits {
  /** Milliseconds in which a connection has to be made. */
  readonly connectMs: number;
  /** Milliseconds for one attempt, from the connection to the last byte of the answer. */
  readonly attemptMs: number;
  /** Bytes of an answer. */
  readonly answerBytes: number;
  /** Failures in a row after which a service counts as down in a target. */
  readonly failuresInARow: number;
  /** Milliseconds for which a service that counts as down is not asked. */
  readonly restMs: number;
}

export const CALL_LIMITS: CallLimits = {
  connectMs: 1_000,
  attemptMs: 5_000,
  answerBytes: 8 * 1024 * 1024,
  failuresInARow: 5,
  restMs: 5_000,
};
