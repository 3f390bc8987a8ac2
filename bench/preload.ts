/** Stands before every program of the benchmark: ends it with the benchmark, and watches its event loop when told to. */
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** Milliseconds beyond the interval of the samples. */
export interface LoopDelay {
  readonly p99: number;
  readonly max: number;
}

const INTERVAL = 10;

let histogram: IntervalHistogram | undefined;

function watch(): void {
  histogram = monitorEventLoopDelay({ resolution: INTERVAL });
  histogram.enable();
}

function report(): LoopDelay {
  if (histogram === undefined) throw new Error('Nobody asked for the event loop to be watched.');
  histogram.disable();
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - INTERVAL);
  return { p99: beyond(histogram.percentile(99)), max: beyond(histogram.max) };
}

process.on('message', (message) => {
  if (message === 'watch') watch();
  else process.send?.(report());
});
process.on('disconnect', () => process.exit());
// A program that is told to end must not be kept alive by this.
process.channel?.unref();
