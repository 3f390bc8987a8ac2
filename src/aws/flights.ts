/** Single flight: askers of the same thing at the same time share one answer. */
import { setMaxListeners } from 'node:events';

export class Flights<Value> {
  private readonly inFlight = new Map<string, Flight<Value>>();

  /** True when joining would share the answer of a flight that has begun. */
  has(key: string): boolean {
    return this.inFlight.has(key);
  }

  /**
   * The answer of the flight under this key, which is started when there is none. An asker whose signal aborts leaves
   * with the reason; the flight itself is aborted once the last one has left.
   */
  join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    return (this.inFlight.get(key) ?? this.launch(key, start)).board(signal);
  }

  /** Lets those on board arrive, and nobody else join. */
  close(): void {
    this.inFlight.clear();
  }

  private launch(key: string, start: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const flight = new Flight(start, () => {
      if (this.inFlight.get(key) === flight) this.inFlight.delete(key);
    });
    this.inFlight.set(key, flight);
    return flight;
  }
}

class Flight<Value> {
  private readonly over = new AbortController();
  private readonly answer: Promise<Value>;
  private askers = 0;

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
      this.answer.then(resolve, reject).finally(() => {
        signal.removeEventListener('abort', leave);
      });
    });
  }
}
