/** The bounded queue of one subscriber. One message replaces the messages that a slow reader missed. */
import type { Message } from './messages';

/** The messages that a queue holds. */
export const MAX_QUEUED = 250;

type Next = IteratorResult<Message, undefined>;

interface Reader {
  readonly resolve: (next: Next) => void;
  readonly reject: (error: unknown) => void;
}

interface Missed {
  /** The position of the last message before the missed ones. */
  readonly from: string;
  /** The position of the last missed message. */
  to: string;
}

export class MessageQueue {
  private readonly messages: Message[] = [];
  private missed: Missed | undefined;
  private reader: Reader | undefined;
  private end: { error: Error | undefined } | undefined;

  /** @param replaceMissed creates the message that replaces the missed ones. */
  constructor(private readonly replaceMissed: (from: string, to: string) => Message) {}

  /** True when the reader has received every message. */
  get isDrained(): boolean {
    return this.messages.length === 0 && this.missed === undefined;
  }

  push(message: Message): void {
    if (this.end !== undefined) return;
    if (this.reader !== undefined) {
      this.take()?.resolve({ done: false, value: message });
      return;
    }
    // Until the reader has caught up, every message is a missed one: the queue keeps the order.
    if (this.missed !== undefined) this.missed.to = message.position;
    else if (this.messages.length < MAX_QUEUED) this.messages.push(message);
    else this.missed = { from: this.messages.at(-1)?.position ?? message.position, to: message.position };
  }

  /** Rejects once with the error of `close`. The reader waits for one message at a time. */
  next(): Promise<Next> {
    const { end, missed } = this;
    if (end !== undefined) {
      const { error } = end;
      end.error = undefined;
      return error === undefined ? Promise.resolve({ done: true, value: undefined }) : Promise.reject(error);
    }
    const value = this.messages.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (missed !== undefined) {
      this.missed = undefined;
      return Promise.resolve({ done: false, value: this.replaceMissed(missed.from, missed.to) });
    }
    return new Promise((resolve, reject) => {
      this.reader = { resolve, reject };
    });
  }

  /** Ends the queue without its remaining messages: a subscriber continues behind the last one that it received. */
  close(error?: Error): void {
    if (this.end !== undefined) return;
    this.end = { error };
    this.messages.length = 0;
    this.missed = undefined;
    const reader = this.take();
    if (reader === undefined) return;
    this.end.error = undefined;
    if (error === undefined) reader.resolve({ done: true, value: undefined });
    else reader.reject(error);
  }

  private take(): Reader | undefined {
    const { reader } = this;
    this.reader = undefined;
    return reader;
  }
}
