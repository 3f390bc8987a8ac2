/** The destination of log lines: standard error. A write never fails or delays the caller; lines beyond a bounded buffer are dropped and counted. */
import pino from 'pino';

/** About 2,000 lines. */
const MAX_BUFFERED_BYTES = 1_048_576;
/** The time for which lines wait for others, and the size at which they do not: a write of each line takes a tenth of the CPU time of a small request. */
const BATCH_MS = 20;
const BATCH_CHARACTERS = 8_192;
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
  /** The lines that wait for others. */
  private batch = '';
  private batchTimer: NodeJS.Timeout | undefined;
  private readonly destination;

  /** @param onRecovery is called after lines were dropped, as soon as all buffered lines are written. */
  constructor(
    private readonly options: LogSinkOptions,
    onRecovery: (loss: Loss) => void,
  ) {
    const { sync = false } = options;
    // Other writers, such as Node.js, must not end the process either. The getter also makes a pipe non-blocking:
    // otherwise a write to a full pipe occupies a thread of the pool.
    if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => undefined);
    this.destination = pino.destination({
      dest: STANDARD_ERROR,
      sync,
      // Writes every batch at once like 0, and lets flush() wait for the write.
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
    this.destination.on('drop', (batch: string) => {
      this.drop(batch.split('\n').length - 1);
    });
    this.destination.on('drain', () => {
      const { loss } = this;
      this.loss = undefined;
      if (loss !== undefined) onRecovery(loss);
    });
  }

  /** @param line ends with a newline. */
  write(line: string): void {
    this.batch += line;
    if (this.options.sync === true || this.batch.length >= BATCH_CHARACTERS) this.writeBatch();
    else
      this.batchTimer ??= setTimeout(() => {
        this.writeBatch();
      }, BATCH_MS);
  }

  /** Counts lines that cannot be written. */
  private drop(count: number): void {
    this.droppedLines += count;
    const { lines, since } = this.loss ?? { lines: 0, since: new Date() };
    this.loss = { lines: lines + count, since };
  }

  private writeBatch(): void {
    clearTimeout(this.batchTimer);
    this.batchTimer = undefined;
    const { batch } = this;
    this.batch = '';
    if (batch !== '') this.destination.write(batch);
  }

  /** Resolves when all lines are written, when the write fails, or after the limit. Never rejects. */
  async flush(limitMs = FLUSH_LIMIT_MS): Promise<void> {
    this.writeBatch();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.destination.flush(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
