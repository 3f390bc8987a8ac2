/** Promises, also of other libraries, as graphql-js and `await` recognize them. */

export function isPromise(value: unknown): value is Promise<unknown> {
  if (typeof value !== 'object' && typeof value !== 'function') return false;
  return typeof (value as Partial<Promise<unknown>> | null)?.then === 'function';
}
