/** What the process itself has to say goes to the log, where node would print it as it likes. */
import type { Logger } from 'pino';

export function logProcessEvents(logger: Logger): void {
  // Node's own printing is a listener too.
  process.removeAllListeners('warning');
  process.on('warning', (warning: Error & { readonly code?: string }) => {
    const { name, code, message } = warning;
    logger.warn({ warning: { name, code, message } }, 'the process warns');
  });
  process.on('unhandledRejection', (reason) => {
    logger.error({ err: reason }, 'a failure was not handled');
  });
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'an error was not caught; the gateway ends');
    process.exit(1);
  });
}
