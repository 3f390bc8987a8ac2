/** Files that a variable names. */
import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from '../domain/errors';
import { parse } from './parse';

/** JSON is YAML too. Throws ConfigError, whose message begins with the variable and the file. */
export function readYamlFile<Schema extends z.ZodType>(
  variable: string,
  file: string,
  schema: Schema,
): z.infer<Schema> {
  const where = `${variable} ${file}`;
  return parse(schema, read(file, where), (path, problem) => `${where}: ${path || 'the file'} ${problem}.`);
}

function read(file: string, where: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError(`${where} cannot be read: name a file that exists and may be read.`);
  }
  try {
    return parseYaml(text, { prettyErrors: false });
  } catch {
    throw new ConfigError(`${where} is neither YAML nor JSON.`);
  }
}
