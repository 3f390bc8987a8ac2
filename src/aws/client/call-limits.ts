/** Within which bounds AWS is called: how long, how much, and after how many failures not any more. */

export interface CallLimits {
  /** Milliseconds in which a connection has to be made. */
  readonly connectMs: number;
  /** Milliseconds for one attempt, from the connection to the last byte of the answer. */
  readonly attemptMs: number;
  /** Bytes of an answer. */
  readonly maxResponseBytes: number;
  /** Failures in a row after which a service counts as down in a target. */
  readonly failureThreshold: number;
  /** Milliseconds for which a service that counts as down is not asked. */
  readonly cooldownMs: number;
  /** Milliseconds for which a request waits for a slow answer alone before it begins other reads; a second by default. */
  readonly maxWaitMs?: number | undefined;
}

export const CALL_LIMITS: CallLimits = {
  connectMs: 1_000,
  attemptMs: 5_000,
  maxResponseBytes: 8 * 1024 * 1024,
  failureThreshold: 5,
  cooldownMs: 5_000,
};
