/** Live updates: the streams of the gateway, which share one feed. */
import { BadUserInputError } from '../domain/errors';
import { encodeId } from '../domain/ids';
import type { Principal } from '../domain/principal';
import type { ResourceEventConditions, ResourceEventRecord } from '../domain/records/resource-event';
import type { ResourceRef } from '../domain/resources';
import type { Listeners } from '../history/listeners';
import { matchesEvent } from '../history/matching';
import type { HistoryAccess, HistoryReader } from '../history/queries';
import { StreamEndedError, TokenExpiredError } from './errors';
import { EventFeed, type FeedDependencies } from './event-feed';
import { gapMessage, HeartbeatMessage, Messages, type Message } from './messages';
import { spreadSeconds } from './spread';
import { Stream, type StreamOptions } from './stream';
import { OpenStreams, type StreamLimits } from './stream-limits';

export interface LiveDependencies extends FeedDependencies {
  readonly reader: HistoryReader;
  readonly limits: StreamLimits;
  /** Told of every stream, so that AWS's lists are looked at more often. */
  readonly listeners: Pick<Listeners, 'add' | 'remove'>;
}

/** The caller that subscribes. */
export interface Subscriber {
  readonly principal: Principal;
  /** The name under which the streams of the caller count. */
  readonly caller: string;
}

/** The events of a subscriber. */
interface Selection {
  readonly conditions: ResourceEventConditions;
  readonly access: HistoryAccess;
}

type Content = Pick<StreamOptions, 'toMessage' | 'joined' | 'replaceMissed'>;

const POSITION = /^\d{1,15}$/;
/** The longest time of a timer. */
const MAX_TIMER_MS = 2_147_483_647;

export class LiveUpdates {
  private readonly feed: EventFeed;
  private readonly open: OpenStreams;
  private readonly messages = new Messages();
  private readonly streams = new Set<Stream>();
  private isClosing = false;

  constructor(private readonly dependencies: LiveDependencies) {
    this.feed = new EventFeed(dependencies);
    this.open = new OpenStreams(dependencies.limits);
  }

  /** The number of open streams. */
  get size(): number {
    return this.open.size;
  }

  /**
   * A stream of the selected events. Throws BadUserInputError for an invalid position, CallerStreamsError,
   * GatewayStreamsError, StreamEndedError or HistoryUnavailableError.
   * @param after the position behind which it begins; the next event without one.
   */
  async events(
    subscriber: Subscriber,
    selection: Selection,
    after: string | null | undefined,
  ): Promise<Stream> {
    const { reader } = this.dependencies;
    if (after != null) await this.checkPosition(after);
    const past = after == null ? undefined : { position: after, since: await reader.timeOf(after) };
    return this.start(subscriber, selection, past, {
      toMessage: (event) => this.messages.event(event),
      joined: (heartbeat) => [new HeartbeatMessage(heartbeat)],
      replaceMissed: (from, to) => gapMessage({ from, to, reason: 'SLOW_READER' }),
    });
  }

  /**
   * A stream of the states of a resource: now, and after each change. Throws CallerStreamsError, GatewayStreamsError,
   * StreamEndedError or HistoryUnavailableError.
   */
  resource(subscriber: Subscriber, ref: ResourceRef, access: HistoryAccess): Promise<Stream> {
    const resourceId = encodeId(ref);
    const state = (position: string): Message => this.messages.state(ref, resourceId, position);
    return this.start(subscriber, { conditions: { resourceId }, access }, undefined, {
      toMessage: (event) => this.messages.update(event),
      joined: ({ position }) => [state(position)],
      replaceMissed: (_from, to) => state(to),
    });
  }

  /** Ends all streams, and rejects new ones. Their subscribers continue on another gateway, or on the next one. */
  close(): void {
    this.isClosing = true;
    for (const stream of this.streams) stream.close(new StreamEndedError(spreadSeconds()));
  }

  private async checkPosition(after: string): Promise<void> {
    if (!POSITION.test(after))
      throw new BadUserInputError('after is not a position: send that of a message of the subscription.');
    if (Number(after) <= Number(await this.dependencies.reader.latestPosition())) return;
    throw new BadUserInputError('after is a position of another history: subscribe without it.');
  }

  private async start(
    { principal: { expiresAt }, caller }: Subscriber,
    { conditions, access }: Selection,
    past: Parameters<Stream['open']>[0],
    content: Content,
  ): Promise<Stream> {
    const { reader, listeners } = this.dependencies;
    if (this.isClosing) throw new StreamEndedError(spreadSeconds());
    const end = this.open.open(caller);
    listeners.add();
    const stream = new Stream({
      ...content,
      feed: this.feed,
      find: (after, first) => reader.find(conditions, { ...access, first, after, order: 'OLDEST_FIRST' }),
      prunedPosition: async () => (await reader.pruned()).position,
      selects: (event: ResourceEventRecord) => matchesEvent(event, conditions, access),
      onClose: () => {
        stopExpiry();
        this.streams.delete(stream);
        if (this.streams.size === 0) this.messages.clear();
        listeners.remove();
        end();
      },
    });
    const stopExpiry = callAt(expiresAt, () => {
      stream.close(new TokenExpiredError());
    });
    this.streams.add(stream);
    await stream.open(past);
    return stream;
  }
}

/** Calls back at a time that can be farther away than a timer lasts. Returns the function that stops it. */
function callAt(time: Date | undefined, callback: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    if (time === undefined) return;
    const rest = time.getTime() - Date.now();
    if (rest <= 0 && timer !== undefined) callback();
    else timer = setTimeout(wait, Math.min(MAX_TIMER_MS, Math.max(0, rest))).unref();
  };
  wait();
  return () => {
    clearTimeout(timer);
  };
}
