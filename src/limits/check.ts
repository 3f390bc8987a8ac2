/** Holds an input against AWS's limits before AWS is called, and tells of every violation, not the first. */
import type { z } from 'zod';

/** A value of an input that AWS would refuse. */
export interface Violation {
  /** From the mutation's argument on, as input.tags.0.key. */
  readonly path: readonly string[];
  readonly message: string;
}

export function violationsOf(limits: z.ZodType, input: unknown): readonly Violation[] {
  const { error } = limits.safeParse(input);
  return (error?.issues ?? []).map(({ path, message }) => ({
    path: ['input', ...path.map(String)],
    message: `${message}.`,
  }));
}
