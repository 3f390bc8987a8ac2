// A client of one stream: it sends a subscription with fetch, and reads server-sent events.
import { setTimeout as delay } from 'node:timers/promises';
import { endWithFile } from './cleanup';
import type { GraphqlAnswer, GraphqlError } from './gateway';

/** Milliseconds to wait for a message: longer than a heartbeat takes. */
const PATIENCE_MS = 15_000;

export type StreamMessage = Readonly<Record<string, unknown>> & { readonly __typename?: string };

/** A result of the subscription, `complete`, or `closed` when the connection ended without it. */
export type StreamResult = GraphqlAnswer<Record<string, StreamMessage>> | 'complete' | 'closed';

export interface StreamRequest {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export class EventStream {
  private readonly chunks;
  private readonly controller;
  private text = '';
  private pending: Promise<IteratorResult<string>> | undefined;

  private constructor(
    readonly response: Response,
    controller: AbortController,
  ) {
    if (response.body === null) throw new Error('The response has no body.');
    this.chunks = response.body.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
    this.controller = controller;
    endWithFile(() => {
      this.abort();
    });
  }

  /** @param url the URL of queries. Throws for a response other than a stream. */
  static async open(url: string, request: StreamRequest): Promise<EventStream> {
    const controller = new AbortController();
    const response = await requestStream(url, request, controller.signal);
    if (response.status !== 200) throw new Error(`No stream: ${response.status} ${await response.text()}`);
    return new EventStream(response, controller);
  }

  /** The next result, without comments. */
  async result(patienceMs = PATIENCE_MS): Promise<StreamResult> {
    for (;;) {
      const end = this.text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.text.slice(0, end);
        this.text = this.text.slice(end + 2);
        if (block.startsWith('event: complete')) return 'complete';
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) return JSON.parse(data) as StreamResult;
        continue;
      }
      this.pending ??= this.chunks.next();
      const chunk = await Promise.race([this.pending, delay(patienceMs, undefined, { ref: false })]);
      if (chunk === undefined) throw new Error(`No message for ${patienceMs} ms: ${this.text}`);
      this.pending = undefined;
      if (chunk.done === true) return 'closed';
      this.text += chunk.value;
    }
  }

  /** The message of the next result. Throws when the stream ends or has an error. */
  async message(): Promise<StreamMessage> {
    const result = await this.result();
    if (typeof result === 'string' || result.data == null || result.errors !== undefined)
      throw new Error(`There is no message: ${JSON.stringify(result)}`);
    const [message] = Object.values(result.data);
    if (message === undefined) throw new Error('The result is empty.');
    return message;
  }

  /** The next message of a type; messages of other types are skipped. */
  async next(type: string): Promise<StreamMessage> {
    for (;;) {
      const message = await this.message();
      if (message.__typename === type) return message;
    }
  }

  /** The errors of the result that ends the stream. */
  async end(): Promise<readonly GraphqlError[]> {
    for (;;) {
      const result = await this.result();
      if (typeof result === 'string') throw new Error(`The stream ended without an error: ${result}`);
      if (result.errors !== undefined && !('data' in result)) return result.errors;
    }
  }

  abort(): void {
    this.controller.abort();
  }
}

/** The response to a subscription, also one that rejects it. */
export function requestStream(
  url: string,
  { query, variables, headers }: StreamRequest,
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${url}/stream`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: signal ?? null,
  });
}

/** A subscription to events, with all that a subscriber needs to continue. */
export const EVENT_STREAM = `subscription ($after: String, $filter: ResourceEventFilter) {
  resourceEvents(after: $after, filter: $filter) {
    __typename
    ... on ResourceEvent { position type cause kind resourceId changes { field before after } }
    ... on Gap { from to reason }
    ... on Heartbeat { position time }
  }
}`;
