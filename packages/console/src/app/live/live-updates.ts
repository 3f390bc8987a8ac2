/**
 * The live updates of a tab. The tabs of a browser share one connection: browsers open six HTTP/1.1 connections per origin, so six
 * tabs with a stream each would leave none for their requests. The tab that holds a Web Lock leads: it passes each message on
 * through a BroadcastChannel. When it is closed, or does not answer, another tab continues behind the last position.
 */
import { Leader } from './leader';
import type { LiveStore } from './live-store';
import type { Gateway, Signal } from './messages';
import type { Channel, TabPort } from './tab-port';

/** A visible tab asks a leading tab that was silent for so long: the browser may have frozen it. */
const SILENCE_MS = 30_000;
const CHECK_MS = 5_000;
/** The time to answer HELLO, for a tab that was shown and for one that was just loaded. */
const ANSWER_MS = 1_000;
const FIRST_ANSWER_MS = 3_000;
/** Without a connection, a tab that was hidden for so long reads again what it shows. */
const OUTDATED_MS = 60_000;

export class LiveUpdates {
  #leader: Leader | undefined;
  /** The term of the leading tab. */
  #term = 0;
  #channel: Channel | undefined;
  #signalAt = Date.now();
  #hiddenAt: number | undefined;
  #over = new AbortController();

  /** @param name the same for the tabs of one caller at one gateway: all receive what the caller of the leading tab may read */
  constructor(
    private readonly gateway: Gateway,
    private readonly name: string,
    readonly store: LiveStore,
    private readonly tab: TabPort,
  ) {}

  /** Returns the function that ends the live updates. */
  start(): () => void {
    const over = new AbortController();
    this.#over = over;
    this.#connect(over.signal);
    return () => {
      over.abort();
      this.#leader?.close();
      this.#channel?.close();
    };
  }

  /** Connects at once, also after the gateway has refused. */
  restart(): void {
    this.#leader?.restart();
    this.#send({ kind: 'RESTART' });
  }

  #connect(signal: AbortSignal): void {
    const { tab } = this;
    tab.listen(this.#onVisibility, this.#wake, signal);
    if (!tab.isVisible()) this.#hiddenAt = Date.now();
    if (tab.requestLock === undefined) {
      this.#connectAlone();
      return;
    }
    this.#channel = tab.openChannel(this.name, (received) => {
      this.#receive(received);
    });
    this.#requestLock(false);
    this.#ask(FIRST_ANSWER_MS);
    const timer = setInterval(() => {
      if (tab.isVisible() && Date.now() - this.#signalAt > SILENCE_MS) this.#ask(ANSWER_MS);
    }, CHECK_MS);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
  }

  /** Without locks, each tab has a connection while it is visible. */
  #connectAlone(): void {
    this.#channel?.close();
    this.#channel = undefined;
    if (this.tab.isVisible()) void this.#lead();
  }

  readonly #wake = (): void => {
    this.#leader?.wake();
  };

  readonly #onVisibility = (): void => {
    if (!this.tab.isVisible()) {
      this.#hiddenAt = Date.now();
      if (this.#channel === undefined) this.#leader?.close();
      return;
    }
    const hiddenMs = Date.now() - (this.#hiddenAt ?? Date.now());
    this.#hiddenAt = undefined;
    if (this.#channel === undefined) void this.#lead();
    else if (this.#leader === undefined) this.#ask(ANSWER_MS);
    else this.#wake();
    const { phase } = this.store.status;
    const hasConnection = phase !== 'OFF' && phase !== 'STOPPED';
    if (!hasConnection && hiddenMs >= OUTDATED_MS) this.store.emit({ kind: 'MISSED', withinMs: 0 });
    this.store.emit({ kind: 'SHOWN' });
  };

  /** Asks the leading tab for its position, and takes over when it does not answer. */
  #ask(patienceMs: number): void {
    if (this.#leader !== undefined || this.#channel === undefined) return;
    const askedAt = Date.now();
    this.#send({ kind: 'HELLO' });
    setTimeout(() => {
      if (this.#signalAt < askedAt && this.tab.isVisible()) this.#takeOver();
    }, patienceMs);
  }

  #takeOver(): void {
    if (this.#leader !== undefined || this.#channel === undefined || this.#over.signal.aborted) return;
    this.#requestLock(true);
  }

  #requestLock(steal: boolean): void {
    const { signal } = this.#over;
    // Browsers accept no signal with `steal`. The request of a tab that takes over this way stays in the queue for later.
    this.tab
      .requestLock?.(this.name, steal ? { steal } : { signal }, () => this.#lead())
      .catch((error: unknown) => {
        // Another tab took over, or this one is closed.
        this.#leader?.close();
        if (signal.aborted) return;
        // Some browsers deny locks, such as to pages without storage.
        if ((error as Error).name !== 'AbortError') this.#connectAlone();
        else if (!steal) this.#requestLock(false);
      });
  }

  /** Leads until the tab is closed, or another one takes over. */
  async #lead(): Promise<void> {
    this.#leader?.close();
    if (this.#over.signal.aborted) return;
    const { store } = this;
    const term = Math.max(Date.now(), this.#term + 1);
    this.#term = term;
    const pass = (signal: Signal) => {
      if (this.#leader !== leader) return;
      this.#send(signal);
      this.#receive(signal);
    };
    const leader = new Leader({
      gateway: this.gateway,
      position: store.position,
      since: store.since,
      isKnown: (event) => store.isKnown(event),
      onMessage: (message) => {
        pass({ kind: 'MESSAGE', term, previous: store.position, message });
      },
      onStatus: (status) => {
        pass({ kind: 'STATUS', term, status });
      },
    });
    this.#leader = leader;
    await leader.run();
    if (this.#leader === leader) this.#leader = undefined;
  }

  #receive(signal: Signal): void {
    switch (signal.kind) {
      case 'HELLO': {
        if (this.#leader === undefined) return;
        const { status, position, recent } = this.store;
        this.#send({ kind: 'WELCOME', term: this.#term, status, position, recent });
        return;
      }
      case 'RESTART':
        this.#leader?.restart();
        return;
      case 'STATUS':
        if (this.#isCurrent(signal.term)) this.store.setStatus(signal.status);
        return;
      case 'WELCOME':
        if (!this.#isCurrent(signal.term)) return;
        this.store.setStatus(signal.status);
        this.store.catchUp(signal.position, signal.recent);
        return;
      case 'MESSAGE':
        if (this.#isCurrent(signal.term)) this.store.receive(signal.previous, signal.message);
        return;
    }
  }

  /** Returns false for a signal of a tab that was replaced. After a signal of a later term, this tab leads no more. */
  #isCurrent(term: number): boolean {
    if (term < this.#term) return false;
    if (term > this.#term) {
      this.#leader?.close();
      this.#leader = undefined;
    }
    this.#term = term;
    this.#signalAt = Date.now();
    return true;
  }

  #send(signal: Signal): void {
    if (!this.#over.signal.aborted) this.#channel?.postMessage(signal);
  }
}
