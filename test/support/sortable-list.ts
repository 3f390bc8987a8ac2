// A list in memory that AWS does not sort: its rows come, go and change their values between two calls, and it can fail.
import { AwsError, type AwsErrorCode } from '../../src/domain/errors';
import type { Partition, Source } from '../../src/paging/source';

export interface SortableRow {
  readonly id: string;
  readonly list: string;
  readonly value: number | undefined;
}

export class SortableList {
  private readonly stored = new Map<string, SortableRow>();
  /** The rows that were in the list, with one value, since its creation. */
  readonly stable: Set<string>;
  /** The failure of every page, or of every page but the first one. */
  failure: { readonly code: AwsErrorCode; readonly from: 'FIRST_PAGE' | 'SECOND_PAGE' } | undefined;
  calls = 0;

  constructor(
    readonly target: string,
    readonly key: string,
    values: readonly SortableRow['value'][],
    private readonly pageSize: number,
  ) {
    for (const value of values) this.add(value);
    this.stable = new Set(this.stored.keys());
  }

  get rows(): readonly SortableRow[] {
    return [...this.stored.values()];
  }

  /** True when a read of the whole list fails now. */
  get isFailing(): boolean {
    return (
      this.failure?.from === 'FIRST_PAGE' || (this.failure !== undefined && this.rows.length > this.pageSize)
    );
  }

  add(value: SortableRow['value']): void {
    // The ids are not in the order of the rows.
    const id = `${((this.nextId * 7) % 97).toString().padStart(2, '0')}-${this.nextId}`;
    this.nextId += 1;
    this.stored.set(id, { id, list: this.key, value });
  }

  remove(id: string): void {
    this.stored.delete(id);
    this.stable.delete(id);
  }

  change(id: string, value: SortableRow['value']): void {
    if (this.stored.get(id)?.value === value) return;
    this.stored.set(id, { id, list: this.key, value });
    this.stable.delete(id);
  }

  partition(): Partition<SortableRow> {
    return {
      key: this.key,
      keyOf: ({ id }) => id,
      maxPageSize: this.pageSize,
      fetch: ({ token, size }) => {
        this.calls += 1;
        const { failure } = this;
        if (failure?.from === 'FIRST_PAGE' || (failure !== undefined && token !== undefined)) {
          return Promise.reject(this.error(failure.code));
        }
        const start = Number(token ?? 0);
        const rows = this.rows.slice(start, start + size);
        const end = start + rows.length;
        const nextToken = end < this.rows.length ? String(end) : undefined;
        return Promise.resolve({ rows, nextToken, asOf: new Date(), unreadableRows: 0 });
      },
    };
  }

  private nextId = 0;

  private error(code: AwsErrorCode): AwsError {
    return new AwsError(code, {
      service: 'macie2',
      operation: 'List',
      target: this.target,
      notApplied: true,
    });
  }
}

/** The sources of these lists, by target. */
export function sortableSources(lists: readonly SortableList[]): Source<SortableRow>[] {
  return [...new Set(lists.map(({ target }) => target))].map((target) => ({
    name: target,
    reads: { target, kind: 'ClassificationJob' },
    partitions: () =>
      Promise.resolve(lists.filter((list) => list.target === target).map((list) => list.partition())),
  }));
}
