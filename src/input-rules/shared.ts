/** Limits that several resources share. Optional members may be null, as GraphQL's may. */
import { z } from 'zod';
import type { Limits } from './check';

/** What all three services take for a client token. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/, 'Must be 1 to 128 printable ASCII characters without spaces')
  .nullish();

export const text = (min: number, max: number) => z.string().min(min).max(max);

export const accountId = z.string().regex(/^\d{12}$/, 'Must be an AWS account id of twelve digits');

/** As Security Incident Response's model has it; Macie's names no form. */
export const email = text(6, 254).regex(
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/,
  'Must be an email address',
);

/** For enums of the schema, of which UNRECOGNIZED cannot be sent to AWS. */
export const recognized = z
  .string()
  .refine((value) => value !== 'UNRECOGNIZED', 'Must not be UNRECOGNIZED, which AWS does not accept');

/** AWS keeps keys of this form to itself. */
export const tagKey = text(1, 128).refine(
  (key) => !key.toLowerCase().startsWith('aws:'),
  'Must not begin with aws:',
);

/** TagResource and the operations that create tagged resources; `max` tags at most. */
export const tags = (max: number) =>
  z
    .array(z.object({ key: tagKey, value: text(0, 256) }))
    .min(1)
    .max(max)
    .refine(
      (given) => new Set(given.map(({ key }) => key)).size === given.length,
      'Must not contain the same key twice',
    );

/** Of every entry of a list only one. */
export const distinct = <Item extends z.ZodType>(item: Item, min: number, max: number) =>
  z
    .array(item)
    .min(min)
    .max(max)
    .refine((given) => new Set(given).size === given.length, 'Must not contain the same entry twice');

/** What a request for a status change may carry besides the resource. */
export const changeRequestLimits: Limits = [z.object({ idempotencyKey })];
