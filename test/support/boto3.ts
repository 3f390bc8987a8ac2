// boto3, a client of AWS that we did not write, for the suites that want its opinion.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const KNOWS_ALL_THREE =
  "import boto3; assert {'macie2', 'workmail', 'security-ir'} <= set(boto3.Session().get_available_services())";

const isThere = spawnSync('python3', ['-c', KNOWS_ALL_THREE]).status === 0;
const mayBeMissing = process.env.CI !== 'true';

/** `describe`, or its skipping twin where boto3 is missing and may be; `suite` is named in the one line that says so. */
export function describeWithBoto3(suite: string): jest.Describe {
  if (isThere || !mayBeMissing) return describe;
  process.stderr.write(
    `Skipped: ${suite} needs python3 with a boto3 that knows macie2, workmail and security-ir.\n`,
  );
  return describe.skip;
}

/** Runs a script of ours with python3; the answer is what it printed, as JSON. */
export async function runPython(script: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)('python3', [script, ...args], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as unknown;
}
