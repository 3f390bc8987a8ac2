/** The adaptation of single reads to DataLoader, which expects one value or error per key. */

/** The DataLoader option for operations with one key per call: no key waits for the response of another key. */
export const ONE_BY_ONE = { batch: false } as const;

/** Returns one value or error per key, in the same order. A failure of one key does not affect the others. */
export async function settled<Key, Value>(
  keys: readonly Key[],
  fetch: (key: Key) => Promise<Value>,
): Promise<(Value | Error)[]> {
  const results = await Promise.allSettled(keys.map(fetch));
  return results.map((result) => (result.status === 'fulfilled' ? result.value : toError(result.reason)));
}

function toError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('A loader rejected with a value that is not an error.', { cause: reason });
}
