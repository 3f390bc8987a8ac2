/**
 * The connection of the leading tab: a stream, or queries of the history while streams do not come through. Whatever fails, it
 * sends one request at a time, and waits longer after each failure.
 */
import { localError, toGatewayError, type GatewayError } from '../relay/gateway-error';
import { backoffMs } from './backoff';
import type { Gateway, LiveEvent, LiveStatus, Message, UnwatchedList } from './messages';

/** Rejections that come again until somebody signs in or grants access. */
const TERMINAL = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'HISTORY_OFF', 'BAD_USER_INPUT']);
/** Streams without a message in a row, after which a query says whether the gateway or only its streams are unavailable. */
const BLOCKED_STREAMS = 2;
export const POLL_SECONDS = 30;
/** Every tenth poll tries a stream again. */
const POLLS_PER_STREAM = 10;
/** The pages of one poll; behind them, what is shown is read again instead. */
const MAX_PAGES = 3;
/** The first message comes at once, unless a proxy keeps it back. */
const FIRST_MESSAGE_MS = 10_000;
/** Heartbeats come every 12 seconds. */
const SILENCE_MS = 30_000;
/** A tab that is shown again does not wait for a connection that may be dead. */
const STALE_MS = 15_000;
const MIN_ATTEMPT_MS = 2_000;
/** The clocks of the browser and of the gateway differ. Events that are known already have no effect. */
const OVERLAP_MS = 60_000;

export interface LeaderOptions {
  readonly gateway: Gateway;
  readonly onMessage: (message: Message) => void;
  readonly onStatus: (status: LiveStatus) => void;
  readonly isKnown: (event: LiveEvent) => boolean;
  /** The position behind which the tabs miss events; undefined when it is not known. */
  readonly position: string | undefined;
  /** Milliseconds since 1970: the tabs have all events before. */
  readonly since: number;
}

export class Leader {
  #position: string | undefined;
  /** The place of the last poll in the history; undefined after messages of a stream. */
  #polled: { readonly since: string; readonly after: string | undefined } | undefined;
  #unwatched: readonly UnwatchedList[] = [];
  #failures = 0;
  #failedStreams = 0;
  #polls = 0;
  #pausedSince: number | undefined;
  #messageAt: number;
  #attemptAt = 0;
  #isOver = false;
  #isStopped = false;
  #isWaiting = false;
  /** Ends the wait or the stream that is going on. */
  #interrupt: () => void = () => undefined;

  constructor(private readonly options: LeaderOptions) {
    this.#position = options.position;
    this.#messageAt = options.since;
  }

