/** Input rules of TagResource and UntagResource. */
import { z } from 'zod';
import { decodeResourceId } from '../domain/ids';
import type { InputRules } from './check';
import { distinct, tagKey, tags } from './shared';

const MAX_TAGS = 200;
const MAX_MACIE_TAGS = 50;

/** Macie allows fewer tags than Security Incident Response; the id contains the kind, and so the service, of the resource. */
const macieTagLimit = z
  .custom<{ readonly id: string; readonly tags: readonly unknown[] }>()
  .refine((input) => input.tags.length <= MAX_MACIE_TAGS || !isMacieResource(input.id), {
    path: ['tags'],
    message: `Must have at most ${MAX_MACIE_TAGS} tags for a Macie resource`,
  });

export const taggingRules: InputRules = [z.object({ tags: tags(MAX_TAGS) }), macieTagLimit];

export const untaggingRules: InputRules = [z.object({ tagKeys: distinct(tagKey, 1, MAX_TAGS) })];

/** False for a malformed id, which the mutation rejects separately. */
function isMacieResource(id: string): boolean {
  try {
    return decodeResourceId(id).kind !== 'SecurityCase';
  } catch {
    return false;
  }
}
