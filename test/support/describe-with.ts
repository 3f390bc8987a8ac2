// Suites that need a program: skipped where it is missing, but not in CI.

export const inCi = process.env.CI === 'true';

/** `describe`, or `describe.skip` where the program is missing and CI is not set. Prints the suite and what it needs once. */
export function describeWith(available: boolean, suite: string, needs: string): jest.Describe {
  if (available || inCi) return describe;
  process.stderr.write(`Skipped: ${suite} needs ${needs}.\n`);
  return describe.skip;
}
