/**
 * The feed: every event of the history, in order and once, for all subscribers of the gateway. It reads the database behind
 * its position; notifications of the database only say when to read.
 */
import { setImmediate as nextIteration } from 'node:timers/promises';
import type { ResourceEventRecord } from '../domain/records/resource-event';
import { ALL_EVENTS, type HistoryReader } from '../history/queries';
import type { Listening } from '../storage/sql/database';
import { HeartbeatMessage } from './messages';

/** Heartbeats are often enough for proxies that close a connection after a minute without data. */
export const HEARTBEAT_MS = 12_000;
/** The time between two reads without a notification, which can be lost. */
const POLL_MS = 1_000;
/** The same after a read that failed, which is a line in the log. */
const FAILED_POLL_MS = 5_000;
/** The events of one read, far fewer than the queue of a subscriber holds. */
const PAGE_SIZE = 50;
/** The subscribers that get events in one iteration of the event loop. */
const SUBSCRIBERS_PER_ITERATION = 50;

export interface FeedSubscriber {
  receive(events: readonly ResourceEventRecord[]): void;
  /** All events until the time of the heartbeat have been received. */
  beat(heartbeat: HeartbeatMessage): void;
  close(error: Error): void;
}

export interface FeedDependencies {
  readonly reader: Pick<HistoryReader, 'find' | 'latestPosition'>;
  /** Calls back after events were appended, on this gateway or another one. */
  readonly listen: (onAppend: () => void) => Listening;
  /** Defaults to HEARTBEAT_MS; tests set a shorter one. */
  readonly heartbeatMs?: number | undefined;
}

/** The feed while somebody subscribes. */
interface Run {
  /** All events up to this position were sent. */
  position: string;
  beatAt: Date;
  isOver: boolean;
  readonly hints: Hints;
  readonly stop: () => void;
}

export class EventFeed {
  private readonly subscribers = new Set<FeedSubscriber>();
  private run: Promise<Run> | undefined;

  constructor(private readonly dependencies: FeedDependencies) {}

  /** Adds a subscriber, which receives the events behind the returned position. Throws HistoryUnavailableError. */
  async join(subscriber: FeedSubscriber): Promise<string> {
    this.run ??= this.start();
    const { run } = this;
    try {
      const state = await run;
      // The last subscriber left meanwhile, and ended the run.
      if (this.run !== run) return await this.join(subscriber);
      this.subscribers.add(subscriber);
      return state.position;
    } catch (error) {
      if (this.run === run) this.run = undefined;
      throw error;
    }
  }

  leave(subscriber: FeedSubscriber): void {
    this.subscribers.delete(subscriber);
    const { run } = this;
    if (this.subscribers.size > 0 || run === undefined) return;
    this.run = undefined;
    void run.then(
      (state) => {
        state.stop();
      },
      () => undefined,
    );
  }

  private async start(): Promise<Run> {
    const { reader, listen } = this.dependencies;
    const hints = new Hints();
    // Listens first: an event behind the position is then announced.
    const listening = listen(() => {
      hints.give();
    });
    const stop = () => {
      run.isOver = true;
      hints.give();
      void listening.close();
    };
    const run: Run = { position: '', beatAt: new Date(), isOver: false, hints, stop };
    try {
      run.position = await reader.latestPosition();
    } catch (error) {
      stop();
      throw error;
    }
    void this.follow(run);
    return run;
  }

  private async follow(run: Run): Promise<void> {
    const { heartbeatMs = HEARTBEAT_MS } = this.dependencies;
    while (!run.isOver) {
      const time = new Date();
      // The reader logs the failure. Without heartbeats, subscribers know that they may lack events.
      const isRead = await this.read(run).then(
        () => true,
        () => false,
      );
      if (isRead && time.getTime() >= run.beatAt.getTime() + heartbeatMs) {
        const heartbeat = new HeartbeatMessage({ position: run.position, time, since: run.beatAt });
        run.beatAt = time;
        await this.forEach(run, (subscriber) => {
          subscriber.beat(heartbeat);
        });
      }
      await run.hints.wait(isRead ? POLL_MS : FAILED_POLL_MS);
    }
  }

  /** Sends all events behind the position. Throws HistoryUnavailableError. */
  private async read(run: Run): Promise<void> {
    let hasNext = true;
    while (hasNext && !run.isOver) {
      const page = { ...ALL_EVENTS, first: PAGE_SIZE, after: run.position, order: 'OLDEST_FIRST' } as const;
      const { events, hasNext: isMore } = await this.dependencies.reader.find({}, page);
      run.position = events.at(-1)?.position ?? run.position;
      hasNext = isMore;
      if (events.length === 0) continue;
      await this.forEach(run, (subscriber) => {
        subscriber.receive(events);
      });
    }
  }

  /** Calls back for each current subscriber, with pauses for other work of the gateway. */
  private async forEach(run: Run, work: (subscriber: FeedSubscriber) => void): Promise<void> {
    const subscribers = [...this.subscribers];
    for (let start = 0; start < subscribers.length && !run.isOver; start += SUBSCRIBERS_PER_ITERATION) {
      for (const subscriber of subscribers.slice(start, start + SUBSCRIBERS_PER_ITERATION)) {
        // It may have left meanwhile.
        if (!this.subscribers.has(subscriber)) continue;
        try {
          work(subscriber);
        } catch (error) {
          subscriber.close(error as Error);
        }
      }
      await nextIteration();
    }
  }
}

/** Hints to read. A hint during a read leads to another one. */
class Hints {
  private isGiven = false;
  private wake: (() => void) | undefined;

  give(): void {
    this.isGiven = true;
    this.wake?.();
  }

  /** Resolves at a hint, or after some milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.isGiven) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds).unref();
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    this.isGiven = false;
  }
}
