/** The reads of changes: a change decides only on values that the gateway could read. */
import type { ReadOperation } from '../aws/client/operation';
import { AwsError } from '../domain/errors';
import { unreadableIn } from '../domain/records/unreadable';

/**
 * Returns the resource that was read. Throws AwsError when AWS sent an unreadable value for one of the fields that the
 * change decides on.
 * @param read a read by `operation`.
 */
export async function requireReadable<Item extends { readonly target: string }>(
  { service, name }: ReadOperation,
  read: Promise<Item | undefined>,
  ...fields: readonly (keyof Item & string)[]
): Promise<Item | undefined> {
  const item = await read;
  if (item === undefined || !fields.some((field) => unreadableIn(item).has(field))) return item;
  const { target } = item;
  throw new AwsError('AWS_UNAVAILABLE', { service, operation: name, target, notApplied: true });
}
