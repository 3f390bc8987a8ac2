/** The classification of failed attempts for the circuit breaker. */
import { GatewayError } from '../../domain/errors';
import { AttemptTimeoutError, ConnectTimeoutError } from './transport-errors';
import { CredentialsError } from './credentials';
import { classifyError } from './error-class';
import { readError } from './error-facts';

/**
 * `responded`: the service returned an error response. `timed-out`: it sent no complete response in time. `failed`: the
 * connection failed, or the service returned a 5xx status. `inconclusive`: the attempt ended too early to judge the service.
 */
export type FailureClass = 'responded' | 'timed-out' | 'failed' | 'inconclusive';

/**
 * Classifies the error of an attempt.
 * @param signal the abort signal of the attempt.
 * @param hadEnoughTime true when a deadline that ended the attempt counts as a timeout of AWS.
 */
export function classifyFailure(error: unknown, signal: AbortSignal, hadEnoughTime: boolean): FailureClass {
  if (error instanceof AttemptTimeoutError || error instanceof ConnectTimeoutError) return 'timed-out';
  if (signal.aborted) return isDeadline(signal.reason) && hadEnoughTime ? 'timed-out' : 'inconclusive';
  if (error instanceof GatewayError || error instanceof CredentialsError) return 'inconclusive';
  if (classifyError(error) !== undefined) return 'responded';
  const { status } = readError(error);
  return status !== undefined && status < 500 ? 'responded' : 'failed';
}

/** True for the deadline of a request, false for the disconnect of its client. */
function isDeadline(reason: unknown): boolean {
  return (reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
}
