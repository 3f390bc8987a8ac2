/**
 * The plugin that completes `completeness` after the execution: only then is known how many fields in the rows of a page
 * failed.
 */
import type { ApolloServerPlugin } from '@apollo/server';
import type { CompletenessField } from '../../domain/records/completeness';

type Path = CompletenessField['path'];

interface CountingContext {
  readonly completenessFields: CompletenessField[];
}

export function fieldErrorsPlugin(): ApolloServerPlugin<CountingContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ contextValue, response: { body } }) => {
          if (body.kind !== 'single') return Promise.resolve();
          const { data, errors = [] } = body.singleResult;
          countFieldErrors({ data, errors }, contextValue.completenessFields);
          return Promise.resolve();
        },
      }),
  };
}

/** Sets the selected fields of Completeness in `data`. */
export function countFieldErrors(
  {
    data,
    errors,
  }: { readonly data: unknown; readonly errors: readonly { readonly path?: Path | undefined }[] },
  fields: readonly CompletenessField[],
): void {
  if (errors.length === 0) return;
  const errorCounts = countByPrefix(errors.map((error) => error.path ?? []));
  for (const { field, path } of fields) {
    // The path is <page>.<completeness>.<field>; the rows are beside the completeness.
    const page = path.slice(0, -2);
    const completeness = path.slice(0, -1);
    const count = (errorCounts.get(keyOf(page)) ?? 0) - (errorCounts.get(keyOf(completeness)) ?? 0);
    const report = valueAt(data, completeness);
    const name = path.at(-1);
    if (count === 0 || report === undefined || name === undefined) continue;
    report[name] = field === 'complete' ? false : count;
  }
}

/** Counts the paths below each prefix in one pass: there can be thousands of errors, and thousands of pages. */
function countByPrefix(paths: readonly Path[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    for (let length = 0; length <= path.length; length += 1) {
      const key = keyOf(path.slice(0, length));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

/** Unique, because names contain no slash and do not begin with a digit. */
function keyOf(path: Path): string {
  return path.join('/');
}

/** Undefined when an error has replaced the value, or one around it, by null. */
function valueAt(data: unknown, path: Path): Record<string | number, unknown> | undefined {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return (value ?? undefined) as Record<string | number, unknown> | undefined;
}
