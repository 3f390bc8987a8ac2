/** Single flight: askers of the same thing at the same time share one answer. */
import { setMaxListeners } from 'node:events';
import type { InFlightRequests } from './in-flight-requests';
import { RecentResponses } from './recent-responses';

export interface Caller {
  /** Makes the asker leave. */
  readonly signal: AbortSignal;
  /** When the asker came, by `performance.now()`. */
  readonly arrivedAt: number;
}

export class SingleFlight<Value> {
  private readonly inFlight = new Map<string, SharedCall<Value>>();
  private readonly recent: RecentResponses<Value>;

  /** Answers that have landed are shared with those of the `arrivals` that came before that. */
  constructor(requests: InFlightRequests) {
    this.recent = new RecentResponses(requests);
  }

  /** True when joining would share an answer that somebody else has asked for. */
  has(key: string, { arrivedAt }: Caller): boolean {
    return this.inFlight.has(key) || this.recent.find(key, arrivedAt) !== undefined;
  }

  /**
   * The answer of the flight under this key, which is started when there is none. An answer that has landed is shared
   * with those who came before that: to them it is as fresh as if they had joined in time. An asker whose signal aborts
   * leaves with the reason; the flight itself is aborted once the last one has left.
   */
  join(key: string, caller: Caller, start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const recent = this.recent.find(key, caller.arrivedAt);
    if (recent !== undefined) return Promise.resolve(recent.value);
    return (this.inFlight.get(key) ?? this.startCall(key, start)).join(caller.signal);
  }

  /** Lets those on board arrive, and nobody else join. */
  forgetAll(): void {
    this.inFlight.clear();
    this.recent.clear();
  }

  private startCall(key: string, start: (signal: AbortSignal) => Promise<Value>): SharedCall<Value> {
    const isCurrent = () => this.inFlight.get(key) === call;
    const call = new SharedCall<Value>(
      async (signal) => {
        const value = await start(signal);
        if (isCurrent()) this.recent.add(key, value);
        return value;
      },
      () => {
        if (isCurrent()) this.inFlight.delete(key);
      },
    );
    this.inFlight.set(key, call);
    return call;
  }
}

class SharedCall<Value> {
  private readonly abortController = new AbortController();
  private readonly response: Promise<Value>;
  private callers = 0;
  private ticks: Promise<void> = Promise.resolve();

  constructor(
    start: (signal: AbortSignal) => Promise<Value>,
    private readonly onEnd: () => void,
  ) {
    setMaxListeners(0, this.abortController.signal);
    this.response = start(this.abortController.signal).finally(onEnd);
    // Those on board see the failure for themselves.
    this.response.catch(() => undefined);
  }

  join(signal: AbortSignal): Promise<Value> {
    const isFirst = this.callers === 0;
    this.callers += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        this.callers -= 1;
        if (this.callers > 0) return;
        this.onEnd();
        this.abortController.abort(signal.reason);
      };
      // Every read of a request listens to its signal, which node takes for a leak from the eleventh on.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', leave, { once: true });
      this.response
        .finally(() => (isFirst ? undefined : this.waitForNextTick()))
        .then(resolve, reject)
        .finally(() => {
          signal.removeEventListener('abort', leave);
        });
    });
  }

  /** One after another, so that what many do with the same answer does not hold up all else in the process. */
  private waitForNextTick(): Promise<void> {
    this.ticks = this.ticks.then(() => new Promise(setImmediate));
    return this.ticks;
  }
}
