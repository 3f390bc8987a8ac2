/** The destination of log lines: standard error. A write never fails or delays the caller; lines beyond a bounded buffer are dropped and counted. */
import pino from 'pino';

/** About 2,000 lines. */
const MAX_BUFFERED_BYTES = 1_048_576;
/** The pause before the next try after a failed write, if no line is logged earlier. */
const RETRY_MS = 1_000;
/** The limit for writing the last lines before the process exits. */
const FLUSH_LIMIT_MS = 1_000;

const STANDARD_ERROR = 2;

/** The lines that were dropped since the log failed. */
export interface Loss {
  readonly lines: number;
  readonly since: Date;
}

export interface LogSinkOptions {
  /** True writes each line before the call returns, for processes that are frozen between requests. */
  readonly sync?: boolean;
}

export class LogSink {
  /** The number of lines dropped since the start. */
  droppedLines = 0;
  private loss: Loss | undefined;
  private retry: NodeJS.Timeout | undefined;
  private readonly destination;

  /** @param onRecovery is called after lines were dropped, as soon as all buffered lines are written. */
  constructor({ sync = false }: LogSinkOptions, onRecovery: (loss: Loss) => void) {
    // Other writers, such as Node.js, must not end the process either. The getter also makes a pipe non-blocking:
    // otherwise a write to a full pipe occupies a thread of the pool.
    if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined);
    this.destination = pino.destination({
      dest: STANDARD_ERROR,
      sync,
      // Writes every line at once like 0, and lets flush() wait for the write.
      minLength: 1,
      maxLength: MAX_BUFFERED_BYTES,
      // A synchronous retry would block.
      ...(sync && { retryEAGAIN: () => false }),
    });
    // pino's listener stops logging for good when the reader of a pipe is gone, and lets other errors end the process.
    this.destination.removeAllListeners('error');
    // pino calls it at exit, and sonic-boom repeats a write there for ever when the disk is full or the reader is gone.
    this.destination.flushSync = () => undefined;
    this.destination.on('error', () => {
      this.retry ??= setTimeout(() => {
        this.retry = undefined;
        // With a callback, flush() never throws.
        this.destination.flush(() => undefined);
      }, RETRY_MS).unref();
    });
    this.destination.on('drop', () => {
      this.drop();
    });
    this.destination.on('drain', () => {
      const { loss } = this;
      this.loss = undefined;
      if (loss !== undefined) onRecovery(loss);
    });
  }

  write(line: string): void {
    this.destination.write(line);
  }

  /** Counts a line that cannot be written. */
  drop(): void {
    this.droppedLines += 1;
    const { lines, since } = this.loss ?? { lines: 0, since: new Date() };
    this.loss = { lines: lines + 1, since };
  }

  /** Resolves when all lines are written, when the write fails, or after the limit. Never rejects. */
  async flush(limitMs = FLUSH_LIMIT_MS): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.destination.flush(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
