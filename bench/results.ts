/** The results of one run of the benchmark. */
import type { Measurement } from './measure';
import type { LoopDelay } from './preload';
import type { ReferenceQuery } from './queries';
import type { Memory } from './resource-usage';
import type { Side } from './environment';

/** Responses per second. */
export interface Throughput {
  readonly query: ReferenceQuery;
  readonly latency: number;
  readonly rates: Readonly<Record<Side, number>>;
}

export interface Results {
  readonly measurements: readonly Measurement[];
  readonly throughputs: readonly Throughput[];
  readonly memory: Memory;
  readonly loop: LoopDelay;
}
