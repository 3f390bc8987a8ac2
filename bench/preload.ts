/**
 * Preloaded into every program of the benchmark: exits with the benchmark, and on request monitors the event loop,
 * reports the CPU time and records CPU profiles.
 */
import type { Profiler, Session } from 'node:inspector/promises';
import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** Event loop delays in milliseconds, without the sampling interval. */
export interface LoopDelay {
  readonly p99: number;
  readonly max: number;
}

export type Profile = Profiler.Profile;

const INTERVAL_MS = 10;
const PROFILE_INTERVAL_MICROSECONDS = 200;

let histogram: IntervalHistogram | undefined;
let session: Session | undefined;

function watch(): void {
  histogram = monitorEventLoopDelay({ resolution: INTERVAL_MS });
  histogram.enable();
}

function report(): LoopDelay {
  if (histogram === undefined) throw new Error('The event loop is not monitored. Ask "watchLoop" first.');
  histogram.disable();
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - INTERVAL_MS);
  return { p99: beyond(histogram.percentile(99)), max: beyond(histogram.max) };
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function startProfile(): Promise<void> {
  const inspector = await import('node:inspector/promises');
  session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: PROFILE_INTERVAL_MICROSECONDS });
  await session.post('Profiler.start');
}

async function stopProfile(): Promise<Profile> {
  if (session === undefined) throw new Error('No profile is being recorded. Ask "startProfile" first.');
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

/** The answers to the questions of the benchmark. */
const ANSWERS = {
  watchLoop: watch,
  loopDelay: report,
  processorMs,
  startProfile,
  stopProfile,
};

export type Question = keyof typeof ANSWERS;

async function answer(question: Question): Promise<void> {
  process.send?.((await ANSWERS[question]()) ?? 'done');
}

process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => process.exit());
// The channel must not keep a terminating program alive.
process.channel?.unref();
