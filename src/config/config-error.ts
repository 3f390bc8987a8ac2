/** What is wrong with the configuration, in one line. */
import type { z } from 'zod';

/** A variable or a file is not as it should be; the message is one line that says what to change. */
export class ConfigError extends Error {}

/** Throws ConfigError with what `describe` says of each problem, given its path as targets[1].region. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  describe: (path: string, problem: string) => string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => describe(formatPath(path), message));
  throw new ConfigError(lines.join(' '));
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
