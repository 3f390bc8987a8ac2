// Virtual time: events in the order of their times, and of a seeded throw of the dice where times are equal.
import type { Random } from '../../support/random';

interface Event {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

/** More than any schedule that ends has. */
const MOST_EVENTS = 50_000;

export class Simulation {
  /** Milliseconds. */
  now = 0;
  /** Counts events: of two things that happened, the one with the smaller step was first. */
  step = 0;
  private readonly events: Event[] = [];

  constructor(readonly random: Random) {}

  after(milliseconds: number, run: () => void): void {
    const event = { time: this.now + milliseconds, order: this.random.next(), run };
    let place = this.events.length;
    while (place > 0 && isBefore(this.events[place - 1], event)) place -= 1;
    this.events.splice(place, 0, event);
  }

  /** Runs until nothing is left to happen. */
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
        if (this.step > MOST_EVENTS) {
          reject(new Error('The schedule does not end.'));
          return;
        }
        event.run();
        whenSettled(next);
      };
      whenSettled(next);
    });
  }
}

/** The soonest event is the last of the list. */
function isBefore(one: Event | undefined, other: Event): boolean {
  if (one === undefined) return false;
  return one.time < other.time || (one.time === other.time && one.order < other.order);
}

/** Node.js gets to its ticks only when no promise has anything left to do. */
function whenSettled(next: () => void): void {
  queueMicrotask(() => {
    process.nextTick(next);
  });
}
