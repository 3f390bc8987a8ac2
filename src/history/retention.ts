/** The retention of the history: it prunes old events and listeners at the start and every hour. The audit trail is never pruned. */
import type { Logger } from 'pino';
import type { SteadyClock } from './steady-clock';
import type { HistoryStore } from './store';

const DAY_MS = 86_400_000;
const INTERVAL_MS = 3_600_000;

export interface RetentionLimits {
  readonly days: number;
  readonly maxEvents: number;
}

export class Retention {
  private readonly abortController = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: HistoryStore,
    private readonly clock: SteadyClock,
    private readonly limits: RetentionLimits,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.running = this.run(this.abortController.signal);
  }

  async close(): Promise<void> {
    this.abortController.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    const { days, maxEvents } = this.limits;
    while (!signal.aborted) {
      const now = this.clock.now();
      try {
        await this.store.prune(new Date(now - days * DAY_MS), maxEvents);
        await this.store.forgetListeners(now - INTERVAL_MS);
      } catch {
        // The database reports its failure in the health checks, and the next attempt prunes what this one did not.
        this.logger.warn('The history could not be pruned');
      }
      await this.clock.delay(INTERVAL_MS, signal);
    }
  }
}
