/** The parser of the YAML and JSON files that variables name. */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { z } from 'zod';
import { ConfigError } from '../domain/errors';
import { readText } from './files';
import { parse } from './parse';

/** Loads yaml with the first file, because most gateways have none. */
const requireModule = createRequire(__filename);

/** The parsed file; JSON is a subset of YAML. Throws ConfigError with a message that begins with the variable and the file. */
export function readYamlFile<Schema extends z.ZodType>(
  variable: string,
  file: string,
  schema: Schema,
): z.infer<Schema> {
  const subject = `${variable} ${file}`;
  return parse(
    schema,
    read(file, subject),
    (path, problem) => `${subject}: ${path || 'the file'} ${problem}.`,
  );
}

function read(file: string, subject: string): unknown {
  const text = readText(subject, file);
  const { parse: parseYaml } = requireModule('yaml') as typeof Yaml;
  try {
    return parseYaml(text, { prettyErrors: false });
  } catch {
    throw new ConfigError(`${subject} is neither valid YAML nor valid JSON.`);
  }
}
