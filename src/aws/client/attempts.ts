/** Watches every attempt that the SDK makes at a call: paces it, counts it on the bill, and checks its answer. */
import type { FinalizeRequestMiddleware, MetadataBearer, StaticOperationSchema } from '@smithy/types';
import { isThrottlingError } from '@smithy/core/retry';
import type { OperationUsage } from './usage';
import { SendDeadlineError } from '../../domain/errors';
import { validateResponse } from './response-validator';
import type { RateLimiter } from './rate-limiter';

export const ATTEMPT_MIDDLEWARE = {
  name: 'watchAttempts',
  relation: 'after',
  toMiddleware: 'retryMiddleware',
} as const;

export interface AttemptRules {
  readonly rateLimiter?: RateLimiter | undefined;
  /** By `performance.now()`. */
  readonly sendBefore?: number | undefined;
  /** Lets an attempt pass, or throws in its place. */
  readonly guard?: (<Result>(attempt: () => Promise<Result>) => Promise<Result>) | undefined;
}

/** A middleware for one call of an operation; attempts without a pace are not held back. */
export function watchAttempts<Input extends object, Output extends MetadataBearer>(
  operation: StaticOperationSchema,
  operationUsage: OperationUsage,
  { rateLimiter, sendBefore = Infinity, guard = (attempt) => attempt() }: AttemptRules,
): FinalizeRequestMiddleware<Input, Output> {
  let attempts = 0;
  return (next) => async (args) => {
    await rateLimiter?.acquire();
    // The SDK has the credentials by now: nothing that takes time lies between this and the network.
    if (performance.now() > sendBefore) throw new SendDeadlineError();
    try {
      const result = await guard(() => {
        attempts += 1;
        if (attempts > 1) operationUsage.retried += 1;
        return next(args);
      });
      operationUsage.bytes += bytesOf(result.response);
      validateResponse(operation, result.output, (result.response as { readonly body?: unknown }).body);
      rateLimiter?.report();
      return result;
    } catch (error) {
      operationUsage.bytes += bytesOf((error as { $response?: unknown }).$response);
      if (isThrottlingError(error as Parameters<typeof isThrottlingError>[0])) operationUsage.throttled += 1;
      rateLimiter?.report(error);
      throw error;
    }
  };
}

/** By the length that AWS announces; 0 where it announces none. */
function bytesOf(response: unknown): number {
  const { headers } = (response ?? {}) as { headers?: Readonly<Record<string, string>> };
  return Number(headers?.['content-length'] ?? 0);
}
