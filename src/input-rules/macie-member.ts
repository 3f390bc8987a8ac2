/** Input rules of CreateMember. */
import { z } from 'zod';
import type { InputRules } from './check';
import { accountId, email, tags } from './shared';

const MAX_TAGS = 50;

export const macieMemberCreationRules: InputRules = [
  z.object({
    accountId,
    email,
    tags: tags(MAX_TAGS).nullish(),
  }),
];
