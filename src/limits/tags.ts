/** Limits of TagResource and UntagResource. */
import { z } from 'zod';
import type { Limits } from './check';
import { distinct, tags, text } from './shared';

/** The larger of the services' limits; Macie refuses more than 50 by itself. */
const MAX_TAGS = 200;

export const taggingLimits: Limits = [z.object({ tags: tags(MAX_TAGS) })];

export const untaggingLimits: Limits = [z.object({ tagKeys: distinct(text(1, 128), 1, MAX_TAGS) })];
