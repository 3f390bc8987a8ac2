/** The messages of streams. Subscribers share a message, and the results of its executions. */
import { LRUCache } from 'lru-cache';
import { decodeResourceId } from '../domain/ids';
import type { GapRecord, HeartbeatRecord, ResourceUpdateRecord } from '../domain/records/live-message';
import type { ResourceEventRecord } from '../domain/records/resource-event';
import type { ResourceRef } from '../domain/resources';

export type Payload = ResourceEventRecord | GapRecord | HeartbeatRecord | ResourceUpdateRecord;

export class Message {
  /** Results and contexts by keys of the execution; undefined when the message is too old to share them. */
  private shared: Map<string, unknown> | undefined = new Map();

  /** @param position the position from which a subscriber continues behind the message. */
  constructor(
    readonly payload: Payload,
    readonly position: string,
  ) {}

  /** The value that a subscriber has created with the key, or a new one. */
  share<Value>(key: string, create: () => Value): Value {
    if (this.shared?.has(key) === true) return this.shared.get(key) as Value;
    const value = create();
    this.shared?.set(key, value);
    return value;
  }

  /** Frees the memory of the values: slow readers keep the message in their queues. */
  expire(): void {
    this.shared = undefined;
  }
}

/** The number of messages that subscribers share, and the milliseconds for which they do. */
const MAX_MESSAGES = 500;
const MAX_AGE_MS = 10_000;
/** The milliseconds for which subscribers share a read of the state of a resource. */
const STATE_AGE_MS = 1_000;

/**
 * The recent messages. Subscribers that reconnect at different positions share the messages, so that many of them cost
 * AWS no more than one.
 */
export class Messages {
  private readonly recent = new LRUCache<string, Message>({
    max: MAX_MESSAGES,
    ttl: MAX_AGE_MS,
    ttlAutopurge: true,
    dispose: (message) => {
      message.expire();
    },
  });

  event(event: ResourceEventRecord): Message {
    return this.shared(`event ${event.position}`, () => new Message(event, event.position));
  }

  /** The update of the resource that the event changed. */
  update(event: ResourceEventRecord): Message {
    const { position, resourceId } = event;
    const ref = decodeResourceId(resourceId);
    return this.shared(`update ${position}`, () => new Message({ ref, event }, position));
  }

  /** An update without an event: the resource as it is at the position, or later. */
  state(ref: ResourceRef, resourceId: string, position: string): Message {
    const key = `state ${position} ${resourceId}`;
    return this.shared(key, () => new Message({ ref, event: undefined }, position), STATE_AGE_MS);
  }

  clear(): void {
    this.recent.clear();
  }

  private shared(key: string, create: () => Message, ttl = MAX_AGE_MS): Message {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const message = create();
    this.recent.set(key, message, { ttl });
    return message;
  }
}

export function gapMessage(gap: GapRecord): Message {
  return new Message(gap, gap.to);
}

export class HeartbeatMessage extends Message {
  constructor(override readonly payload: HeartbeatRecord) {
    super(payload, payload.position);
  }
}
