/** The presence of subscribers on any gateway of the database, for the observer of this one. */
import type { SteadyClock } from './steady-clock';
import type { HistoryStore } from './store';

/** The interval of reads: notifications can be lost, and the row of a gateway that was killed expires without one. */
const POLL_MS = 5_000;

export class ListenerPresence {
  /** True while a gateway has subscribers, as far as the database could be read. */
  isListened = false;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: HistoryStore,
    private readonly clock: SteadyClock,
    /** Called when `isListened` has changed. */
    private readonly onChange: () => void,
  ) {}

  /** Follows the subscribers until the signal aborts. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const listening = this.store.onListenersChange(() => {
      void this.read();
    });
    while (!signal.aborted) {
      await this.read();
      await this.clock.delay(POLL_MS, signal);
    }
    await listening.close();
  }

  /** One read at a time, so that an older result never replaces a newer one. */
  private read(): Promise<void> {
    this.reading = this.reading.then(() => this.update());
    return this.reading;
  }

  private async update(): Promise<void> {
    const { store, clock, isListened: before } = this;
    this.isListened = await store.isListened(clock.now()).catch(() => before);
    if (this.isListened !== before) this.onChange();
  }
}
