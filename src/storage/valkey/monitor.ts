/** The monitor of Valkey: one log line when a failure begins, changes or ends, and a count of all failures. */
import type { Logger } from 'pino';
import { classifyValkeyError, type ValkeyFailure } from './failure';

/** The pause between two probes while Valkey fails. */
const PROBE_INTERVAL_MS = 5_000;

export class ValkeyMonitor {
  private current: ValkeyFailure | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  /** @param probe rejects while Valkey cannot be used; only its success ends a failure. */
  constructor(
    private readonly probe: () => Promise<void>,
    private readonly logger: Logger,
    private readonly onFailure: (failure: ValkeyFailure) => void,
  ) {}

  /** Records the error of a connection or a command. The text of the error can contain keys and values, so it is not logged. */
  note(error: unknown): void {
    const failure = classifyValkeyError(error) ?? this.current;
    // Before the first connection there is no failure to repeat.
    if (this.isClosed || failure === undefined) return;
    this.onFailure(failure);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.checkSoon();
    }, PROBE_INTERVAL_MS).unref();
    if (failure === this.current) return;
    this.current = failure;
    this.logger.warn(
      { reason: failure },
      'Valkey cannot be used; the gateway makes no change, and reads without the shared read cache and rate limits',
    );
  }

  /** Rejects while Valkey cannot be used. */
  async check(): Promise<void> {
    try {
      await this.probe();
    } catch (error) {
      this.note(error);
      throw error;
    }
    if (this.current === undefined) return;
    this.current = undefined;
    this.logger.info('Valkey can be used again');
  }

  /** Probes in the background. */
  checkSoon(): void {
    this.check().catch(() => undefined);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }
}
