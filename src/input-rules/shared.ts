/** Input rules that several resources share. Optional members may be null, like optional GraphQL inputs. */
import { z } from 'zod';
import type { InputRules } from './check';

const MAX_KEY_LENGTH = 128;

const PRINTABLE = /^[\x21-\x7e]+$/;

/** The client tokens that all three services accept. */
export const idempotencyKey = z
  .string()
  .refine(
    (key) => !isKeyTooLong(key) && PRINTABLE.test(key),
    `Must be 1 to ${MAX_KEY_LENGTH} printable ASCII characters without spaces`,
  )
  .nullish();

/** True for a key that is longer than any valid one. */
export function isKeyTooLong(key: string | null | undefined): boolean {
  return key != null && key.length > MAX_KEY_LENGTH;
}

export const text = (min: number, max: number) => z.string().min(min).max(max);

export const accountId = z.string().regex(/^\d{12}$/, 'Must be an AWS account id of twelve digits');

/** The pattern in the model of Security Incident Response; the model of Macie has none. */
export const email = text(6, 254).regex(
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/,
  'Must be an email address',
);

/** An enum value of the schema other than UNRECOGNIZED, which AWS does not accept. */
export const recognized = z
  .string()
  .refine((value) => value !== 'UNRECOGNIZED', 'Must not be UNRECOGNIZED, which AWS does not accept');

/** AWS reserves keys that begin with aws: for itself. */
export const tagKey = text(1, 128).refine(
  (key) => !key.toLowerCase().startsWith('aws:'),
  'Must not begin with aws:',
);

/** Tags for TagResource and the operations that create tagged resources; at most `max`. */
export const tags = (max: number) =>
  z
    .array(z.object({ key: tagKey, value: text(0, 256) }))
    .min(1)
    .max(max)
    .refine(
      (given) => new Set(given.map(({ key }) => key)).size === given.length,
      'Must not contain the same key twice',
    );

/** A list without duplicates. */
export const distinct = <Item extends z.ZodType>(item: Item, min: number, max: number) =>
  z
    .array(item)
    .min(min)
    .max(max)
    .refine((given) => new Set(given).size === given.length, 'Must not contain the same entry twice');

/** Input rules of every mutation. */
export const changeRequestRules: InputRules = [z.object({ idempotencyKey })];
