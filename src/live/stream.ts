/**
 * The stream of one subscriber: past events behind its position from the database, page by page as the subscriber reads,
 * and then the events of the feed. Every event comes once and in order, or a gap names it.
 */
import type { HeartbeatRecord } from '../domain/records/live-message';
import type { ResourceEventRecord } from '../domain/records/resource-event';
import type { EventPage } from '../history/queries';
import type { EventFeed, FeedSubscriber } from './event-feed';
import { MessageQueue } from './message-queue';
import { gapMessage, HeartbeatMessage, type Message } from './messages';

/** The events of one page of past events. */
const PAGE_SIZE = 100;

export interface StreamOptions {
  readonly feed: EventFeed;
  /** The next events of the subscriber behind a position. */
  readonly find: (after: string, first: number) => Promise<EventPage>;
  /** The position up to which the history has deleted its events. */
  readonly prunedPosition: () => Promise<string>;
  /** True for an event that the subscriber selects and may see. */
  readonly selects: (event: ResourceEventRecord) => boolean;
  readonly toMessage: (event: ResourceEventRecord) => Message;
  /** The messages between past events and those of the feed, whose heartbeat would be this one. */
  readonly joined: (heartbeat: HeartbeatRecord) => readonly Message[];
  /** The message that replaces those that the subscriber missed because it reads slowly. */
  readonly replaceMissed: (from: string, to: string) => Message;
  /** Called once. */
  readonly onClose: () => void;
}

/** The past events that a stream has not read yet. */
interface Past {
  /** The position behind which they are. */
  position: string;
  /** The time of the position; undefined before the first event. */
  readonly since: Date | undefined;
}

/** The place at which a stream has joined the feed. */
interface Joined {
  readonly position: string;
  readonly time: Date;
}

export class Stream implements AsyncIterableIterator<Message>, FeedSubscriber {
  private readonly queue: MessageQueue;
  /** Messages that precede those of the queue. */
  private readonly ready: Message[] = [];
  /** Undefined when the stream has read all past events. */
  private past: Past | undefined;
  /** The position from which on the queue has all events; undefined until the stream has joined the feed. */
  private joined: Joined | undefined;
  /** The position of the last past event. The feed can be behind it, because it reads later. */
  private pastEnd = '0';
  /** The start of the time that no heartbeat has reported, because the subscriber was not ready for one. */
  private unreportedSince: { readonly since: Date | undefined } | undefined;
  private isClosed = false;

  constructor(private readonly options: StreamOptions) {
    this.queue = new MessageQueue(options.replaceMissed);
  }

  /** Begins the stream behind past events, or with the next event. Throws HistoryUnavailableError. */
  async open(past: Readonly<Past> | undefined): Promise<void> {
    if (past !== undefined) {
      this.past = { ...past };
      return;
    }
    try {
      const joined = await this.join();
      this.ready.push(...this.options.joined({ ...joined, since: joined.time }));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Rejects with the error of `close`, or with HistoryUnavailableError. */
  async next(): Promise<IteratorResult<Message, undefined>> {
    while (!this.isClosed && this.ready.length === 0 && this.past !== undefined)
      await this.readPast(this.past);
    const value = this.isClosed ? undefined : this.ready.shift();
    return value === undefined ? this.queue.next() : { done: false, value };
  }

  return(): Promise<IteratorResult<Message, undefined>> {
    this.close();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<IteratorResult<Message, undefined>> {
    return this.return();
  }

  /** Ends the stream. The subscriber receives the error. */
  close(error?: Error): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.queue.close(error);
    this.options.feed.leave(this);
    this.options.onClose();
  }

  receive(events: readonly ResourceEventRecord[]): void {
    const { selects, toMessage } = this.options;
    for (const event of events) {
      if (isBehind(event.position, this.pastEnd) && selects(event)) this.queue.push(toMessage(event));
    }
  }

  beat(heartbeat: HeartbeatMessage): void {
    const { position, since } = heartbeat.payload;
    if (!this.queue.isDrained || isBehind(this.pastEnd, position)) {
      this.unreportedSince ??= { since };
      return;
    }
    const { unreportedSince } = this;
    this.unreportedSince = undefined;
    this.queue.push(
      unreportedSince === undefined
        ? heartbeat
        : new HeartbeatMessage({ ...heartbeat.payload, ...unreportedSince }),
    );
  }

  /** Reads a page of past events. The last page joins the feed. */
  private async readPast(past: Past): Promise<void> {
    const { find, prunedPosition, toMessage } = this.options;
    const { joined } = this;
    const { position } = past;
    const { events, hasNext } = await find(position, PAGE_SIZE);
    // Read after the events: events that were deleted in between are then reported, although the page may have them.
    const pruned = earlier(await prunedPosition(), joined?.position);
    if (isBehind(pruned, position)) {
      this.ready.push(gapMessage({ from: position, to: pruned, reason: 'PRUNED' }));
      past.position = pruned;
    }
    for (const event of events) {
      if (!isBehind(event.position, past.position)) continue;
      if (joined !== undefined && isBehind(event.position, joined.position)) break;
      this.ready.push(toMessage(event));
      past.position = event.position;
    }
    this.pastEnd = past.position;
    const last = events.at(-1)?.position ?? position;
    if (joined !== undefined && (!hasNext || isBehind(last, joined.position))) {
      this.past = undefined;
      const latest = isBehind(past.position, joined.position) ? past.position : joined.position;
      this.ready.push(...this.options.joined({ position: latest, time: joined.time, since: past.since }));
    } else if (!hasNext) this.joined = await this.join();
  }

  private async join(): Promise<Joined> {
    const time = new Date();
    const position = await this.options.feed.join(this);
    // The stream may have been closed while it joined.
    if (this.isClosed) this.options.feed.leave(this);
    return { position, time };
  }
}

/** The earlier one of two positions, of which the other one may be unknown. */
function earlier(position: string, other: string | undefined): string {
  return other !== undefined && isBehind(position, other) ? other : position;
}

/** True when events at the position come after those at the other one. */
function isBehind(position: string, other: string): boolean {
  return Number(position) > Number(other);
}
