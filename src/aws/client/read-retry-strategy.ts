/** The retries of reads and of AssumeRole: the standard retries of the SDK, with the gateway's classification of errors. */
import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types';
import { AttemptTimeoutError } from './transport-errors';
import { classifyError } from './error-class';

export class ReadRetryStrategy extends StandardRetryStrategy {
  override refreshRetryTokenForRetry(
    token: StandardRetryToken,
    info: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    return super.refreshRetryTokenForRetry(token, { ...info, errorType: retryTypeOf(info) });
  }
}

function retryTypeOf({ error, errorType }: RetryErrorInfo): RetryErrorInfo['errorType'] {
  // A request would wait for a silent service once for each attempt.
  if (error instanceof AttemptTimeoutError) return 'CLIENT_ERROR';
  return classifyError(error) === 'THROTTLED' ? 'THROTTLING' : errorType;
}
