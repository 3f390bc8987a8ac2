/** Parsers of values, each with its error message. */
import { z } from 'zod';

/** A string that matches `pattern`; `problem` is the message for any other value. */
export const text = (pattern: RegExp, problem: string) => z.string(problem).regex(pattern, problem);

export const region = text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');

export function wholeNumber(
  min: number,
  max: number,
  problem = `must be a whole number from ${min} to ${max}`,
) {
  return text(/^\d{1,9}$/, problem)
    .transform(Number)
    .refine((number) => number >= min && number <= max, problem);
}

export const port = wholeNumber(0, 65_535, 'must be a port number from 0 to 65535');

/** A boolean variable: true or false. */
export const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

/** An object with these keys and no others. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has the unknown key ${issue.keys.join(', ')}`
        : `must be an object with the keys ${Object.keys(shape).join(', ')}`,
  });
