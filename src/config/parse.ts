/** Validation of the configuration, which throws ConfigError. */
import type { z } from 'zod';
import { ConfigError } from '../domain/errors';

/** The parsed value. Throws ConfigError with the message of `describe` for each problem; paths look like targets[1].region. */
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

/** The rejected value for the end of a message; empty when it could be a URL with a password, or the contents of a file. */
export function notValue(value: string): string {
  return /[@\r\n]|^\s*[[{]/.test(value) ? '' : `, not ${JSON.stringify(value)}`;
}

function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}
