/** Watches every attempt that the SDK makes at a call: paces it, counts it on the bill, and checks its answer. */
import type { FinalizeRequestMiddleware, MetadataBearer, StaticOperationSchema } from '@smithy/types';
import { isThrottlingError } from '@smithy/core/retry';
import type { BillLine } from './usage';
import { TooLateError } from '../../domain/errors';
import { checkAnswer } from './response-validator';
import type { Pace } from './rate-limiter';

export const ATTEMPTS = {
  name: 'watchAttempts',
  relation: 'after',
  toMiddleware: 'retryMiddleware',
} as const;

export interface AttemptRules {
  readonly pace?: Pace | undefined;
  /** By `performance.now()`. */
  readonly sendBefore?: number | undefined;
  /** Lets an attempt pass, or throws in its place. */
  readonly guard?: (<Result>(attempt: () => Promise<Result>) => Promise<Result>) | undefined;
}

/** A middleware for one call of an operation; attempts without a pace are not held back. */
export function watchAttempts<Input extends object, Output extends MetadataBearer>(
  operation: StaticOperationSchema,
  line: BillLine,
  { pace, sendBefore = Infinity, guard = (attempt) => attempt() }: AttemptRules,
): FinalizeRequestMiddleware<Input, Output> {
  let attempts = 0;
  return (next) => async (args) => {
    await pace?.turn();
    // The SDK has the credentials by now: nothing that takes time lies between this and the network.
    if (performance.now() > sendBefore) throw new TooLateError();
    try {
      const result = await guard(() => {
        attempts += 1;
        if (attempts > 1) line.retried += 1;
        return next(args);
      });
      line.bytes += bytesOf(result.response);
      checkAnswer(operation, result.output, (result.response as { readonly body?: unknown }).body);
      pace?.report();
      return result;
    } catch (error) {
      line.bytes += bytesOf((error as { $response?: unknown }).$response);
      if (isThrottlingError(error as Parameters<typeof isThrottlingError>[0])) line.throttled += 1;
      pace?.report(error);
      throw error;
    }
  };
}

/** By the length that AWS announces; 0 where it announces none. */
function bytesOf(response: unknown): number {
  const { headers } = (response ?? {}) as { headers?: Readonly<Record<string, string>> };
  return Number(headers?.['content-length'] ?? 0);
}
