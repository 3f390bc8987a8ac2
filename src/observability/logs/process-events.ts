/** The logging of process events: warnings, unhandled rejections and uncaught exceptions become JSON lines. */
import type { Logger } from 'pino';
import type { Log } from './logger';

/** Logs warnings of the process, such as the notice of the AWS SDK on a Node.js version that it will not support, as one line each. */
export function logWarnings(logger: Logger): void {
  // Node.js prints warnings in a listener of its own.
  process.removeAllListeners('warning');
  process.on('warning', (warning: Error & { readonly code?: string }) => {
    const { name, code, message } = warning;
    logger.warn({ warning: { name, code, message } }, 'Warning of the process');
  });
}

/** The limit for writing the last lines after an uncaught error: the state is unknown, and the gateway must do nothing more. */
const FLUSH_LIMIT_MS = 100;

/** The error codes with which the system denies a file descriptor or memory. It has done nothing then. */
const EXHAUSTION_CODES: readonly unknown[] = ['EMFILE', 'ENFILE', 'ENOMEM', 'ENOBUFS'];

/** Logs the events of the process. Ends it with code 1 after an uncaught error, unless the system denied a system call a resource. */
export function logProcessEvents({ logger, flush }: Log): void {
  logWarnings(logger);
  process.on('unhandledRejection', (reason) => {
    logger.error({ err: reason }, 'Unhandled rejection of a promise');
  });
  process.on('uncaughtException', (error) => {
    if (isExhaustion(error)) {
      logger.error(
        { err: error },
        'The system denied a resource, and nothing handled the error; the gateway goes on',
      );
      return;
    }
    logger.fatal({ err: error }, 'Uncaught error; the gateway exits');
    void flush(FLUSH_LIMIT_MS).then(() => process.exit(1));
  });
}

/** True only for errors of a system call: a program error with such a code leaves an unknown state. */
function isExhaustion(error: Error): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return typeof syscall === 'string' && EXHAUSTION_CODES.includes(code);
}
