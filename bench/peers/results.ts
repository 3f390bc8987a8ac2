/** The results of the peer benchmark, and their ratios. */
import { percentile } from '../statistics';
import { MERCURIUS } from './environment';
import type { Window, Windows } from './measure';

/** One run with fresh processes: the windows of all servers, by the number of rows. */
export type RunResults = ReadonlyMap<number, Windows>;

/** All runs with one version of Node.js. */
export interface NodeResults {
  /** Without `v`, such as `24.11.0`. */
  readonly version: string;
  readonly runs: readonly RunResults[];
}

export type Measure = (window: Window) => number;

export const RATE: Measure = ({ rate }) => rate;
export const CPU: Measure = ({ cpuMs }) => cpuMs;

export function windowsOf(run: RunResults, rows: number, server: string): readonly Window[] {
  return run.get(rows)?.get(server) ?? [];
}

/** The median of the windows of one run. NaN without windows. */
export function medianOf(run: RunResults, rows: number, server: string, measure: Measure): number {
  return percentile(windowsOf(run, rows, server).map(measure), 0.5);
}

/** For each run: the median of a server, as a ratio to the median of another one. */
export function ratios(
  runs: readonly RunResults[],
  rows: number,
  server: string,
  measure: Measure,
  base = MERCURIUS,
): readonly number[] {
  return runs.map((run) => medianOf(run, rows, server, measure) / medianOf(run, rows, base, measure));
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
