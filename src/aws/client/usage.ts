/** What one request costs in AWS calls. */
import type { CallSite } from '../../domain/errors';

/** What the calls of one operation in one target come to. */
export interface OperationUsage extends CallSite {
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

export type UsageTotals = Omit<OperationUsage, keyof CallSite>;

export interface UsageReport extends UsageTotals {
  /** When the oldest answer that came from the cache was read; undefined when none did. */
  readonly oldest: Date | undefined;
  readonly operations: readonly Readonly<OperationUsage>[];
}

const NO_USAGE: UsageTotals = {
  calls: 0,
  retried: 0,
  throttled: 0,
  cached: 0,
  shared: 0,
  bytes: 0,
  milliseconds: 0,
};

export class AwsUsage {
  private readonly byOperation = new Map<string, OperationUsage>();
  private oldest: Date | undefined;

  /** The line to count a call on. */
  ofOperation({ target, service, operation }: CallSite): OperationUsage {
    const key = `${target} ${service} ${operation}`;
    const ofOperation = this.byOperation.get(key) ?? { target, service, operation, ...NO_USAGE };
    this.byOperation.set(key, ofOperation);
    return ofOperation;
  }

  /** Notes that an answer of that time was used. */
  recordCached(asOf: Date): void {
    if (this.oldest === undefined || asOf < this.oldest) this.oldest = asOf;
  }

  report(): UsageReport {
    const operations = [...this.byOperation.values()].map((ofOperation) => ({
      ...ofOperation,
      milliseconds: Math.round(ofOperation.milliseconds),
    }));
    const totals = operations.reduce<UsageTotals>(add, NO_USAGE);
    return { ...totals, oldest: this.oldest, operations };
  }
}

function add(sum: UsageTotals, ofOperation: UsageTotals): UsageTotals {
  const names = Object.keys(NO_USAGE) as (keyof UsageTotals)[];
  return Object.fromEntries(
    names.map((name) => [name, sum[name] + ofOperation[name]]),
  ) as unknown as UsageTotals;
}
