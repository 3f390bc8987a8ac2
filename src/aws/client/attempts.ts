/** The SDK middleware around every attempt of a call: it applies the rate limit and counts the attempt. */
import type { FinalizeRequestMiddleware, MetadataBearer } from '@smithy/types';
import { SendDeadlineError } from '../../domain/errors';
import { classifyError } from './error-class';
import type { Operation } from './operation';
import type { RateLimiter } from './rate-limiter';
import { setOperation } from './response-decoder';
import type { OperationUsage } from './usage';

export interface AttemptRules {
  readonly rateLimiter?: RateLimiter | undefined;
  /** The deadline for the start of an attempt, on the clock of `performance.now()`. */
  readonly sendBefore?: number | undefined;
  /** Runs the attempt, or throws without running it. */
  readonly guard?: (<Result>(attempt: () => Promise<Result>) => Promise<Result>) | undefined;
}

/** The counts of the attempts of one call, for the usage of the request and for the metrics. */
export class AttemptCounter {
  attempts = 0;
  throttles = 0;

  constructor(private readonly usage: OperationUsage) {}

  attempt(): void {
    this.attempts += 1;
    if (this.attempts > 1) this.usage.retried += 1;
  }

  /** Counts the bytes of a response. @param response the response of an attempt or of an SDK error. */
  response(response: unknown): void {
    this.usage.bytes += contentLength(response);
  }

  failure(error: unknown): void {
    this.response((error as { readonly $response?: unknown }).$response);
    this.throttle(error);
  }

  /** Counts the error of an attempt, or of the request for credentials, if it is throttling. */
  throttle(error: unknown): void {
    if (classifyError(error) !== 'THROTTLED') return;
    this.throttles += 1;
    this.usage.throttled += 1;
  }
}

/** The middleware for one call. It throws SendDeadlineError after `sendBefore`, and InvalidResponseError. */
export function attemptMiddleware<Input extends object, Output extends MetadataBearer>(
  operation: Operation,
  counter: AttemptCounter,
  { rateLimiter, sendBefore = Infinity, guard = (attempt) => attempt() }: AttemptRules,
): FinalizeRequestMiddleware<Input, Output> {
  return (next, context) => async (args) => {
    setOperation(context, operation);
    await rateLimiter?.acquire();
    // The SDK has already resolved the credentials; after this check it only signs and sends the request.
    if (performance.now() > sendBefore) throw new SendDeadlineError();
    try {
      const result = await guard(() => {
        counter.attempt();
        return next(args);
      });
      counter.response(result.response);
      rateLimiter?.report();
      return result;
    } catch (error) {
      counter.failure(error);
      rateLimiter?.report(error);
      throw error;
    }
  };
}

/** The Content-Length in bytes; 0 when the response has none. */
function contentLength(response: unknown): number {
  const { headers } = (response ?? {}) as { readonly headers?: Readonly<Record<string, string>> };
  return Number(headers?.['content-length'] ?? 0);
}
