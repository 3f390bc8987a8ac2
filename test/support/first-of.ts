// Waits for some of many promises.

/** Resolves once so many of the promises have been fulfilled; rejects with the first that fails. */
export function firstOf(count: number, promises: readonly Promise<unknown>[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let fulfilled = 0;
    for (const promise of promises) {
      promise.then(() => {
        fulfilled += 1;
        if (fulfilled === count) resolve();
      }, reject);
    }
  });
}
