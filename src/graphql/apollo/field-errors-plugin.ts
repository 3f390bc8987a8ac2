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
          for (const { field, path } of contextValue.completenessFields) {
            // The path is <page>.<completeness>.<field>; the rows are beside the completeness.
            const page = path.slice(0, -2);
            const completeness = path.slice(0, -1);
            const count = errors.filter(
              ({ path: failed = [] }) => startsWith(failed, page) && !startsWith(failed, completeness),
            ).length;
            const report = valueAt(data, completeness);
            const name = path.at(-1);
            if (count === 0 || report === undefined || name === undefined) continue;
            report[name] = field === 'complete' ? false : count;
          }
          return Promise.resolve();
        },
      }),
  };
}

function startsWith(path: Path, prefix: Path): boolean {
  return path.length >= prefix.length && prefix.every((key, index) => path[index] === key);
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
