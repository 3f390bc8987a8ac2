/** A log for libraries that write whole sentences, to which they add what others told them. */
import type { Logger } from 'pino';

type Level = 'debug' | 'info' | 'warn' | 'error';
export type LibraryLogger = Readonly<Record<Level, (message?: unknown) => void>>;

/** Keeps of a sentence what is before the first colon or line break; what is after it is not the library's own. */
export function libraryLogger(logger: Logger, library: string): LibraryLogger {
  const write = (level: Level) => (message?: unknown) => {
    if (message instanceof Error) logger[level]({ library, err: message }, 'error');
    else logger[level]({ library }, typeof message === 'string' ? message.split(/[:\n]/, 1)[0] : 'message');
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
