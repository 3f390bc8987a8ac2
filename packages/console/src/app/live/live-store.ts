/** The live updates that a tab has received: the state of the connection, the last events, and the resources that are gone. */
import type { LiveEvent, LiveStatus, Message, RecentEvent } from './messages';
import { RecentSet } from './recent-set';

/** A change for the parts of a page. */
export type LiveChange =
  | { readonly kind: 'EVENTS'; readonly events: readonly LiveEvent[] }
  /**
   * Events may be missing: what is shown may be outdated. `withinMs` is the time over which tabs spread their requests: more than
   * zero when many browsers miss events at the same time.
   */
  | { readonly kind: 'MISSED'; readonly withinMs: number }
  /** The tab is visible again. */
  | { readonly kind: 'SHOWN' };

const RECENT_MS = 60_000;
const SPREAD_MS = 10_000;
const MAX_RESOURCES = 2_000;

interface LastEvent {
  readonly observedAt: string;
  readonly isGone: boolean;
}

export class LiveStore {
  #status: LiveStatus = { phase: 'CONNECTING' };
  #position: string | undefined;
  /** The last event of each resource, by global id. */
  readonly #last = new Map<string, LastEvent>();
  readonly #known = new RecentSet();
  readonly #positions = new RecentSet();
  #recent: readonly RecentEvent[] = [];
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<(change: LiveChange) => void>();

  /** @param since the time, in milliseconds since 1970, from which on the page has read what it shows */
  constructor(readonly since: number) {}

  get status(): LiveStatus {
    return this.#status;
  }

  /** The position of the last message. */
  get position(): string | undefined {
    return this.#position;
  }

  /** The events of the last minute. */
  get recent(): readonly RecentEvent[] {
    const start = Date.now() - RECENT_MS;
    return this.#recent.filter(({ at }) => at > start);
  }

  /** The time when the resource disappeared from AWS; undefined while it has not. */
  goneSince(id: string): string | undefined {
    const last = this.#last.get(id);
    return last?.isGone === true ? last.observedAt : undefined;
  }

  /** True for an event of a query that the tab has received, or that happened before the page has read what it shows. */
  isKnown({ position, observedAt }: LiveEvent): boolean {
    return this.#known.has(position) || Date.parse(observedAt) < this.since;
  }

  /** Calls back when the status or the resources that are gone change. */
  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => {
      this.#subscribers.delete(subscriber);
    };
  };

  listen(listener: (change: LiveChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  setStatus(status: LiveStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.#status)) return;
    this.#status = status;
    this.#notify();
  }

  /** @param previous the position of the message before */
  receive(previous: string | undefined, message: Message): void {
    if (message.kind === 'EVENTS') this.#apply(message.events);
    else this.emit({ kind: 'MISSED', withinMs: SPREAD_MS });
    this.#advance(previous, message.position);
  }

  /** Receives what the leading tab has received: its position and its recent events. */
  catchUp(position: string | undefined, recent: readonly RecentEvent[]): void {
    this.#apply(recent.filter(({ at }) => at >= this.since).map(({ event }) => event));
    this.#advance(position, position);
  }

  emit(change: LiveChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }

  #apply(all: readonly LiveEvent[]): void {
    const events = all.filter(({ position }) => !this.#known.has(position));
    if (events.length === 0) return;
    const at = Date.now();
    for (const event of events) {
      this.#known.add(event.position);
      this.#remember(event);
    }
    this.#recent = [...this.recent, ...events.map((event) => ({ at, event }))];
    this.#notify();
    this.emit({ kind: 'EVENTS', events });
  }

  #remember({ resourceId, type, observedAt }: LiveEvent): void {
    const last = this.#last.get(resourceId);
    // Queries of the history also return events that are older than those of the stream.
    if (last !== undefined && Date.parse(observedAt) < Date.parse(last.observedAt)) return;
    this.#last.delete(resourceId);
    this.#last.set(resourceId, { observedAt, isGone: type === 'DISAPPEARED' });
    const [oldest] = this.#last.keys();
    if (this.#last.size > MAX_RESOURCES && oldest !== undefined) this.#last.delete(oldest);
  }

  /** A position that this tab has not received is behind messages that it has missed: the browser had frozen it. */
  #advance(previous: string | undefined, position: string | undefined): void {
    const isHole = previous !== undefined && this.#position !== undefined && !this.#positions.has(previous);
    if (position !== undefined) {
      this.#position = position;
      this.#positions.add(position);
    }
    if (isHole) this.emit({ kind: 'MISSED', withinMs: 0 });
  }

  #notify(): void {
    for (const subscriber of this.#subscribers) subscriber();
  }
}
