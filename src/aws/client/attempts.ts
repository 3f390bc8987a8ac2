/** Observes every attempt that the SDK makes for a call: applies the rate limit, counts it, and validates its response. */
import type { FinalizeRequestMiddleware, MetadataBearer, StaticOperationSchema } from '@smithy/types';
import { isThrottlingError } from '@smithy/core/retry';
import { SendDeadlineError } from '../../domain/errors';
import type { Operation } from './operation';
import type { RateLimiter } from './rate-limiter';
import { validateResponse } from './response-validator';
import type { OperationUsage } from './usage';

export const ATTEMPT_MIDDLEWARE = {
  name: 'observeAttempts',
  relation: 'after',
  toMiddleware: 'retryMiddleware',
} as const;

export interface AttemptRules {
  readonly rateLimiter?: RateLimiter | undefined;
  /** By `performance.now()`: no attempt starts later. */
  readonly sendBefore?: number | undefined;
  /** Runs the attempt, or throws instead. */
  readonly guard?: (<Result>(attempt: () => Promise<Result>) => Promise<Result>) | undefined;
}

/** Counts the attempts of one call, for the caller's usage and for the metrics. */
export class AttemptCounter {
  attempts = 0;
  throttles = 0;

  constructor(private readonly usage: OperationUsage) {}

  attempt(): void {
    this.attempts += 1;
    if (this.attempts > 1) this.usage.retried += 1;
  }

  /** Takes an SDK response or an SDK error's response. */
  response(response: unknown): void {
    this.usage.bytes += contentLength(response);
  }

  failure(error: unknown): void {
    this.response((error as { readonly $response?: unknown }).$response);
    if (!isThrottlingError(error as Parameters<typeof isThrottlingError>[0])) return;
    this.throttles += 1;
    this.usage.throttled += 1;
  }
}

/** A middleware for one call. */
export function attemptMiddleware<Input extends object, Output extends MetadataBearer>(
  operation: Operation,
  schema: StaticOperationSchema,
  counter: AttemptCounter,
  { rateLimiter, sendBefore = Infinity, guard = (attempt) => attempt() }: AttemptRules,
): FinalizeRequestMiddleware<Input, Output> {
  return (next) => async (args) => {
    await rateLimiter?.acquire();
    // The SDK has resolved the credentials: only the signature lies between this check and the network.
    if (performance.now() > sendBefore) throw new SendDeadlineError();
    try {
      const result = await guard(() => {
        counter.attempt();
        return next(args);
      });
      counter.response(result.response);
      const { body } = result.response as { readonly body?: unknown };
      validateResponse(operation, schema, result.output, body);
      rateLimiter?.report();
      return result;
    } catch (error) {
      counter.failure(error);
      rateLimiter?.report(error);
      throw error;
    }
  };
}

/** Bytes that AWS announces; 0 where it announces none. */
function contentLength(response: unknown): number {
  const { headers } = (response ?? {}) as { readonly headers?: Readonly<Record<string, string>> };
  return Number(headers?.['content-length'] ?? 0);
}
