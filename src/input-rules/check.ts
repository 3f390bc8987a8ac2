/** Holds an input against AWS's limits before AWS is called, and tells of every violation, not the first. */
import type { z } from 'zod';

/** A value of an input that AWS would refuse. */
export interface Violation {
  /** From the mutation's argument on, as input.tags.0.key. */
  readonly path: readonly string[];
  readonly message: string;
}

/** Several limits where some hold between members: zod gives up on those as soon as one member is wrong. */
export type Limits = readonly z.ZodType[];

export function violationsOf(limits: Limits, input: unknown): readonly Violation[] {
  const issues = limits.flatMap((each) => each.safeParse(input).error?.issues ?? []);
  return issues.map(({ path, message }) => ({
    path: ['input', ...path.map(String)],
    message: `${message}.`,
  }));
}