  /** Resolves when the leader was closed. */
  async run(): Promise<void> {
    do {
      this.#attemptAt = Date.now();
      const milliseconds = await this.#attempt();
      await this.#wait(milliseconds);
    } while (!this.#isOver);
  }

  close(): void {
    this.#isOver = true;
    this.#interrupt();
  }

  /** Connects at once, unless the connection works or the gateway refuses. */
  wake(): void {
    if (this.#isStopped || Date.now() - this.#attemptAt < MIN_ATTEMPT_MS) return;
    if (this.#isWaiting || Date.now() - this.#messageAt >= STALE_MS) this.#interrupt();
  }

  /** Ends the wait for the next attempt, also after the gateway has refused. */
  restart(): void {
    if (!this.#isWaiting) return;
    if (this.#isStopped) this.options.onStatus({ phase: 'CONNECTING' });
    this.#isStopped = false;
    this.#interrupt();
  }

  /** Returns the milliseconds until the next attempt; undefined for none. */
  async #attempt(): Promise<number | undefined> {
    const isBlocked = this.#failedStreams >= BLOCKED_STREAMS;
    // Before the first stream, a query says whether the gateway has a history: with a status that is no error of the browser.
    if (isBlocked || (this.#position === undefined && this.#polled === undefined)) {
      const error = await this.#poll();
      if (error !== undefined) return this.#pause(error);
    }
    if (isBlocked && this.#polls % POLLS_PER_STREAM !== 0) return this.#continuePolling();
    const error = await this.#stream();
    if (isBlocked && this.#failedStreams >= BLOCKED_STREAMS && !TERMINAL.has(error.code))
      return this.#continuePolling();
    return this.#pause(error);
  }

  #continuePolling(): number {
    this.#polls += 1;
    this.#pausedSince = undefined;
    this.options.onStatus({ phase: 'POLLING', unwatched: this.#unwatched });
    return POLL_SECONDS * 1_000;
  }

  #pause({ code, message, retryAfterSeconds }: GatewayError): number | undefined {
    this.#polls = 0;
    if (TERMINAL.has(code)) {
      this.#isStopped = true;
      this.#pausedSince = undefined;
      this.#position = undefined;
      this.#polled = undefined;
      this.options.onStatus(
        code === 'HISTORY_OFF' ? { phase: 'OFF' } : { phase: 'STOPPED', reason: message },
      );
      return undefined;
    }
    this.#failures += 1;
    this.#pausedSince ??= Date.now();
    this.options.onStatus({ phase: 'PAUSED', since: this.#pausedSince });
    if (code === 'TOKEN_EXPIRED' && this.#failures === 1) return 0;
    return backoffMs(this.#failures, retryAfterSeconds, Math.random());
  }

  /** Reads the events since the poll before, or since the last message. Returns the error. */
  async #poll(isStreaming = false): Promise<GatewayError | undefined> {
    this.#polled ??= { since: new Date(this.#messageAt - OVERLAP_MS).toISOString(), after: undefined };
    const { since } = this.#polled;
    try {
      for (let page = 1; ; page += 1) {
        const { events, cursor, unwatched, hasMore } = await this.options.gateway.poll(this.#polled);
        if (this.#isOver) return undefined;
        this.#polled = { since, after: cursor };
        this.#unwatched = unwatched;
        this.#messageAt = Date.now();
        this.#failures = 0;
        const unknown = events.filter((event) => !this.options.isKnown(event));
        // A stream is already behind these events.
        const position = (isStreaming ? undefined : unknown.at(-1)?.position) ?? this.#position;
        this.#receive({ kind: 'EVENTS', position, events: unknown });
        if (!hasMore) return undefined;
        if (page === MAX_PAGES) {
          this.#receive({ kind: 'MISSED', position: this.#position });
          return undefined;
        }
      }
    } catch (error) {
      return toGatewayError(error);
    }
  }

  /** Resolves with the reason when the stream has ended. */
  #stream(): Promise<GatewayError> {
    this.#failedStreams += 1;
    const after = this.#position;
    return new Promise((resolve) => {
      const end = (error: GatewayError) => {
        clearTimeout(timer);
        close();
        resolve(error);
      };
      const watch = (milliseconds: number) =>
        setTimeout(() => {
          end(localError('TIMEOUT', 'The stream was silent.'));
        }, milliseconds);
      let timer = watch(FIRST_MESSAGE_MS);
      let isFirst = true;
      const close = this.options.gateway.open(after, {
        ended: end,
        next: ({ unwatched, ...message }) => {
          clearTimeout(timer);
          timer = watch(SILENCE_MS);
          this.#messageAt = Date.now();
          this.#failures = 0;
          this.#failedStreams = 0;
          this.#polls = 0;
          this.#pausedSince = undefined;
          if (unwatched !== undefined) this.#unwatched = unwatched;
          this.#receive(message);
          this.options.onStatus({ phase: 'LIVE', unwatched: this.#unwatched });
          // Without a position, the stream began with the next event. The history has those since the last poll.
          if (isFirst && after === undefined) void this.#catchUp();
          else if (isFirst) this.#polled = undefined;
          isFirst = false;
        },
      });
      this.#interrupt = () => {
        end(localError('NETWORK', 'The stream was interrupted.'));
      };
    });
  }

  async #catchUp(): Promise<void> {
    const error = await this.#poll(true);
    this.#polled = undefined;
    if (error !== undefined && !this.#isOver) this.#receive({ kind: 'MISSED', position: this.#position });
  }

  #receive(message: Message): void {
    this.#position = message.position ?? this.#position;
    this.options.onMessage(message);
  }

  #wait(milliseconds: number | undefined): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    this.#isWaiting = true;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#isWaiting = false;
        resolve();
      };
      const timer = milliseconds === undefined ? undefined : setTimeout(end, milliseconds);
      this.#interrupt = end;
    });
  }
}
