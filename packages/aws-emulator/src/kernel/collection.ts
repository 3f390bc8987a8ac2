/**
 * The resources of one kind in one account and region: lookup by id, cached sorted views, automatic changes over
 * time.
 */
import { DueQueue } from './due-queue';

/** The automatic changes of a resource over time. */
export interface Progress<T> {
  /** The time of the next automatic change, in milliseconds since the epoch; undefined if there is none. */
  nextChange(item: T): number | undefined;
  /** Applies every change that is due at `now`. */
  advance(item: T, now: number): void;
}

/** The changes that invalidate a cached view: any status change, or only added, deleted and replaced resources. */
export type ViewLife = 'until-status-changes' | 'until-replaced';

const MAX_VIEWS = 64;

export class Collection<T> {
  readonly #items = new Map<string, T>();
  readonly #dueQueue = new DueQueue();
  readonly #progress: Progress<T>;
  readonly #views = new Map<string, { readonly version: string; readonly rows: readonly T[] }>();
  #statusVersion = 0;
  #replaceVersion = 0;

  constructor(progress: Progress<T>) {
    this.#progress = progress;
  }

  get size(): number {
    return this.#items.size;
  }

  has(id: string): boolean {
    return this.#items.has(id);
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  values(): IterableIterator<T> {
    return this.#items.values();
  }

  /** Adds a resource, or replaces the resource with this id. */
  put(id: string, item: T): void {
    this.#items.set(id, item);
    this.#replaceVersion += 1;
    this.#schedule(id, item);
  }

  delete(id: string): void {
    this.#items.delete(id);
    this.#replaceVersion += 1;
  }

  /** Callers call it after they have changed the status of a resource in place. */
  changed(id: string): void {
    const item = this.#items.get(id);
    if (item === undefined) return;
    this.#statusVersion += 1;
    this.#schedule(id, item);
  }

  /** Applies all automatic changes that are due at `now`, in milliseconds since the epoch. */
  applyDueChanges(now: number): void {
    for (let id = this.#dueQueue.takeDue(now); id !== undefined; id = this.#dueQueue.takeDue(now)) {
      const item = this.#items.get(id);
      const due = item && this.#progress.nextChange(item);
      if (item === undefined || due === undefined || due > now) continue;
      this.#progress.advance(item, now);
      this.changed(id);
    }
  }

  /**
   * The selected and sorted rows that `build` returns. They are cached under `name` until a change invalidates
   * them.
   */
  view(name: string, life: ViewLife, build: () => readonly T[]): readonly T[] {
    const version =
      life === 'until-replaced'
        ? `${this.#replaceVersion}`
        : `${this.#replaceVersion}.${this.#statusVersion}`;
    const cached = this.#views.get(name);
    if (cached?.version === version) return cached.rows;
    const rows = build();
    this.#views.delete(name);
    this.#views.set(name, { version, rows });
    if (this.#views.size > MAX_VIEWS) this.#views.delete(this.#views.keys().next().value ?? name);
    return rows;
  }

  /** All rows in the order of `compare`, cached like a view. */
  sorted(name: string, life: ViewLife, compare: (a: T, b: T) => number): readonly T[] {
    return this.view(name, life, () => [...this.#items.values()].sort(compare));
  }

  #schedule(id: string, item: T): void {
    const at = this.#progress.nextChange(item);
    if (at !== undefined) this.#dueQueue.add(at, id);
  }
}

/** The progress of resources without automatic changes. */
export const NEVER_CHANGES: Progress<unknown> = {
  nextChange: () => undefined,
  advance: () => undefined,
};
