/**
 * Preloaded into every program of the benchmark: exits with the benchmark, and monitors the event loop on request.
 */
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** Event loop delays in milliseconds, without the sampling interval. */
export interface LoopDelay {
  readonly p99: number;
  readonly max: number;
}

const INTERVAL_MS = 10;

let histogram: IntervalHistogram | undefined;

function watch(): void {
  histogram = monitorEventLoopDelay({ resolution: INTERVAL_MS });
  histogram.enable();
}

function report(): LoopDelay {
  if (histogram === undefined)
    throw new Error('The event loop is not monitored. Send the message "watch" first.');
  histogram.disable();
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - INTERVAL_MS);
  return { p99: beyond(histogram.percentile(99)), max: beyond(histogram.max) };
}

process.on('message', (message) => {
  if (message === 'watch') watch();
  else process.send?.(report());
});
process.on('disconnect', () => process.exit());
// The channel must not keep a terminating program alive.
process.channel?.unref();
