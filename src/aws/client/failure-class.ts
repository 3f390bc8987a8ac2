/** What a failed attempt says of the service itself. */
import { GatewayError } from '../../domain/errors';
import { AttemptTimeoutError } from './bounded-handler';
import { CredentialsError } from './credentials';

/**
 * An error may be an answer like others (`responded`); `timed-out` is no whole answer in time, `failed` a connection or
 * a service that failed. `inconclusive`: the attempt ended before the service had its chance.
 */
export type FailureClass = 'responded' | 'timed-out' | 'failed' | 'inconclusive';

/** What an attempt that `signal` may have ended failed with. The end of a request's time counts if AWS had been given long. */
export function classifyFailure(error: unknown, signal: AbortSignal, hadEnoughTime: boolean): FailureClass {
  if (error instanceof AttemptTimeoutError) return 'timed-out';
  if (signal.aborted) return isDeadline(signal.reason) && hadEnoughTime ? 'timed-out' : 'inconclusive';
  if (error instanceof GatewayError || error instanceof CredentialsError) return 'inconclusive';
  const status = statusOf(error);
  return status !== undefined && status < 500 ? 'responded' : 'failed';
}

/** A request whose time is up, not one whose client went away. */
function isDeadline(reason: unknown): boolean {
  return (reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
}

function statusOf(error: unknown): number | undefined {
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
