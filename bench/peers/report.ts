/** The report of the peer benchmark in Markdown. */
import { cpus } from 'node:os';
import { table } from '../table';
import { CLIENTS, PAGE_SIZES } from './query';
import { CPU, median, medianOf, RATE, ratios, windowsOf, type NodeResults, type RunResults } from './results';
import { peerVerdicts } from './verdicts';

export interface Circumstances {
  readonly quick: boolean;
  readonly arePinned: boolean;
}

export function peerReport(results: readonly NodeResults[], circumstances: Circumstances): string {
  return `${[
    '# Peers',
    `The gateway with all its features beside other servers that answer the same query: ${CLIENTS} clients read pages of classification jobs from a canned Macie. [How it is measured](README.md#peers).`,
    machine(circumstances),
    ...results.flatMap(section),
  ].join('\n\n')}\n`;
}

function machine({ quick, arePinned }: Circumstances): string {
  const date = new Date().toISOString().slice(0, 10);
  const place = arePinned
    ? 'Each server runs on one core; the canned Macie and the clients share another core.'
    : 'The processes are not pinned to cores: the program taskset or a second core is missing.';
  return `${date}, ${quick ? 'a quick run, ' : ''}${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores. ${place}`;
}

function section({ version, runs }: NodeResults): readonly string[] {
  return [
    `## Node.js ${version}`,
    goalsTable(runs),
    `Requests per second and CPU time of the server per request: medians of all windows, with the least and the most in parentheses. Ratios compare the medians of each run with those of mercurius+jit.`,
    serversTable(runs),
  ];
}

function goalsTable(runs: readonly RunResults[]): string {
  const rows = peerVerdicts(runs).map(({ rows: size, peer, minRatio, measured, isMet }) => [
    `${size} rows: requests/s of the gateway`,
    `at least ${minRatio.toFixed(2)} times ${peer}`,
    perRun(measured),
    median(measured).toFixed(2),
    isMet ? 'yes' : 'no',
  ]);
  return table(['metric', 'goal', 'runs', 'median', 'met'], rows, 5);
}

function serversTable(runs: readonly RunResults[]): string {
  const heads = ['rows', 'server', 'requests/s', 'ratio by run', 'ratio', 'CPU ms', 'CPU ratio', 'AWS calls'];
  const rows = PAGE_SIZES.flatMap((size) => {
    const servers = [...(runs[0]?.get(size)?.keys() ?? [])];
    return servers.map((server) => serverRow(runs, size, server));
  });
  return table(heads, rows, 2);
}

function serverRow(runs: readonly RunResults[], size: number, server: string): readonly string[] {
  const windows = runs.flatMap((run) => windowsOf(run, size, server));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rateRatios = ratios(runs, size, server, RATE);
  const calls = sum(windows.map((window) => window.calls)) / sum(windows.map(({ responses }) => responses));
  return [
    String(size),
    server,
    `${median(runs.map((run) => medianOf(run, size, server, RATE))).toFixed(0)} ${spread(windows.map(RATE), 0)}`,
    perRun(rateRatios),
    median(rateRatios).toFixed(2),
    `${median(runs.map((run) => medianOf(run, size, server, CPU))).toFixed(2)} ${spread(windows.map(CPU), 2)}`,
    median(ratios(runs, size, server, CPU)).toFixed(2),
    `${calls.toFixed(2)} per request`,
  ];
}

function perRun(values: readonly number[]): string {
  return values.map((value) => value.toFixed(2)).join(', ');
}

function spread(values: readonly number[], digits: number): string {
  return `(${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`;
}
