/**
 * The live updates of a tab. The tabs of a browser share one connection: browsers open six HTTP/1.1 connections per origin, so six
 * tabs with a stream each would leave none for their requests. The tab that holds a Web Lock leads: it passes each message on
 * through a BroadcastChannel. When it is closed, or does not answer, another tab continues behind the last position.
 */
import { Leader } from './leader';
import type { Gateway, LiveEvent, LiveStatus, Message } from './messages';
import { RecentSet } from './recent-set';

/** What the parts of a page hear. */
export type LiveChange =
  | { readonly kind: 'EVENTS'; readonly events: readonly LiveEvent[] }
  /** Events may be missing: what is shown has to be read again. */
  | { readonly kind: 'MISSED' }
  /** The tab is visible again. */
  | { readonly kind: 'SHOWN' };

/** What tabs send each other. */
type Signal =
  /** `previous` is the position of the message before: a tab that does not know it has a hole. */
  | { readonly kind: 'MESSAGE'; readonly previous: string | undefined; readonly message: Message }
  | { readonly kind: 'STATUS'; readonly status: LiveStatus }
  | { readonly kind: 'HELLO' }
  /** The answer of the leading tab. */
  | {
      readonly kind: 'WELCOME';
      readonly status: LiveStatus;
      readonly position: string | undefined;
      readonly recent: readonly RecentEvent[];
    }
  | { readonly kind: 'RESTART' };

interface RecentEvent {
  /** Milliseconds since 1970 by the clock of the browser. */
  readonly at: number;
  readonly event: LiveEvent;
}

const RECENT_MS = 60_000;
/** A visible tab takes over from a leading tab that says nothing for so long: the browser may have frozen it. */
const SILENCE_MS = { LIVE: 30_000, OTHER: 100_000 };
const CHECK_MS = 5_000;
/** The time to answer HELLO, for a tab that was shown and for one that was just loaded. */
const ANSWER_MS = 1_000;
const FIRST_ANSWER_MS = 3_000;
/** Without a connection, a tab that was hidden for so long reads again what it shows. */
const OUTDATED_MS = 60_000;
const MAX_GONE = 500;

export class LiveUpdates {
  #status: LiveStatus = { phase: 'CONNECTING' };
  /** The times when resources disappeared from AWS, by global id. */
  readonly #gone = new Map<string, string>();
  readonly #storeListeners = new Set<() => void>();
  readonly #listeners = new Set<(change: LiveChange) => void>();
  readonly #known = new RecentSet();
  readonly #positions = new RecentSet();
  #position: string | undefined;
  #recent: RecentEvent[] = [];
  #leader: Leader | undefined;
  #channel: BroadcastChannel | undefined;
  #signalAt = Date.now();
  /** The tab has all events before this time; what it shows was read later. */
  #since = performance.timeOrigin;
  #hiddenAt: number | undefined;
  #over = new AbortController();

  /** @param name the same for the tabs of one caller at one gateway: all receive what the caller of the leading tab may read */
  constructor(
    private readonly gateway: Gateway,
    private readonly name: string,
  ) {}

  get status(): LiveStatus {
    return this.#status;
  }

  /** The time when the resource disappeared from AWS; undefined while it has not. */
  goneSince(id: string): string | undefined {
    return this.#gone.get(id);
  }

  /** Calls back when the status or the resources that are gone change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#storeListeners.add(listener);
    return () => {
      this.#storeListeners.delete(listener);
    };
  };

  listen(listener: (change: LiveChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

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

  #connect(signal: AbortSignal): void {
    document.addEventListener('visibilitychange', this.#onVisibility, { signal });
    window.addEventListener('online', this.#wake, { signal });
    if (!isVisible()) this.#hiddenAt = Date.now();
    // Browsers have locks in secure contexts only. Without them, a tab has a stream of its own while it is visible.
    if (!('locks' in navigator)) {
      if (isVisible()) void this.#lead();
      return;
    }
    this.#channel = new BroadcastChannel(this.name);
    this.#channel.onmessage = ({ data }: MessageEvent<Signal>) => {
      this.#hear(data);
    };
    this.#requestLock(false);
    this.#ask(FIRST_ANSWER_MS);
    const timer = setInterval(() => {
      const limit = this.#status.phase === 'LIVE' ? SILENCE_MS.LIVE : SILENCE_MS.OTHER;
      if (isVisible() && Date.now() - this.#signalAt > limit) this.#takeOver();
    }, CHECK_MS);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
  }

  /** Connects at once, also after the gateway has refused. */
  restart(): void {
    this.#leader?.restart();
    this.#send({ kind: 'RESTART' });
  }

