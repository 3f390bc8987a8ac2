/** The AWS usage of one request: its calls, retries, bytes and durations. */
import type { CallSite } from '../../domain/errors';

/** The usage of one operation in one target. */
export interface OperationUsage extends CallSite {
  /** Calls to AWS for this request. */
  calls: number;
  /** Attempts beyond the first of a call. */
  retried: number;
  /** Attempts that AWS throttled. */
  throttled: number;
  /** Responses from the read cache. */
  cached: number;
  /** Responses of concurrent calls, shared by single-flight. */
  shared: number;
  /** Bytes of the AWS responses. */
  bytes: number;
  /** The sum of the durations of the calls, which may have overlapped. */
  milliseconds: number;
}

export type UsageTotals = Omit<OperationUsage, keyof CallSite>;

export interface UsageReport extends UsageTotals {
  /** The time of the AWS call for the oldest cached response; undefined without one. */
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

const COUNTS = Object.keys(NO_USAGE) as readonly (keyof UsageTotals)[];

export class AwsUsage {
  private readonly byOperation = new Map<string, OperationUsage>();
  private readonly parts: AwsUsage[] = [];
  private oldest: Date | undefined;

  /** The usage of an operation, to which the caller adds its counts. */
  ofOperation({ target, service, operation }: CallSite): OperationUsage {
    const key = `${target} ${service} ${operation}`;
    const usage = this.byOperation.get(key) ?? { target, service, operation, ...NO_USAGE };
    this.byOperation.set(key, usage);
    return usage;
  }

  /** Records the use of a cached response. @param asOf the time of its AWS call. */
  recordCached(asOf: Date): void {
    if (this.oldest === undefined || asOf < this.oldest) this.oldest = asOf;
  }

  /** Reports the usage of a part as that of this request, with all that is added to the part later. */
  include(part: AwsUsage): void {
    this.parts.push(part);
  }

  /** Records the responses that another request has read for this one. */
  recordShared(other: AwsUsage): void {
    const { operations, oldest } = other.report();
    for (const usage of operations) {
      this.ofOperation(usage).shared += usage.calls + usage.cached + usage.shared;
    }
    if (oldest !== undefined) this.recordCached(oldest);
  }

  report(): UsageReport {
    const all = this.withParts();
    const operations = [...all.byOperation.values()].map((usage) => ({
      ...usage,
      milliseconds: Math.round(usage.milliseconds),
    }));
    const totals = { ...NO_USAGE };
    for (const usage of operations) for (const name of COUNTS) totals[name] += usage[name];
    return { ...totals, oldest: all.oldest, operations };
  }

  /** The sum of this usage and its parts now. */
  private withParts(): AwsUsage {
    if (this.parts.length === 0) return this;
    const sum = new AwsUsage();
    for (const { byOperation, oldest } of [this, ...this.parts.map((part) => part.withParts())]) {
      for (const usage of byOperation.values()) {
        const total = sum.ofOperation(usage);
        for (const name of COUNTS) total[name] += usage[name];
      }
      if (oldest !== undefined) sum.recordCached(oldest);
    }
    return sum;
  }
}
