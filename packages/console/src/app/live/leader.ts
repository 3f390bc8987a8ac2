/**
 * The connection of the leading tab: a stream, or queries of the history while streams do not come through. It sends one request
 * at a time, and waits longer after each failure.
 */
import { localError, toGatewayError, type GatewayError } from '../relay/gateway-error';
import { backoffMs } from './backoff';
import type { Gateway, LiveEvent, LiveStatus, Message, Place, UnwatchedList } from './messages';

/** Rejections that come again until somebody signs in or grants access. */
const TERMINAL = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'HISTORY_OFF', 'BAD_USER_INPUT']);
/** Failures of a stream that a proxy may cause. */
const OF_PROXIES = new Set(['NETWORK', 'TIMEOUT', 'UNEXPECTED_RESPONSE']);
/** Streams without a message in a row, after which a query finds out whether the gateway or only its streams are unavailable. */
const BLOCKED_STREAMS = 2;
export const POLL_SECONDS = 30;
/** Every tenth poll tries a stream again. */
const POLLS_PER_STREAM = 10;
/** The pages of one poll. If there are more, the tabs read again what they show. */
const MAX_PAGES = 3;
/** The first message comes at once, unless a proxy keeps it back. */
const FIRST_MESSAGE_MS = 10_000;
/** Heartbeats come every 12 seconds. */
const SILENCE_MS = 30_000;
/** A tab that is shown again does not wait for a connection that may be dead. */
const STALE_MS = 15_000;
/** A stream that ends sooner counts as a failure, so that streams that always end do not follow each other quickly. */
const STABLE_MS = 15_000;
const MIN_ATTEMPT_MS = 2_000;
/** The clocks of the browser and of the gateway differ. Events that are known already have no effect. */
const OVERLAP_MS = 60_000;

interface LeaderOptions {
  readonly gateway: Gateway;
  readonly onMessage: (message: Message) => void;
  readonly onStatus: (status: LiveStatus) => void;
  readonly isKnown: (event: LiveEvent) => boolean;
  /** The position behind which the tabs miss events; undefined when it is not known. */
  readonly position: string | undefined;
  /** Milliseconds since 1970: the tabs have all events before. */
  readonly since: number;
}

/** The end of a request or stream that `close`, `wake` or `restart` interrupted. It is no failure. */
const INTERRUPTED = 'INTERRUPTED';
type End = GatewayError | typeof INTERRUPTED;

export class Leader {
  #position: string | undefined;
  /** The place of the last poll; undefined after messages of a stream. */
  #place: Place | undefined;
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
  #isStreaming = false;
  /** True from the end of a stable stream, or of a rejected position, to the next stable stream. */
  #hasConnectedAtOnce = false;
  #wakeTimer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the wait, the query or the stream that is going on. */
  #interrupt: () => void = () => undefined;

  constructor(private readonly options: LeaderOptions) {
    this.#position = options.position;
    this.#messageAt = options.since;
  }

  /** Resolves when the leader was closed. */
  async run(): Promise<void> {
    while (!this.#isOver) {
      this.#attemptAt = Date.now();
      const milliseconds = await this.#attempt();
      await this.#wait(milliseconds);
    }
  }

