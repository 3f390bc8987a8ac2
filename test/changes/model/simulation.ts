// Virtual time: events run in the order of their times. Events of equal times run in a seeded random order.
import type { Random } from '../../support/random';

interface Event {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

/** More events than any schedule that terminates. */
const MAX_EVENTS = 50_000;

export class Simulation {
  /** Milliseconds. */
  now = 0;
  /** The number of events so far. It orders everything that happens in a schedule. */
  step = 0;
  private readonly events: Event[] = [];

  constructor(readonly random: Random) {}

  after(milliseconds: number, run: () => void): void {
    const event = { time: this.now + milliseconds, order: this.random.next(), run };
    let place = this.events.length;
    while (place > 0 && isBefore(this.events[place - 1], event)) place -= 1;
    this.events.splice(place, 0, event);
  }

  /** Runs until no event is left. */
  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      const next = () => {
        const event = this.events.pop();
        if (event === undefined) {
          resolve();
          return;
        }
        this.now = event.time;
        this.step += 1;
        if (this.step > MAX_EVENTS) {
          reject(new Error('The schedule does not terminate.'));
          return;
        }
        event.run();
        whenSettled(next);
      };
      whenSettled(next);
    });
  }
}

/** The next event is the last of the list. */
function isBefore(one: Event | undefined, other: Event): boolean {
  if (one === undefined) return false;
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}

/** Node.js runs a tick queued by a microtask only when no other microtask is left. */
function whenSettled(next: () => void): void {
  queueMicrotask(() => {
    process.nextTick(next);
  });
}
