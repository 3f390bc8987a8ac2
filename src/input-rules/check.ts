/** The check of an input against the rules of AWS, before the gateway calls AWS. It returns all violations. */
import type { z } from 'zod';
import { messageOf } from './messages';

/** A value of an input that AWS would reject. */
export interface Violation {
  /** The path from the argument of the mutation, such as input.tags.0.key. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Schemas that an input must match. Rules that span several members are a schema of their own, because zod skips refinements of an object with an invalid member. */
export type InputRules = readonly z.ZodType[];

/** All violations, each message a sentence that names the field; empty for a valid input. */
export function violationsOf(rules: InputRules, input: unknown): readonly Violation[] {
  const issues = rules.flatMap((each) => each.safeParse(input, { error: messageOf }).error?.issues ?? []);
  return issues.map(({ path, message }) => ({
    path: ['input', ...path.map(String)],
    message: sentenceOf(path.map(String).join('.'), message),
  }));
}

/** Messages that begin with "Must" get the field as their subject. */
function sentenceOf(field: string, message: string): string {
  const subject = field === '' ? 'The input' : field;
  return message.startsWith('Must ') ? `${subject} must ${message.slice(5)}.` : `${message}.`;
}
