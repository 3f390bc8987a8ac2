// boto3, a client of AWS that we did not write, for the suites that want its opinion.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describeWith } from './describe-with';

const KNOWS_ALL_THREE =
  "import boto3; assert {'macie2', 'workmail', 'security-ir'} <= set(boto3.Session().get_available_services())";

const isThere = spawnSync('python3', ['-c', KNOWS_ALL_THREE]).status === 0;

/** `suite` is named in the line that is printed when the suite is skipped. */
export function describeWithBoto3(suite: string): jest.Describe {
  return describeWith(isThere, suite, 'python3 with a boto3 that knows macie2, workmail and security-ir');
}

/** Runs a script of ours with python3; the answer is what it printed, as JSON. */
export async function runPython(script: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)('python3', [script, ...args], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as unknown;
}
