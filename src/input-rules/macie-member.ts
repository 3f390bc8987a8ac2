/** Input rules of CreateMember. */
import { z } from 'zod';
import type { Limits } from './check';
import { accountId, email, tags } from './shared';

const MAX_TAGS = 50;

export const macieMemberCreationLimits: Limits = [
  z.object({
    accountId,
    email,
    tags: tags(MAX_TAGS).nullish(),
  }),
];
