/**
 * The report of a jest command that ran once, or whose failed suites ran a second time. Appends a line for each failure to a
 * file, and prints the numbers of passed and failed tests.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

const MAX_LENGTH = 300;

const [, , name, failures, ...files] = process.argv;

/** The suites of a report by file; none when jest wrote no report. */
function suitesOf(file) {
  const text = readFileSync(file, 'utf8');
  return new Map(text === '' ? [] : JSON.parse(text).testResults.map((suite) => [suite.name, suite]));
}

/** The failed tests of a suite with their errors. A suite that does not run counts as one. */
function failuresOf({ status, message, assertionResults }) {
  if (status !== 'failed') return [];
  const failed = assertionResults.filter((test) => test.status === 'failed');
  return failed.length === 0
    ? [['', message]]
    : failed.map(({ fullName, failureMessages }) => [fullName, failureMessages[0] ?? '']);
}

function report(label, suite, [test, error]) {
  appendFileSync(failures, `${label}: ${relative('', suite.name)} ${test} ${error.slice(0, MAX_LENGTH)}\n`);
}

const [first, second] = files.map(suitesOf);
const suites = [...first.values()].map((suite) => second.get(suite.name) ?? suite);
for (const suite of [...first.values()].filter((each) => second.has(each.name)))
  for (const failure of failuresOf(suite)) report('FAILED IN THE FIRST RUN', suite, failure);
for (const suite of suites) for (const failure of failuresOf(suite)) report('FAILED', suite, failure);
if (first.size === 0) appendFileSync(failures, `FAILED: ${name} wrote no report\n`);

const tests = suites.flatMap(({ assertionResults }) => assertionResults);
const passed = tests.filter(({ status }) => status === 'passed').length;
const failed = suites.flatMap(failuresOf).length + (first.size === 0 ? 1 : 0);
process.stdout.write(`${passed} ${failed}\n`);
