/** The likeness of variables: a text that is equal for variables with which an operation costs the same. */
import { toRowCount } from './cost';

/**
 * Contains what the cost estimator reads of coerced values: the lengths of lists, numbers of rows, booleans of @skip and
 * @include, and which values are set. Takes linear time, and does not read the elements of lists or the text of strings.
 */
export function likenessOf(value: unknown): string {
  // The value is undefined where the default of a variable is not valid.
  if (value == null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return String(toRowCount(value));
  if (Array.isArray(value)) return `[${value.length}]`;
  if (typeof value !== 'object') return '_';
  let members = '';
  for (const [name, member] of Object.entries(value)) members += `${name}:${likenessOf(member)},`;
  return `{${members}}`;
}
