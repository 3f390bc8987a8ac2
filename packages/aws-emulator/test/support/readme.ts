// The README of the package: its examples, and functions that run its jest suite.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const PACKAGE = join(__dirname, '../..');
export const ROOT = join(PACKAGE, '../..');

export const README = readFileSync(join(PACKAGE, 'README.md'), 'utf8');

/** The code of the blocks in a language, in their order. */
export function readmeBlocks(language: string): string[] {
  return [...README.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(
    ([, code = '']) => code,
  );
}

export interface JestReport {
  readonly passed: string[];
  /** The names of failed tests with their errors. */
  readonly failed: string[];
}

/** Runs the jest suite of the README in a folder, which must resolve the packages that the suite requires. */
export async function runReadmeSuite(folder: string): Promise<JestReport> {
  const [suite = ''] = readmeBlocks('js');
  writeFileSync(join(folder, 'members.test.js'), suite);
  return runJest(folder, 'members.test.js', {});
}

/** Runs one suite with the repository's jest, but as a separate project. */
export async function runJest(folder: string, file: string, config: object): Promise<JestReport> {
  const report = join(folder, 'report.json');
  const args = ['--rootDir', folder, '--config', JSON.stringify(config), '--json', '--outputFile', report];
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const run = promisify(execFile)(process.execPath, [jest, ...args, file], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  // A failed test ends jest with an error; the report has the reason.
  const output = await run.catch((error: unknown) => error as { stderr: string });
  const { testResults } = readReport(report, output.stderr);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: tests.filter(({ status }) => status === 'passed').map(({ title }) => title),
    failed: [
      ...tests
        .filter(({ status }) => status !== 'passed')
        .map((test) => test.title + test.failureMessages.join()),
      ...testResults.flatMap(({ message, assertionResults }) =>
        assertionResults.length === 0 ? message : [],
      ),
    ],
  };
}

interface RawReport {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

function readReport(file: string, stderr: string): RawReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RawReport;
  } catch {
    throw new Error(`jest wrote no report: ${stderr}`);
  }
}
