/** Limits that several resources share. Optional members may be null, as GraphQL's may. */
import { z } from 'zod';

/** What all three services take for a client token. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'Must be 1 to 128 printable ASCII characters without spaces')
  .nullish();

export const text = (min: number, max: number) => z.string().min(min).max(max);

export const accountId = z.string().regex(/^\d{12}$/, 'Must be the twelve digits of an AWS account id');

/** For enums of the schema, of which UNRECOGNIZED cannot be sent to AWS. */
export const recognized = z
  .string()
  .refine((value) => value !== 'UNRECOGNIZED', 'UNRECOGNIZED stands for values that cannot be requested');

/** TagResource and the operations that create tagged resources; `max` tags at most. */
export const tags = (max: number) =>
  z
    .array(z.object({ key: text(1, 128), value: text(0, 256) }))
    .max(max)
    .refine(
      (given) => new Set(given.map(({ key }) => key)).size === given.length,
      'A key may be given only once',
    );

/** Of every entry of a list only one. */
export const distinct = <Item extends z.ZodType>(item: Item, min: number, max: number) =>
  z
    .array(item)
    .min(min)
    .max(max)
    .refine((given) => new Set(given).size === given.length, 'An entry may be given only once');

/** What a request for a status change may carry besides the resource. */
export const changeRequestLimits = z.object({ idempotencyKey });
