/** The error for empty lists of filters and targets. */
import { BadUserInputError } from './errors';

/** A list of conditions or targets has no entry, which no row can match. */
export class EmptyListError extends BadUserInputError {
  /** @param path the argument, or the path of the member of a filter. */
  constructor(path: string) {
    super(`${path} is empty: omit it, or list at least one value.`);
  }
}

/** Throws EmptyListError for the first of the arguments that is an empty list. */
export function rejectEmptyLists(
  args: Readonly<Record<string, readonly unknown[] | null | undefined>>,
): void {
  for (const [name, values] of Object.entries(args)) if (values?.length === 0) throw new EmptyListError(name);
}
