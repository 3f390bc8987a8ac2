/** The messages of streams. Subscribers share a message, and what was executed for it. */
import { LRUCache } from 'lru-cache';
import { decodeResourceId } from '../domain/ids';
import type { GapRecord, HeartbeatRecord, ResourceUpdateRecord } from '../domain/records/live-message';
import type { ResourceEventRecord } from '../domain/records/resource-event';
import type { ResourceRef } from '../domain/resources';

export type Payload = ResourceEventRecord | GapRecord | HeartbeatRecord | ResourceUpdateRecord;

export class Message {
  /** Results of the message, and contexts that belong to it, by keys of the execution. */
  readonly shared = new Map<string, unknown>();

  /** @param position the position from which a subscriber continues behind the message. */
  constructor(
    readonly payload: Payload,
    readonly position: string,
  ) {}
}

/** The number of messages that later subscribers share, and the milliseconds for which they do. */
const MAX_MESSAGES = 500;
const MAX_AGE_MS = 10_000;

/**
 * The recent messages. Subscribers that reconnect at different positions share the messages, so that many of them cost
 * AWS no more than one.
 */
export class Messages {
  private readonly recent = new LRUCache<string, Message>({ max: MAX_MESSAGES, ttl: MAX_AGE_MS });

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
    return this.shared(
      `state ${position} ${resourceId}`,
      () => new Message({ ref, event: undefined }, position),
    );
  }

  clear(): void {
    this.recent.clear();
  }

  private shared(key: string, create: () => Message): Message {
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const message = create();
    this.recent.set(key, message);
    return message;
  }
}

export function gapMessage(gap: GapRecord): Message {
  return new Message(gap, gap.to);
}

export function heartbeatMessage(heartbeat: HeartbeatRecord): Message {
  return new Message(heartbeat, heartbeat.position);
}
