/** Limits of TagResource and UntagResource. */
import { z } from 'zod';
import { decodeId } from '../domain/ids';
import type { Limits } from './check';
import { distinct, tagKey, tags } from './shared';

const MAX_TAGS = 200;
const MAX_MACIE_TAGS = 50;

/** The services differ in how many tags they take, and the id tells which service it is. */
const fewEnough = z
  .custom<{ readonly id: string; readonly tags: readonly unknown[] }>()
  .refine((input) => input.tags.length <= MAX_MACIE_TAGS || !isOfMacie(input.id), {
    path: ['tags'],
    message: `Must have at most ${MAX_MACIE_TAGS} tags for a Macie resource`,
  });

export const taggingLimits: Limits = [z.object({ tags: tags(MAX_TAGS) }), fewEnough];

export const untaggingLimits: Limits = [z.object({ tagKeys: distinct(tagKey, 1, MAX_TAGS) })];

/** False for an id that names nothing, which is refused for itself. */
function isOfMacie(id: string): boolean {
  try {
    return decodeId(id).kind !== 'SecurityCase';
  } catch {
    return false;
  }
}
