/** Single-flight: concurrent identical reads share one AWS call. */
import { setMaxListeners } from 'node:events';
import { InFlightMap } from '../../domain/in-flight';
import type { InFlightRequests } from './in-flight-requests';
import { RecentResponses } from './recent-responses';

export interface Caller {
  /** Aborts the wait of this caller. */
  readonly signal: AbortSignal;
  /** The arrival of the request, on the clock of `performance.now()`. */
  readonly arrivedAt: number;
}

export class SingleFlight<Value> {
  private readonly inFlight = new InFlightMap<SharedCall<Value>>();
  private readonly recent: RecentResponses<Value>;

  /** @param requests the requests in flight. Those that arrived before a call ended share its response as well. */
  constructor(requests: InFlightRequests) {
    this.recent = new RecentResponses(requests);
  }

  /** True when `join` would share the call of another caller. */
  has(key: string, { arrivedAt }: Caller): boolean {
    return this.inFlight.get(key) !== undefined || this.recent.find(key, arrivedAt) !== undefined;
  }

  /**
   * The response of the call with this key; starts the call when there is none. Callers that arrived before a call ended
   * share its response, because for them it is as fresh as their own. Rejects with the reason of the caller's signal when
   * that aborts; the call itself is aborted when all its callers have aborted.
   */
  join(key: string, caller: Caller, start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const recent = this.recent.find(key, caller.arrivedAt);
    if (recent !== undefined) return Promise.resolve(recent.value);
    return (this.inFlight.get(key) ?? this.startCall(key, start)).join(caller.signal);
  }

  /** Prevents further callers from joining. Current callers still receive their response. */
  forgetAll(): void {
    this.inFlight.clear();
    this.recent.clear();
  }

  private startCall(key: string, start: (signal: AbortSignal) => Promise<Value>): SharedCall<Value> {
    const isCurrent = () => this.inFlight.get(key) === call;
    const call = new SharedCall<Value>(
      start,
      (value) => {
        if (isCurrent()) this.recent.add(key, value);
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
    private readonly onResponse: (value: Value) => void,
    private readonly onEnd: () => void,
  ) {
    this.response = this.run(start);
  }

  join(signal: AbortSignal): Promise<Value> {
    const isFirst = this.callers === 0;
    this.callers += 1;
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        reject(signal.reason as Error);
        this.callers -= 1;
        if (this.callers > 0) return;
        this.onEnd();
        this.abortController.abort(signal.reason);
      };
      // Every read of a request adds a listener, and Node.js warns of a leak from the eleventh listener on.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', onAbort, { once: true });
      const settle =
        <Result>(deliver: (result: Result) => void) =>
        (result: Result) => {
          const end = () => {
            signal.removeEventListener('abort', onAbort);
            deliver(result);
          };
          if (isFirst) end();
          else void this.waitForNextTick().then(end);
        };
      this.response.then(settle(resolve), settle(reject));
    });
  }

  private async run(start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    try {
      const value = await start(this.abortController.signal);
      this.onResponse(value);
      return value;
    } finally {
      this.onEnd();
    }
  }

  /** Resolves the callers in separate ticks, so that their work on one response does not block the event loop. */
  private waitForNextTick(): Promise<void> {
    this.ticks = this.ticks.then(() => new Promise(setImmediate));
    return this.ticks;
  }
}
