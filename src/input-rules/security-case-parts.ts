/** Input rules of the operations on comments, attachments and investigations of a case. */
import { z } from 'zod';
import type { InputRules } from './check';
import { recognized, text } from './shared';

/** 100 MiB. */
const MAX_ATTACHMENT_BYTES = 104_857_600;

const body = text(1, 12_000);

export const commentCreationRules: InputRules = [z.object({ body })];

export const commentUpdateRules: InputRules = [
  z.object({ commentId: z.string().regex(/^\d{6}$/, 'Must be six digits'), body }),
];

export const attachmentRules: InputRules = [
  z.object({
    fileName: text(1, 255).regex(
      /^[a-zA-Z0-9._-]+$/,
      'Must contain only letters, digits, dots, hyphens and underscores',
    ),
    contentLength: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
  }),
];

export const investigationFeedbackRules: InputRules = [
  z.object({
    investigationId: z
      .string()
      .regex(/^inv-[a-z0-9]{10,32}$/, 'Must be inv- followed by 10 to 32 lowercase letters and digits'),
    usefulness: recognized,
    comment: text(1, 1_000).nullish(),
  }),
];
