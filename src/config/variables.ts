/** What is known of each variable beside its form: the tables of docs/operations.md are made of it. */
import { z } from 'zod';

export interface VariableFacts {
  /** One sentence, or half of one. */
  readonly meaning: string;
  /** What holds when the variable is not set, where its form does not say it. */
  readonly unset?: string;
  /** Its value is not for anyone's eyes. */
  readonly secret?: true;
}

export const VARIABLES = z.registry<VariableFacts>();

export function variable<Schema extends z.ZodType>(schema: Schema, facts: VariableFacts): Schema {
  VARIABLES.add(schema, facts);
  return schema;
}
