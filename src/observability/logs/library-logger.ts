/** The log adapter for libraries whose messages append text from clients or from other programs. */
import type { Logger } from 'pino';

type Level = 'debug' | 'info' | 'warn' | 'error';
export type LibraryLogger = Readonly<Record<Level, (message?: unknown) => void>>;

/** Logs a message up to the first colon or line break. The rest may be text that does not come from the library. */
export function libraryLogger(logger: Logger, library: string): LibraryLogger {
  const write = (level: Level) => (message?: unknown) => {
    if (message instanceof Error) logger[level]({ library, err: message }, 'error');
    else logger[level]({ library }, typeof message === 'string' ? message.split(/[:\n]/, 1)[0] : 'message');
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
