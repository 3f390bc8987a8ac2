// The peer benchmark: its options, the order of its windows, its comparison of responses, and its goals.
import { OptionError } from '../../bench/options';
import { comparablePage } from '../../bench/peers/compare';
import { rotated, type Window } from '../../bench/peers/measure';
import { readPeerOptions } from '../../bench/peers/options';
import { peerReport } from '../../bench/peers/report';
import type { RunResults } from '../../bench/peers/results';
import { peerVerdicts } from '../../bench/peers/verdicts';

function windows(...rates: readonly number[]): readonly Window[] {
  return rates.map((rate) => ({ rate, cpuMs: 1000 / rate, responses: 2 * rate, calls: 2 * rate }));
}

/** A run in which mercurius+jit answers 100 requests per second, and the bare SDK 120. */
function run(gateway: Readonly<Record<number, readonly number[]>>): RunResults {
  const page = (rows: number) =>
    new Map([
      ['gateway', windows(...(gateway[rows] ?? []))],
      ['mercurius+jit', windows(90, 100, 500)],
      ['bare SDK', windows(120)],
    ]);
  return new Map([1, 25, 200].map((rows) => [rows, page(rows)]));
}

const RUNS = [
  run({ 1: [70], 25: [80, 89, 300], 200: [130] }),
  run({ 1: [71], 25: [95], 200: [100] }),
  run({ 1: [69], 25: [85], 200: [119] }),
];

test('a goal compares the median of all runs with the minimum ratio, and lists every run', () => {
  expect(peerVerdicts(RUNS)).toEqual([
    { rows: 1, peer: 'mercurius+jit', minRatio: 0.7, measured: [0.7, 0.71, 0.69], isMet: true },
    { rows: 25, peer: 'mercurius+jit', minRatio: 0.9, measured: [0.89, 0.95, 0.85], isMet: false },
    { rows: 200, peer: 'mercurius+jit', minRatio: 1.1, measured: [1.3, 1, 1.19], isMet: true },
    {
      rows: 200,
      peer: 'bare SDK',
      minRatio: 1,
      measured: [130 / 120, 100 / 120, 119 / 120],
      isMet: false,
    },
  ]);
});

test('the report has a section for each version of Node.js, with the medians and the spread of each server', () => {
  const results = [
    { version: '20.19.0', runs: RUNS },
    { version: '24.11.0', runs: RUNS },
  ];
  const report = peerReport(results, { quick: false, arePinned: true });
  expect(report.match(/^## .*$/gm)).toEqual(['## Node.js 20.19.0', '## Node.js 24.11.0']);
  const row = report.split('\n').find((line) => /^\| 25 +\| gateway /.test(line));
  expect(row?.split('|').map((cell) => cell.trim())).toEqual([
    '',
    '25',
    'gateway',
    '89 (80 to 300)',
    '0.89, 0.95, 0.85',
    '0.89',
    '11.24 (3.33 to 12.50)',
    '1.12',
    '1.00 per request',
    '',
  ]);
});

test('every round begins with another server', () => {
  expect([0, 1, 4].map((round) => rotated(['a', 'b', 'c'], round))).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c', 'a'],
    ['b', 'c', 'a'],
  ]);
});

describe('the comparison of responses', () => {
  const text = (node: object, endCursor: string | null = 'a', others: object = {}) =>
    JSON.stringify({
      ...others,
      data: { classificationJobs: { nodes: [node], pageInfo: { hasNextPage: true, endCursor } } },
    });

  test('ignores the cursor only', () => {
    const page = comparablePage(text({ name: 'a' }), 1, 'gateway');
    expect(comparablePage(text({ name: 'a' }, 'b'), 1, 'peer')).toEqual(page);
    expect(comparablePage(text({ name: 'b' }), 1, 'peer')).not.toEqual(page);
    expect(comparablePage(text({ name: 'a' }, 'a', { errors: [] }), 1, 'peer')).not.toEqual(page);
  });

  test('rejects a page without a cursor or with another number of rows', () => {
    expect(() => comparablePage(text({}, null), 1, 'peer')).toThrow('1 rows and a cursor');
    expect(() => comparablePage(text({}), 25, 'peer')).toThrow('25 rows and a cursor');
    expect(() => comparablePage('{"data":{"classificationJobs":null}}', 1, 'peer')).toThrow('rows');
  });
});

test('options: binaries and folders may be repeated, and --runs replaces the default number of runs', () => {
  const options = readPeerOptions([
    '--node',
    '/opt/node24',
    '--gateway',
    'a',
    '--gateway',
    'b',
    '--runs',
    '5',
  ]);
  expect(options).toMatchObject({
    quick: false,
    write: false,
    runs: 5,
    nodes: [process.execPath, '/opt/node24'],
    gateways: ['a', 'b'],
  });
  expect(readPeerOptions([]).runs).toBe(3);
  expect(readPeerOptions(['--quick']).runs).toBe(1);
});

test.each([[['--fast']], [['--runs', '0']], [['--runs', 'many']], [['--node']]])(
  'options: %j is rejected',
  (args) => {
    expect(() => readPeerOptions(args)).toThrow(OptionError);
  },
);
