/** Snapshots: the whole lists that walks have read, kept for a minute so that their later pages need no AWS calls. */
import { LRUCache } from 'lru-cache';
import type { KeptList } from './whole-list';

const TTL_MS = 60_000;

export interface SnapshotLimits {
  /** The rows of all snapshots together. */
  readonly maxRows: number;
  /** The bytes of all snapshots together, as JSON. */
  readonly maxBytes: number;
}

const DEFAULT_LIMITS: SnapshotLimits = { maxRows: 200_000, maxBytes: 64_000_000 };

/** The size of the cache in shares of its limits, which sizes of entries must be whole numbers of. */
const SHARES = 1_000_000_000;

export interface SnapshotLookup {
  readonly found: KeptList<unknown> | undefined;
  /** Keeps the list, unless the scope was dropped since the lookup. */
  readonly keep: (list: KeptList<unknown>) => void;
  readonly drop: () => void;
}

export class Snapshots {
  private readonly lists;
  /** The number of drops by scope. A list that was read before a drop is not kept after it. */
  private readonly epochs = new Map<string, number>();

  constructor(private readonly limits = DEFAULT_LIMITS) {
    this.lists = new LRUCache<string, KeptList<unknown>>({
      maxSize: SHARES,
      ttl: TTL_MS,
      ttlAutopurge: true,
      perf: { now: () => performance.now() },
      sizeCalculation: (list) => this.sharesOf(list),
    });
  }

  /** @param scope a service in an account and region. @param key identifies the list, its filter and the caller. */
  lookUp(scope: string, key: string): SnapshotLookup {
    const epoch = this.epochOf(scope);
    const scopedKey = `${scope}\n${key}`;
    return {
      found: this.lists.get(scopedKey),
      keep: (list) => {
        if (this.epochOf(scope) === epoch) this.lists.set(scopedKey, list);
      },
      drop: () => {
        this.lists.delete(scopedKey);
      },
    };
  }

  /** Drops all lists of the scope. */
  drop(scope: string): void {
    this.epochs.set(scope, this.epochOf(scope) + 1);
    for (const key of [...this.lists.keys()]) if (key.startsWith(`${scope}\n`)) this.lists.delete(key);
  }

  private epochOf(scope: string): number {
    return this.epochs.get(scope) ?? 0;
  }

  /** Returns the larger of the shares of rows and of bytes, so that the sum of all shares keeps both limits. */
  private sharesOf(list: KeptList<unknown>): number {
    const { maxRows, maxBytes } = this.limits;
    const rows = rowsOf(list);
    const share = Math.max(rows.length / maxRows, Buffer.byteLength(JSON.stringify(rows)) / maxBytes);
    return Math.max(1, Math.ceil(share * SHARES));
  }
}

function rowsOf({ lists }: KeptList<unknown>): unknown[] {
  return lists.flatMap(({ rows }) => [...rows.values()]);
}
