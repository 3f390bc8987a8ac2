/** Statistics of many runs, and their formats. */
import type { CallCounts } from './queries';

/** The percentile of `share`, from 0 to 1. NaN without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** A text such as `100 GetCase + 4 ListCases`; `4 to 6 ListCases` if runs differ. */
export function showCalls(runs: readonly CallCounts[]): string {
  const operations = [...new Set(runs.flatMap((counts) => Object.keys(counts)))].sort();
  const shown = operations.map((operation) => {
    const counts = runs.map((each) => each[operation] ?? 0);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    return `${least === most ? least : `${least} to ${most}`} ${operation}`;
  });
  return shown.join(' + ') || 'none';
}

export function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

export function ratio(value: number, of: number): string {
  return (value / of).toFixed(2);
}
