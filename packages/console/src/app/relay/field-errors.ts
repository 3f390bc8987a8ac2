/** The errors of fields of one request: Relay hides them. */
import type { CacheConfig } from 'relay-runtime';
import type { RequestMetadata } from './fetch-graphql';
import type { ResponseError } from './gateway-error';

interface FieldErrors {
  /** The config of the request. It is always sent, also if Relay has an answer. */
  readonly cacheConfig: CacheConfig;
  /** Returns the errors once the request is answered; empty before. */
  readonly fieldErrors: () => readonly ResponseError[];
}

export function collectFieldErrors(
  options: Pick<RequestMetadata, 'isFresh' | 'isRepeated'> = {},
): FieldErrors {
  let errors: readonly ResponseError[] = [];
  const metadata: RequestMetadata = {
    ...options,
    onFieldErrors: (found) => {
      errors = found;
    },
  };
  return { cacheConfig: { force: true, metadata: { ...metadata } }, fieldErrors: () => errors };
}
