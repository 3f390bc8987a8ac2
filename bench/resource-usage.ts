/** Resource usage of the gateway process: memory during long walks, and event loop delay under load. */
import { execFileSync } from 'node:child_process';
import type { Options } from './options';
import type { LoopDelay } from './preload';
import type { ReferenceQuery } from './queries';
import { throughput } from './measure';
import type { BenchEnvironment } from './environment';

export const WALKED_JOBS = 10_000;
export const LOOP_CLIENTS = 32;
const PAGE_SIZE = 200;
const WARM_UP_WALKS = 2;
const LOOP_LATENCY_MS = 20;

/** Resident memory in MiB at the start, in the middle and at the end of the walks. */
export interface Memory {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly walks: number;
}

/** Measures memory over the walks. It replaces the data of the emulator. */
export async function measureMemory(
  environment: BenchEnvironment,
  jobs: ReferenceQuery,
  { walks }: Options,
): Promise<Memory> {
  await environment.emulator.reset(WALKED_JOBS);
  const walk: ReferenceQuery = { ...jobs, pages: WALKED_JOBS / PAGE_SIZE };
  const resident: number[] = [];
  for (let done = 0; done < WARM_UP_WALKS + walks; done += 1) {
    if (done >= WARM_UP_WALKS) resident.push(residentMemory(environment.gateway.pid));
    const { nodes, isComplete } = await environment.clients.gateway.run(walk);
    if (!isComplete || nodes.length !== WALKED_JOBS)
      throw new Error(`A walk returned ${nodes.length} of ${WALKED_JOBS} jobs.`);
  }
  resident.push(residentMemory(environment.gateway.pid));
  const at = (share: number) => resident[Math.round(share * (resident.length - 1))] ?? Number.NaN;
  return { start: at(0), middle: at(0.5), end: at(1), walks };
}

/** The CPU time of a process in whole seconds. */
export function processorSeconds(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'cputimes=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** The resident memory of a process in MiB. */
export function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

export async function measureLoop(
  environment: BenchEnvironment,
  jobs: ReferenceQuery,
  { loopMs }: Options,
): Promise<LoopDelay> {
  await environment.emulator.setLatency(LOOP_LATENCY_MS);
  await throughput(environment, 'gateway', jobs, LOOP_CLIENTS, loopMs / 4);
  await environment.gateway.watchLoop();
  await throughput(environment, 'gateway', jobs, LOOP_CLIENTS, loopMs);
  return environment.gateway.loopDelay();
}
