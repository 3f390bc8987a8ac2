/** The files that variables name. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { ConfigError } from '../domain/errors';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions do not allow it',
};

/** The text of a file. Throws ConfigError; `subject` is the variable and the file. */
export function readText(subject: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const reason = REASONS[code] ?? `the system reports ${code}`;
    throw new ConfigError(
      `${subject} cannot be read, because ${reason}: name an existing file that the gateway may read.`,
    );
  }
}

/** Throws ConfigError when `former` exists and `file` does not: the gateway would silently begin a new file. */
export function rejectFormerFile(variable: string, file: string, former: string): void {
  if (existsSync(file) || !existsSync(former)) return;
  throw new ConfigError(
    `${former} has the name of earlier versions: rename it to ${file} together with the files whose names begin with it, or set ${variable} to it.`,
  );
}

/** Throws ConfigError when the variable of a file to write names a folder. */
export function rejectFolder(variable: string, file: string): void {
  if (existsSync(file) && statSync(file).isDirectory())
    throw new ConfigError(
      `${variable} ${file} is a folder: name a file, such as ${file}/secops-graph.sqlite.`,
    );
}
