/** The resources of one kind in one account and region: by id, in cached orders, and brought up to date by the clock. */
import { Agenda } from './schedule';

/** How the clock changes a resource of this kind. */
export interface Progress<T> {
  /** When the resource next changes by itself, in milliseconds; undefined for never. */
  nextChange(item: T): number | undefined;
  /** Applies every change that is due at `now`. */
  advance(item: T, now: number): void;
}

/** Whether a cached view is spoiled by a change of status, or only by resources that come, go or are rewritten. */
export type ViewLife = 'until-status-changes' | 'until-replaced';

const MAX_VIEWS = 64;

export class Collection<T> {
  readonly #items = new Map<string, T>();
  readonly #agenda = new Agenda();
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

  /** Adds a resource, or replaces the one of that id. */
  put(id: string, item: T): void {
    this.#items.set(id, item);
    this.#replaceVersion += 1;
    this.#schedule(id, item);
  }

  delete(id: string): void {
    this.#items.delete(id);
    this.#replaceVersion += 1;
  }

  /** To be called after a resource's status was changed in place. */
  changed(id: string): void {
    const item = this.#items.get(id);
    if (item === undefined) return;
    this.#statusVersion += 1;
    this.#schedule(id, item);
  }

  /** Lets the clock change what is due. */
  settle(now: number): void {
    for (let id = this.#agenda.takeDue(now); id !== undefined; id = this.#agenda.takeDue(now)) {
      const item = this.#items.get(id);
      const due = item && this.#progress.nextChange(item);
      if (item === undefined || due === undefined || due > now) continue;
      this.#progress.advance(item, now);
      this.changed(id);
    }
  }

  /** Rows that `build` picked and ordered, built again only when something spoiled them. */
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

  /** All rows in an order, kept like a view. */
  sorted(name: string, life: ViewLife, compare: (a: T, b: T) => number): readonly T[] {
    return this.view(name, life, () => [...this.#items.values()].sort(compare));
  }

  #schedule(id: string, item: T): void {
    const at = this.#progress.nextChange(item);
    if (at !== undefined) this.#agenda.add(at, id);
  }
}

/** For resources that only callers change. */
export const NEVER_CHANGES: Progress<unknown> = {
  nextChange: () => undefined,
  advance: () => undefined,
};
