/** The forms that values have, each with what its problem is called. */
import { z } from 'zod';

/** A text of a form; the problem is told when it is missing, is no text, or has another form. */
export const text = (pattern: RegExp, problem: string) => z.string(problem).regex(pattern, problem);

export const region = text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');

export function wholeNumber(
  least: number,
  most: number,
  problem = `must be a whole number from ${least} to ${most}`,
) {
  return text(/^\d{1,9}$/, problem)
    .transform(Number)
    .refine((number) => number >= least && number <= most, problem);
}

export const port = wholeNumber(0, 65_535, 'must be a port number from 0 to 65535');

/** A switch: true or false, and nothing else. */
export const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

/** An object with these members and no others. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has a key that is not known: ${issue.keys.join(', ')}`
        : `must be an object with the keys ${Object.keys(shape).join(', ')}`,
  });
