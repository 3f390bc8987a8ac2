/** What is wrong with the configuration, in one line. */
import type { z } from 'zod';
import { ConfigError } from '../domain/errors';

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
