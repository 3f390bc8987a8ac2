/** The benchmark of queries over all kinds of resources, beside an SDK script that reads the same lists. With --write it updates bench/OVERVIEW.md. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Emulator } from './emulator';
import { liveVariables } from './live-variables';
import { readOptions } from './options';
import { BareLists } from './overview/bare-lists';
import { OVERVIEW_QUERIES, type OverviewQuery } from './overview/queries';
import { startProgram, type Program } from './program';
import { progress, runProgram } from './run';
import { milliseconds, percentile, ratio, showCalls } from './statistics';
import { table } from './table';

const RESULTS_FILE = join(__dirname, '../../bench/OVERVIEW.md');
const GATEWAY = join(__dirname, '../src/main.js');

const REGIONS = ['us-east-1', 'eu-central-1'];
const SIZES = { jobs: 1_000, members: 400, cases: 100, exportJobs: 40 };

const LATENCY_MS = 20;
const MAX_RATIO = 1.25;

interface Environment {
  readonly emulator: Emulator;
  readonly gateway: Program;
  readonly bare: BareLists;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const runs = options.quick ? 5 : 40;
  const emulator = await Emulator.start(SIZES);
  const gateway = await startGateway(emulator.url);
  const bare = new BareLists(emulator.url, REGIONS);
  try {
    await emulator.setLatency(LATENCY_MS);
    const rows: string[][] = [];
    for (const query of OVERVIEW_QUERIES) {
      progress(query.title);
      rows.push(await compare({ emulator, gateway, bare }, query, runs));
    }
    const text = report(rows, runs);
    process.stdout.write(text);
    if (options.write) writeFileSync(RESULTS_FILE, text);
    if (rows.some((row) => row.at(-1) !== 'yes')) process.exitCode = 1;
  } finally {
    bare.close();
    await gateway.stop();
    await emulator.stop();
  }
}

async function startGateway(endpoint: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-bench-'));
  const targets = REGIONS.map((region) => ({
    name: region,
    region,
    services: ['macie2', 'workmail', 'security-ir'],
  }));
  const file = join(folder, 'targets.json');
  writeFileSync(file, JSON.stringify({ targets }));
  const gateway = await startProgram(GATEWAY, {
    ...liveVariables(endpoint),
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'fatal',
    TARGETS_FILE: file,
  });
  rmSync(folder, { recursive: true });
  return gateway;
}

/** Runs both in alternation, so that other load affects both equally. */
async function compare(
  { emulator, gateway, bare }: Environment,
  query: OverviewQuery,
  runs: number,
): Promise<string[]> {
  const ask = () => send(gateway.url, query);
  const read = () => bare.read(query.reads);
  const calls = { gateway: await countCalls(emulator, ask), bare: await countCalls(emulator, read) };
  for (let run = 0; run < runs / 2; run += 1) {
    await ask();
    await read();
  }
  const times = { gateway: [] as number[], bare: [] as number[] };
  for (let run = 0; run < runs; run += 1) {
    times.gateway.push(await millisecondsOf(ask));
    times.bare.push(await millisecondsOf(read));
  }
  const [ours, theirs] = [percentile(times.gateway, 0.5), percentile(times.bare, 0.5)];
  const isMet = ours / theirs <= MAX_RATIO && isDeepStrictEqual(calls.gateway, calls.bare);
  return [
    query.title,
    showCalls([calls.gateway]),
    isDeepStrictEqual(calls.gateway, calls.bare) ? 'the same' : showCalls([calls.bare]),
    milliseconds(ours),
    milliseconds(theirs),
    ratio(ours, theirs),
    isMet ? 'yes' : 'no',
  ];
}

async function countCalls(emulator: Emulator, work: () => Promise<unknown>) {
  await emulator.clearCalls();
  await work();
  return emulator.countCalls();
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Throws when a part of the response is missing. */
async function send(url: string, { title, query }: OverviewQuery): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  if (text.includes('"errors"') || text.includes('"complete":false'))
    throw new Error(`${title}: ${text.slice(0, 500)}`);
}

function report(rows: readonly (readonly string[])[], runs: number): string {
  const [cpu] = cpus();
  const date = new Date().toISOString().slice(0, 10);
  const { jobs, members, cases, exportJobs } = SIZES;
  return `# Overview

${date}, ${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, Node.js ${process.versions.node}. Medians of ${runs} runs in alternation, in milliseconds, at ${LATENCY_MS} ms for each AWS call. ${REGIONS.length} targets with ${jobs} jobs, ${members} members, ${cases} cases and ${exportJobs} exports each. The bare SDK is a script in the process of the benchmark, without HTTP or GraphQL, that reads the same lists in parallel and counts their rows. The goal is a ratio of at most ${MAX_RATIO} with the same calls.

${table(['query', 'calls', 'calls of the bare SDK', 'gateway', 'bare SDK', 'ratio', 'met'], rows, 3)}
`;
}

runProgram(main);
