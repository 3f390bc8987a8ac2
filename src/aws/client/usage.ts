/** What one request costs in AWS calls. */
import type { CallSite } from '../../domain/errors';

/** What the calls of one operation in one target come to. */
export interface BillLine extends CallSite {
  /** Calls that went to AWS for this request. */
  calls: number;
  /** Attempts beyond the first of a call. */
  retried: number;
  /** Attempts that AWS throttled. */
  throttled: number;
  /** Answers from the read cache. */
  cached: number;
  /** Answers of calls that another request made at the same time. */
  shared: number;
  /** Bytes of AWS's answers. */
  bytes: number;
  /** The calls' durations, added up; they may have run side by side. */
  milliseconds: number;
}

export type BillTotals = Omit<BillLine, keyof CallSite>;

export interface BillReport extends BillTotals {
  /** When the oldest answer that came from the cache was read; undefined when none did. */
  readonly oldest: Date | undefined;
  readonly operations: readonly Readonly<BillLine>[];
}

const NOTHING: BillTotals = {
  calls: 0,
  retried: 0,
  throttled: 0,
  cached: 0,
  shared: 0,
  bytes: 0,
  milliseconds: 0,
};

export class Bill {
  private readonly lines = new Map<string, BillLine>();
  private oldest: Date | undefined;

  /** The line to count a call on. */
  line({ target, service, operation }: CallSite): BillLine {
    const key = `${target} ${service} ${operation}`;
    const line = this.lines.get(key) ?? { target, service, operation, ...NOTHING };
    this.lines.set(key, line);
    return line;
  }

  /** Notes that an answer of that time was used. */
  usedCached(asOf: Date): void {
    if (this.oldest === undefined || asOf < this.oldest) this.oldest = asOf;
  }

  report(): BillReport {
    const operations = [...this.lines.values()].map((line) => ({
      ...line,
      milliseconds: Math.round(line.milliseconds),
    }));
    const totals = operations.reduce<BillTotals>(add, NOTHING);
    return { ...totals, oldest: this.oldest, operations };
  }
}

function add(sum: BillTotals, line: BillTotals): BillTotals {
  const names = Object.keys(NOTHING) as (keyof BillTotals)[];
  return Object.fromEntries(names.map((name) => [name, sum[name] + line[name]])) as unknown as BillTotals;
}
