/** What a failed attempt says of the service itself. */
import { GatewayError } from '../../domain/errors';
import { SilenceError } from './bounded-handler';
import { CredentialsError } from './credentials';

/**
 * An error may be an answer like others (`answering`); `silent` is no whole answer in time, `broken` a connection or
 * a service that failed. `unknown`: the attempt ended before the service had its chance.
 */
export type Symptom = 'answering' | 'silent' | 'broken' | 'unknown';

/** What an attempt that `signal` may have ended failed with. The end of a request's time counts if AWS had been given long. */
export function symptomOf(error: unknown, signal: AbortSignal, hadLong: boolean): Symptom {
  if (error instanceof SilenceError) return 'silent';
  if (signal.aborted) return isDeadline(signal.reason) && hadLong ? 'silent' : 'unknown';
  if (error instanceof GatewayError || error instanceof CredentialsError) return 'unknown';
  const status = statusOf(error);
  return status !== undefined && status < 500 ? 'answering' : 'broken';
}

/** A request whose time is up, not one whose client went away. */
function isDeadline(reason: unknown): boolean {
  return (reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
}

function statusOf(error: unknown): number | undefined {
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode;
}
