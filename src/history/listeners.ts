/** The number of subscribers of this gateway. The database stores only whether there are any. */
import type { Logger } from 'pino';
import type { SteadyClock } from './steady-clock';
import type { HistoryStore } from './store';

/** The interval at which the gateway renews its row, and the time for which a row is valid: two renewals may fail. */
const RENEWAL_MS = 10_000;
const VALID_MS = 25_000;

export interface ListenersOptions {
  readonly store: HistoryStore;
  readonly clock: SteadyClock;
  /** The id of the gateway among those that share the database. */
  readonly holder: string;
  readonly logger: Logger;
}

export class Listeners {
  private count = 0;
  private isClosed = false;
  /** The work from the first subscriber until the row is deleted after the last one. */
  private running: Promise<void> | undefined;
  /** Ends the time until the next renewal. */
  private pause = new AbortController();

  constructor(private readonly options: ListenersOptions) {}

  /** Adds a subscriber. Never throws. */
  add(): void {
    this.count += 1;
    if (this.isListening) this.running ??= this.run();
  }

  /** Removes a subscriber. Never throws. */
  remove(): void {
    this.count -= 1;
    if (!this.isListening) this.pause.abort();
  }

  /** Deletes the row of this gateway. Never rejects. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.pause.abort();
    await this.running;
  }

  private get isListening(): boolean {
    return this.count > 0 && !this.isClosed;
  }

  /** Never rejects: the row of a gateway that cannot write expires. */
  private async run(): Promise<void> {
    const { store, holder } = this.options;
    while (this.isListening) {
      await this.keepRow();
      await store.endListening(holder).catch(() => {
        this.logFailure();
      });
    }
    this.running = undefined;
  }

  private async keepRow(): Promise<void> {
    const { store, clock, holder } = this.options;
    let isWritten = false;
    while (this.isListening) {
      this.pause = new AbortController();
      try {
        await store.listen({ holder, until: clock.now() + VALID_MS }, !isWritten);
        isWritten = true;
      } catch {
        this.logFailure();
      }
      await clock.delay(RENEWAL_MS, this.pause.signal);
    }
  }

  private logFailure(): void {
    this.options.logger.debug('The history could not write whether this gateway has subscribers');
  }
}
