/** Eventually consistent reads, by the setting `staleReadSeconds`: for a time after a change, a read returns its last output from before it. */
import type { Output } from './operation';
import type { Scope } from './scope';

/** The operations that read one resource. */
const READS: ReadonlySet<string> = new Set([
  'DescribeClassificationJob',
  'DescribeMailboxExportJob',
  'GetCase',
  'GetMember',
]);

/** Changes begin with one of these words; GetCaseAttachmentUploadUrl changes nothing that a read returns. */
const CHANGE = /^(Cancel|Close|Create|Delete|Disassociate|Start|Tag|Untag|Update)/;

interface LastOutput {
  readonly output: Output;
  /** The time of the read, in milliseconds since the epoch. */
  readonly at: number;
}

export class StaleReads {
  readonly #outputs = new Map<string, LastOutput>();
  readonly #changedAt = new Map<string, number>();

  /**
   * Runs an operation at `now`, in milliseconds since the epoch, or returns the stale output of a read.
   * @param staleSeconds how long a read stays stale after a change; 0 for not at all
   */
  run(
    operation: string,
    input: unknown,
    { account, region }: Scope,
    now: number,
    staleSeconds: number,
    execute: () => Output,
  ): Output {
    if (staleSeconds === 0) return execute();
    const place = `${account} ${region}`;
    if (CHANGE.test(operation)) {
      const output = execute();
      this.#changedAt.set(place, now);
      return output;
    }
    if (!READS.has(operation)) return execute();
    const key = `${place} ${operation} ${JSON.stringify(input)}`;
    const last = this.#outputs.get(key);
    const changedAt = this.#changedAt.get(place) ?? -Infinity;
    if (last !== undefined && last.at <= changedAt && now < changedAt + staleSeconds * 1_000) {
      return last.output;
    }
    const output = execute();
    this.#outputs.set(key, { output, at: now });
    return output;
  }
}
