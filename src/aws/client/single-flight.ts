/** Single flight: askers of the same thing at the same time share one answer. */
import { setMaxListeners } from 'node:events';
import type { Arrivals } from './in-flight-requests';
import { AtHand } from './recent-responses';

export interface Asker {
  /** Makes the asker leave. */
  readonly signal: AbortSignal;
  /** When the asker came, by `performance.now()`. */
  readonly since: number;
}

export class Flights<Value> {
  private readonly inFlight = new Map<string, Flight<Value>>();
  private readonly landed: AtHand<Value>;

  /** Answers that have landed are shared with those of the `arrivals` that came before that. */
  constructor(arrivals: Arrivals) {
    this.landed = new AtHand(arrivals);
  }

  /** True when joining would share an answer that somebody else has asked for. */
  has(key: string, { since }: Asker): boolean {
    return this.inFlight.has(key) || this.landed.find(key, since) !== undefined;
  }

  /**
   * The answer of the flight under this key, which is started when there is none. An answer that has landed is shared
   * with those who came before that: to them it is as fresh as if they had joined in time. An asker whose signal aborts
   * leaves with the reason; the flight itself is aborted once the last one has left.
   */
  join(key: string, asker: Asker, start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const landed = this.landed.find(key, asker.since);
    if (landed !== undefined) return Promise.resolve(landed.value);
    return (this.inFlight.get(key) ?? this.launch(key, start)).board(asker.signal);
  }

  /** Lets those on board arrive, and nobody else join. */
  close(): void {
    this.inFlight.clear();
    this.landed.clear();
  }

  private launch(key: string, start: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const isOurs = () => this.inFlight.get(key) === flight;
    const flight = new Flight<Value>(
      async (signal) => {
        const value = await start(signal);
        if (isOurs()) this.landed.keep(key, value);
        return value;
      },
      () => {
        if (isOurs()) this.inFlight.delete(key);
      },
    );
    this.inFlight.set(key, flight);
    return flight;
  }
}

class Flight<Value> {
  private readonly over = new AbortController();
  private readonly answer: Promise<Value>;
  private askers = 0;
  private exits: Promise<void> = Promise.resolve();

  constructor(
    start: (signal: AbortSignal) => Promise<Value>,
    private readonly end: () => void,
  ) {
    setMaxListeners(0, this.over.signal);
    this.answer = start(this.over.signal).finally(end);
    // Those on board see the failure for themselves.
    this.answer.catch(() => undefined);
  }

  board(signal: AbortSignal): Promise<Value> {
    const isFirst = this.askers === 0;
    this.askers += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        reject(signal.reason as Error);
        this.askers -= 1;
        if (this.askers > 0) return;
        this.end();
        this.over.abort(signal.reason);
      };
      // Every read of a request listens to its signal, which node takes for a leak from the eleventh on.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', leave, { once: true });
      this.answer
        .finally(() => (isFirst ? undefined : this.takeExit()))
        .then(resolve, reject)
        .finally(() => {
          signal.removeEventListener('abort', leave);
        });
    });
  }

  /** One after another, so that what many do with the same answer does not hold up all else in the process. */
  private takeExit(): Promise<void> {
    this.exits = this.exits.then(() => new Promise(setImmediate));
    return this.exits;
  }
}
