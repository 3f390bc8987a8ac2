/** The documentation of each variable, from which the tables of docs/operations.md are generated. */
import { z } from 'zod';

export interface VariableFacts {
  /** A noun phrase or a sentence, in Markdown. */
  readonly meaning: string;
  /** The default, in Markdown, when the schema of the variable has none. */
  readonly unset?: string;
  /** True when the value must not appear in messages or logs. */
  readonly secret?: true;
}

export const VARIABLES = z.registry<VariableFacts>();

/** Adds the documentation to VARIABLES and returns the schema. */
export function variable<Schema extends z.ZodType>(schema: Schema, facts: VariableFacts): Schema {
  VARIABLES.add(schema, facts);
  return schema;
}
