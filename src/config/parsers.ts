/** Parsers of values, each with its error message. */
import { isIP } from 'node:net';
import { z } from 'zod';

/** A string that matches `pattern`; `problem` is the message for any other value. */
export const text = (pattern: RegExp, problem: string) => z.string(problem).regex(pattern, problem);

export const region = text(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region such as us-east-1');

/** A whole number from `min` to `max`; `example` is part of the message. */
export function wholeNumber(min: number, max: number, example: number) {
  return numberIn(min, max, `must be a whole number from ${min} to ${max}, such as ${example}`);
}

/** A port number; `example` is part of the message. */
export function port(example: number) {
  return numberIn(0, 65_535, `must be a port number from 0 to 65535, such as ${example}`);
}

function numberIn(min: number, max: number, problem: string) {
  return text(/^\d{1,9}$/, problem)
    .transform(Number)
    .refine((number) => number >= min && number <= max, problem);
}

/** A boolean variable: true or false. */
export const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');

/** The address or the host name of this machine. */
export const host = z
  .string()
  .refine(
    (name) => isIP(name) !== 0 || /^[\w.-]+$/.test(name),
    'must be an IP address or a host name without a port, such as 127.0.0.1',
  );

/**
 * A list separated by commas, without empty entries and without repetitions.
 * @param keyOf the part of an entry that must be unique.
 */
export function list(
  isEntry: (entry: string) => boolean,
  problem: string,
  keyOf: (entry: string) => string = (entry) => entry,
) {
  return z
    .string()
    .transform((value) => value.split(',').map((entry) => entry.trim()))
    .superRefine((entries, context) => {
      const keys = entries.map(keyOf);
      const [first] = entries.flatMap((entry, index) => {
        if (entry === '') return [`entry ${index + 1} is empty`];
        if (!isEntry(entry)) return [`entry ${index + 1} is invalid`];
        const earlier = keys.indexOf(keyOf(entry));
        return earlier < index ? [`entry ${index + 1} repeats entry ${earlier + 1}`] : [];
      });
      if (first !== undefined) context.addIssue(`${problem} (${first})`);
    })
    .transform((entries): readonly string[] => entries);
}

export function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/** The path of a file. The contents of a file in its place would end up in messages. */
export function path(example: string) {
  return z
    .string()
    .refine((name) => !/^\s*[[{]|[\r\n]/.test(name), `must be the path of a file such as ${example}`);
}

/** An object with these keys and no others. */
export const strict = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `has the unknown key ${issue.keys.join(', ')}`
        : `must be an object with the keys ${Object.keys(shape).join(', ')}`,
  });
