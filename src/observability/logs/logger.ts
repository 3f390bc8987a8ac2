/** The log: JSON lines on standard error, without secrets. */
import pino, { type LevelWithSilent, type Logger } from 'pino';
import { LogSink, type LogSinkOptions } from './log-sink';
import { redact } from './redact';
import { serializeError } from './serialize-error';

export interface Log {
  /** A logger whose calls never throw. */
  readonly logger: Logger;
  /** The number of lines dropped since the start, because the log could not be written. */
  readonly droppedLines: () => number;
  /** Resolves when all lines are written, or cannot be written within the limit, a second by default. Call it before the process exits. */
  readonly flush: (limitMs?: number) => Promise<void>;
}

export function openLog(level: string, options: LogSinkOptions = {}): Log {
  const sink = new LogSink(options, ({ lines, since }) => {
    const level = logger.isLevelEnabled('warn') ? 'warn' : (logger.level as LevelWithSilent);
    logger[level]({ lines, since }, 'Log lines were lost, because the log could not be written');
  });
  const logger: Logger = pino(
    {
      level,
      serializers: { err: serializeError },
      hooks: {
        logMethod(args, method) {
          const [first, ...others] = args as unknown[];
          try {
            // Without this, pino uses the message of an error as the message of the line.
            if (first instanceof Error && others.length === 0) method.call(this, { err: first }, 'error');
            else method.apply(this, args);
          } catch {
            // A value that cannot be serialized must not fail the caller.
            const message = args.find((arg) => typeof arg === 'string');
            method.call(this, { lost: message }, 'A log line could not be serialized');
          }
        },
      },
    },
    // Not the sink itself: pino would flush it synchronously after fatal lines.
    {
      write: (line: string) => {
        sink.write(redact(line));
      },
    },
  );
  return { logger, droppedLines: () => sink.droppedLines, flush: (limitMs) => sink.flush(limitMs) };
}
