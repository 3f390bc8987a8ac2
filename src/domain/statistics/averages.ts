/** Averages of durations, in whole seconds. */

/** The mean of durations in milliseconds, rounded to whole seconds; undefined without a duration. */
export function meanSeconds(milliseconds: readonly number[]): number | undefined {
  if (milliseconds.length === 0) return undefined;
  const sum = milliseconds.reduce((total, each) => total + each, 0);
  return toSeconds(sum / milliseconds.length);
}

/**
 * The median of durations in milliseconds, rounded to whole seconds: the middle duration, and for an even number the mean
 * of the two in the middle; undefined without a duration.
 */
export function medianSeconds(milliseconds: readonly number[]): number | undefined {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  return meanSeconds(
    sorted.length % 2 === 1 ? sorted.slice(upper, upper + 1) : sorted.slice(upper - 1, upper + 1),
  );
}

function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 1_000);
}
