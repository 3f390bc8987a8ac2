/** The logging of process events: warnings, unhandled rejections and uncaught exceptions become JSON lines. */
import type { Logger } from 'pino';

/** Logs warnings of the process, such as the notice of the AWS SDK on a Node.js version that it will not support, as one line each. */
export function logWarnings(logger: Logger): void {
  // Node.js prints warnings in a listener of its own.
  process.removeAllListeners('warning');
  process.on('warning', (warning: Error & { readonly code?: string }) => {
    const { name, code, message } = warning;
    logger.warn({ warning: { name, code, message } }, 'Warning of the process');
  });
}

export function logProcessEvents(logger: Logger): void {
  logWarnings(logger);
  process.on('unhandledRejection', (reason) => {
    logger.error({ err: reason }, 'Unhandled rejection of a promise');
  });
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'Uncaught error; the gateway exits');
    process.exit(1);
  });
}
