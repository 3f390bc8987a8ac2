// Suites that need a program: skipped where the program is missing, except in CI.

export const inCi = process.env.CI === 'true';

/** Returns `describe`, or `describe.skip` where the program is missing and CI is not set; then prints the suite and `needs`. */
export function describeWith(available: boolean, suite: string, needs: string): jest.Describe {
  if (available || inCi) return describe;
  process.stderr.write(`Skipped: ${suite} needs ${needs}.\n`);
  return describe.skip;
}
