// Waits for some of many promises.

/** Resolves when `count` of the promises are fulfilled; rejects when the first of them rejects. */
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
