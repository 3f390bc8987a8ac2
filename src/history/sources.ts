/** The keys of the sources of the history: one list of AWS each. */
import type { AwsList } from '../domain/aws-list';

/** The key of a source in the database. */
export function sourceKey({ kind, target }: AwsList): string {
  return `${target} ${kind}`;
}