  readonly #wake = (): void => {
    this.#leader?.wake();
  };

  readonly #onVisibility = (): void => {
    if (!isVisible()) {
      this.#hiddenAt = Date.now();
      if (this.#channel === undefined) this.#leader?.close();
      return;
    }
    const hiddenMs = Date.now() - (this.#hiddenAt ?? Date.now());
    this.#hiddenAt = undefined;
    if (this.#channel === undefined) void this.#lead();
    else if (this.#leader === undefined) this.#ask(ANSWER_MS);
    else this.#wake();
    const hasConnection = this.#status.phase !== 'OFF' && this.#status.phase !== 'STOPPED';
    if (!hasConnection && hiddenMs >= OUTDATED_MS) this.#emit({ kind: 'MISSED' });
    this.#emit({ kind: 'SHOWN' });
  };

  /** Asks the leading tab for its position, and takes over when it does not answer. */
  #ask(patienceMs: number): void {
    const askedAt = Date.now();
    this.#send({ kind: 'HELLO' });
    setTimeout(() => {
      if (this.#signalAt < askedAt && isVisible()) this.#takeOver();
    }, patienceMs);
  }

  #takeOver(): void {
    if (this.#leader === undefined && !this.#over.signal.aborted) this.#requestLock(true);
  }

  #requestLock(steal: boolean): void {
    const { signal } = this.#over;
    // Browsers accept no signal with `steal`. The request of a tab that takes over this way stays in the queue for later.
    navigator.locks
      .request(this.name, steal ? { steal } : { signal }, () => this.#lead())
      .catch(() => {
        // Another tab took over, or this one is closed.
        this.#leader?.close();
        if (!signal.aborted && !steal) this.#requestLock(false);
      });
  }

  /** Leads until the tab is closed, or another one takes over. */
  async #lead(): Promise<void> {
    const leader = new Leader({
      gateway: this.gateway,
      position: this.#position,
      since: this.#since,
      isKnown: ({ position }) => this.#known.has(position),
      onMessage: (message) => {
        const signal: Signal = { kind: 'MESSAGE', previous: this.#position, message };
        this.#send(signal);
        this.#hear(signal);
      },
      onStatus: (status) => {
        this.#send({ kind: 'STATUS', status });
        this.#hear({ kind: 'STATUS', status });
      },
    });
    this.#leader?.close();
    this.#leader = leader;
    await leader.run();
    if (this.#leader === leader) this.#leader = undefined;
  }

  #hear(signal: Signal): void {
    const now = Date.now();
    switch (signal.kind) {
      case 'HELLO':
        if (this.#leader === undefined) return;
        this.#send({
          kind: 'WELCOME',
          status: this.#status,
          position: this.#position,
          recent: this.#recent.filter(({ at }) => now - at < RECENT_MS),
        });
        return;
      case 'RESTART':
        this.#leader?.restart();
        return;
      case 'STATUS':
        this.#signalAt = now;
        this.#setStatus(signal.status);
        return;
      case 'WELCOME': {
        this.#signalAt = now;
        this.#setStatus(signal.status);
        const events = signal.recent.filter(({ at }) => at >= this.#since).map(({ event }) => event);
        this.#apply(events);
        this.#advance(signal.position, signal.position);
        return;
      }
      case 'MESSAGE': {
        this.#signalAt = now;
        const { previous, message } = signal;
        if (message.kind === 'EVENTS') this.#apply(message.events);
        else this.#emit({ kind: 'MISSED' });
        this.#advance(previous, message.position);
        return;
      }
    }
  }

  /** Tells the page about the events that it does not know yet. */
  #apply(all: readonly LiveEvent[]): void {
    const events = all.filter(({ position }) => !this.#known.has(position));
    if (events.length === 0) return;
    const at = Date.now();
    for (const event of events) {
      this.#known.add(event.position);
      this.#gone.delete(event.resourceId);
      if (event.type === 'DISAPPEARED') this.#gone.set(event.resourceId, event.observedAt);
    }
    for (const oldest of [...this.#gone.keys()].slice(0, Math.max(0, this.#gone.size - MAX_GONE)))
      this.#gone.delete(oldest);
    this.#recent = [
      ...this.#recent.filter((each) => at - each.at < RECENT_MS),
      ...events.map((event) => ({ at, event })),
    ];
    this.#notify();
    this.#emit({ kind: 'EVENTS', events });
  }

  /** A position that this tab does not know is behind messages that it has not received: the browser had frozen it. */
  #advance(previous: string | undefined, position: string | undefined): void {
    const isHole = previous !== undefined && this.#position !== undefined && !this.#positions.has(previous);
    if (position !== undefined) {
      this.#position = position;
      this.#positions.add(position);
    }
    if (isHole) this.#emit({ kind: 'MISSED' });
  }

  #setStatus(status: LiveStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    this.#notify();
  }

  #send(signal: Signal): void {
    if (!this.#over.signal.aborted) this.#channel?.postMessage(signal);
  }

  #notify(): void {
    for (const listener of this.#storeListeners) listener();
  }

  #emit(change: LiveChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

const isVisible = () => document.visibilityState === 'visible';
