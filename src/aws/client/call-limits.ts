/** The limits of AWS calls: timeouts, sockets, the size of responses and the settings of the circuit breaker. */

/**
 * The maximum number of sockets of one HTTP handler. The reads of a service in a target have a handler, its changes have another one,
 * and so do the AssumeRole calls of a target. The maximum number of concurrent reads, and of concurrent changes, is the same.
 */
export const MAX_SOCKETS = 16;

export interface CallLimits {
  /** Milliseconds to establish a connection. */
  readonly connectMs: number;
  /** Milliseconds for one attempt, from the connection to the last byte of the response. */
  readonly attemptMs: number;
  /** The maximum size of a response, in bytes. */
  readonly maxResponseBytes: number;
  /** Consecutive failures that open the circuit breaker of a service in a target. */
  readonly failureThreshold: number;
  /** Milliseconds that an open circuit breaker rejects calls before it admits a probe. */
  readonly cooldownMs: number;
  /** The maximum milliseconds that a batch of reads waits for pending loads of its request; undefined for the default. */
  readonly maxWaitMs?: number | undefined;
}

export const CALL_LIMITS: CallLimits = {
  connectMs: 1_000,
  attemptMs: 5_000,
  maxResponseBytes: 8 * 1024 * 1024,
  failureThreshold: 5,
  cooldownMs: 5_000,
};
