/** A priority queue of due times (a binary min-heap), so that a read does not visit every resource. */

interface Entry {
  readonly at: number;
  readonly id: string;
}

export class DueQueue {
  readonly #heap: Entry[] = [];

  /** @param at milliseconds since the epoch */
  add(at: number, id: string): void {
    const heap = this.#heap;
    let child = heap.push({ at, id }) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (this.#at(parent) <= this.#at(child)) return;
      this.#swap(parent, child);
      child = parent;
    }
  }

  /** Removes the earliest entry that is due at `now`, and returns its id. */
  takeDue(now: number): string | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.at > now) return undefined;
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) {
      heap[0] = last;
      this.#sink(0);
    }
    return first.id;
  }

  #sink(start: number): void {
    let parent = start;
    for (;;) {
      const left = 2 * parent + 1;
      const smaller = this.#at(left + 1) < this.#at(left) ? left + 1 : left;
      if (this.#at(parent) <= this.#at(smaller)) return;
      this.#swap(parent, smaller);
      parent = smaller;
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
