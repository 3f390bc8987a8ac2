/** DataLoader wants one value or error per key, so that one failure does not sink its neighbours. */

/** AWS answers for one key at a time, so that no answer has to wait for those of other keys. */
export const ONE_BY_ONE = { batch: false } as const;

export async function settled<Key, Value>(
  keys: readonly Key[],
  fetch: (key: Key) => Promise<Value>,
): Promise<(Value | Error)[]> {
  const results = await Promise.allSettled(keys.map(fetch));
  return results.map((result) => (result.status === 'fulfilled' ? result.value : toError(result.reason)));
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('A loader failed without an error.', { cause: reason });
}
