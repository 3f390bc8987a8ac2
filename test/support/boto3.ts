// boto3, an independent client of AWS, for the suites that compare with it.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describeWith } from './describe-with';

const CHECK_SERVICES =
  "import boto3; assert {'macie2', 'workmail', 'security-ir'} <= set(boto3.Session().get_available_services())";

const isAvailable = spawnSync('python3', ['-c', CHECK_SERVICES]).status === 0;

/** `suite` is named in the line that is printed when the suite is skipped. */
export function describeWithBoto3(suite: string): jest.Describe {
  return describeWith(isAvailable, suite, 'python3 with a boto3 that knows macie2, workmail and security-ir');
}

/** Runs a script with python3, and returns the JSON that it prints. */
export async function runPython(script: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)('python3', [script, ...args], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as unknown;
}
