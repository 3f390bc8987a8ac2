/** Input schemas of the STS operations, with the limits of the service model. */
import { z } from 'zod';
import { text } from '../kernel/validation';

const NAME = text({ min: 2, max: 64, pattern: /^(?:[\w+=,.@-]*)$/s });

/** An integer that a form contains as text. */
function integer(min: number, max: number): z.ZodType<number> {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
    z.int().min(min).max(max),
  );
}

export const ASSUME_ROLE_INPUT = z.object({
  RoleArn: text({
    min: 20,
    max: 2048,
    // eslint-disable-next-line no-control-regex -- The pattern of AssumeRole allows tabs and line breaks in RoleArn.
    pattern: /^(?:[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+)$/s,
  }),
  RoleSessionName: NAME,
  DurationSeconds: integer(900, 43_200).optional(),
  // eslint-disable-next-line no-useless-escape -- The model of AssumeRole escapes the slash, and its error messages repeat the pattern.
  ExternalId: text({ min: 2, max: 1224, pattern: /^(?:[\w+=,.@:\/-]*)$/s }).optional(),
  SourceIdentity: NAME.optional(),
});

export const NO_INPUT = z.object({});
