/**
 * The stream of one subscriber: past events behind its position from the database, page by page as the subscriber reads,
 * and then the events of the feed. Every event comes once and in order, or a gap names it.
 */
import type { ResourceEventRecord } from '../domain/records/resource-event';
import type { EventPage } from '../history/queries';
import type { EventFeed, FeedSubscriber } from './event-feed';
import { MessageQueue } from './message-queue';
import { gapMessage, type Message } from './messages';

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
  /** The messages between past events and those of the feed. */
  readonly joined: (position: string, since: Date | undefined) => readonly Message[];
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

export class Stream implements AsyncIterableIterator<Message>, FeedSubscriber {
  private readonly queue: MessageQueue;
  /** Messages that precede those of the queue. */
  private readonly ready: Message[] = [];
  /** Undefined when the stream has read all past events. */
  private past: Past | undefined;
  /** The position from which on the queue has all events; undefined until the stream has joined the feed. */
  private joinedAt: string | undefined;
  /** The position of the last past event. The feed can be behind it, because it reads later. */
  private pastEnd = '0';
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
    const since = new Date();
    try {
      this.ready.push(...this.options.joined(await this.join(), since));
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

  beat(heartbeat: Message): void {
    if (this.queue.isDrained && !isBehind(this.pastEnd, heartbeat.position)) this.queue.push(heartbeat);
  }

  /** Reads a page of past events. The last page joins the feed. */
  private async readPast(past: Past): Promise<void> {
    const { find, prunedPosition, toMessage, joined } = this.options;
    const { position } = past;
    const { events, hasNext } = await find(position, PAGE_SIZE);
    // Read after the events: events that were deleted in between are then reported, although the page may have them.
    const pruned = await prunedPosition();
    if (isBehind(pruned, position)) {
      this.ready.push(gapMessage({ from: position, to: pruned, reason: 'PRUNED' }));
      past.position = pruned;
    }
    const { joinedAt } = this;
    for (const event of events) {
      if (!isBehind(event.position, past.position)) continue;
      if (joinedAt !== undefined && isBehind(event.position, joinedAt)) break;
      this.ready.push(toMessage(event));
      past.position = event.position;
    }
    this.pastEnd = past.position;
    const last = events.at(-1)?.position ?? position;
    if (joinedAt !== undefined && (!hasNext || isBehind(last, joinedAt))) {
      this.past = undefined;
      const latest = isBehind(past.position, joinedAt) ? past.position : joinedAt;
      this.ready.push(...joined(latest, past.since));
    } else if (!hasNext) this.joinedAt = await this.join();
  }

  private async join(): Promise<string> {
    const position = await this.options.feed.join(this);
    // The stream may have been closed while it joined.
    if (this.isClosed) this.options.feed.leave(this);
    return position;
  }
}

function isBehind(position: string, other: string): boolean {
  return Number(position) > Number(other);
}