  close(): void {
    this.#isOver = true;
    clearTimeout(this.#wakeTimer);
    this.#interrupt();
  }

  /** Connects at once, unless the connection works or the gateway refuses. */
  wake(): void {
    if (this.#isStopped || this.#isOver) return;
    if (this.#isStreaming && Date.now() - this.#messageAt < STALE_MS) return;
    clearTimeout(this.#wakeTimer);
    const early = this.#attemptAt + MIN_ATTEMPT_MS - Date.now();
    if (early <= 0) this.#interrupt();
    else if (this.#isWaiting) {
      this.#wakeTimer = setTimeout(() => {
        this.wake();
      }, early);
    }
  }

  /** Connects at once, also after the gateway has refused, unless there is a connection. */
  restart(): void {
    if (!this.#isWaiting) {
      this.wake();
      return;
    }
    if (this.#isStopped) this.options.onStatus({ phase: 'CONNECTING' });
    this.#isStopped = false;
    this.#interrupt();
  }

  /** Returns the milliseconds until the next attempt; undefined for none. */
  async #attempt(): Promise<number | undefined> {
    const isBlocked = this.#failedStreams >= BLOCKED_STREAMS;
    // Before the first stream, a query finds out whether the gateway has a history: its failure is no error of the browser.
    if (isBlocked || (this.#position === undefined && this.#place === undefined)) {
      const end = await this.#poll();
      if (end !== undefined) return this.#pause(end);
    }
    if (isBlocked && this.#polls % POLLS_PER_STREAM !== 0) return this.#continuePolling();
    const end = await this.#stream();
    const isStillBlocked = isBlocked && this.#failedStreams >= BLOCKED_STREAMS;
    if (isStillBlocked && end !== INTERRUPTED && !TERMINAL.has(end.code)) return this.#continuePolling();
    return this.#pause(end);
  }

  #continuePolling(): number {
    this.#polls += 1;
    this.#failures = 0;
    this.#pausedSince = undefined;
    this.options.onStatus({ phase: 'POLLING', unwatched: this.#unwatched });
    return POLL_SECONDS * 1_000;
  }

  #pause(end: End): number | undefined {
    if (this.#isOver || end === INTERRUPTED) return 0;
    const { code, message, retryAfterSeconds } = end;
    this.#polls = 0;
    if (code === 'BAD_USER_INPUT' && this.#hasPlace && !this.#hasConnectedAtOnce) {
      // The history was replaced, for example by a backup.
      this.#hasConnectedAtOnce = true;
      this.#forgetPlace();
      this.options.onMessage({ kind: 'MISSED', position: undefined });
      return 0;
    }
    if (TERMINAL.has(code)) {
      this.#isStopped = true;
      this.#pausedSince = undefined;
      this.#forgetPlace();
      this.options.onStatus(
        code === 'HISTORY_OFF' ? { phase: 'OFF' } : { phase: 'STOPPED', reason: message },
      );
      return undefined;
    }
    this.#failures += 1;
    this.#pausedSince ??= Date.now();
    this.options.onStatus({ phase: 'PAUSED', since: this.#pausedSince });
    if (code === 'TOKEN_EXPIRED' && this.#failures === 1 && !this.#hasConnectedAtOnce) {
      this.#hasConnectedAtOnce = true;
      return 0;
    }
    return backoffMs(this.#failures, retryAfterSeconds, Math.random());
  }

  get #hasPlace(): boolean {
    return (this.#position ?? this.#place?.after) !== undefined;
  }

  #forgetPlace(): void {
    this.#position = undefined;
    this.#place = undefined;
  }

  /** Reads the events since the poll before, or since the last message. */
  async #poll(): Promise<End | undefined> {
    const interrupted = new Promise<typeof INTERRUPTED>((resolve) => {
      this.#interrupt = () => {
        resolve(INTERRUPTED);
      };
    });
    try {
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const place = (this.#place ??= this.#overlap());
        const polled = await Promise.race([this.options.gateway.poll(place), interrupted]);
        if (this.#isOver || polled === INTERRUPTED) return INTERRUPTED;
        const { events, cursor, unwatched, hasMore } = polled;
        this.#place = { ...place, after: cursor ?? place.after };
        this.#unwatched = unwatched;
        this.#messageAt = Date.now();
        const unknown = events.filter((event) => !this.options.isKnown(event));
        const last = (this.#position === undefined ? events : unknown).at(-1);
        this.#receive({ kind: 'EVENTS', position: last?.position ?? this.#position, events: unknown });
        if (!hasMore) return undefined;
      }
    } catch (error) {
      return toGatewayError(error);
    }
    this.#place = undefined;
    this.#receive({ kind: 'MISSED', position: this.#position });
    return undefined;
  }

  /** Resolves when the stream has ended. */
  #stream(): Promise<End> {
    if (this.#isOver) return Promise.resolve(INTERRUPTED);
    const after = this.#position;
    let firstAt: number | undefined;
    return new Promise((resolve) => {
      const end = (reason: End) => {
        clearTimeout(timer);
        close();
        this.#isStreaming = false;
        if (firstAt === undefined && reason !== INTERRUPTED && OF_PROXIES.has(reason.code))
          this.#failedStreams += 1;
        if (firstAt !== undefined && Date.now() - firstAt >= STABLE_MS) {
          this.#failures = 0;
          this.#hasConnectedAtOnce = false;
        }
        resolve(reason);
      };
      const watch = (milliseconds: number) =>
        setTimeout(() => {
          end(localError('TIMEOUT', 'The stream was silent.'));
        }, milliseconds);
      let timer = watch(FIRST_MESSAGE_MS);
      const close = this.options.gateway.open(after, {
        ended: end,
        next: ({ unwatched, ...message }) => {
          clearTimeout(timer);
          timer = watch(SILENCE_MS);
          const isFirst = firstAt === undefined;
          firstAt ??= Date.now();
          // Without a position, the stream began with the next event. The history has those since the last poll.
          if (isFirst && after === undefined) void this.#catchUp(this.#place ?? this.#overlap());
          this.#messageAt = Date.now();
          this.#isStreaming = true;
          this.#failedStreams = 0;
          this.#polls = 0;
          this.#place = undefined;
          this.#pausedSince = undefined;
          if (unwatched !== undefined) this.#unwatched = unwatched;
          this.#receive(message);
          this.options.onStatus({ phase: 'LIVE', unwatched: this.#unwatched });
        },
      });
      this.#interrupt = () => {
        end(INTERRUPTED);
      };
    });
  }

  /** Reads the events before the stream. They do not change the position: the stream is already behind them. */
  async #catchUp(from: Place): Promise<void> {
    let place = from;
    try {
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { events, cursor, hasMore } = await this.options.gateway.poll(place);
        if (this.#isOver) return;
        place = { ...place, after: cursor ?? place.after };
        const unknown = events.filter((event) => !this.options.isKnown(event));
        this.#receive({ kind: 'EVENTS', position: this.#position, events: unknown });
        if (!hasMore) return;
      }
    } catch {
      if (this.#isOver) return;
    }
    this.#receive({ kind: 'MISSED', position: this.#position });
  }

  #overlap(): Place {
    return { since: new Date(this.#messageAt - OVERLAP_MS).toISOString(), after: undefined };
  }

  #receive(message: Message): void {
    this.#position = message.position ?? this.#position;
    this.options.onMessage(message);
  }

  #wait(milliseconds: number | undefined): Promise<void> {
    if (this.#isOver || milliseconds === 0) return Promise.resolve();
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
