/** What the gateway's process bears: memory over long walks, and how long its event loop keeps others waiting. */
import { execFileSync } from 'node:child_process';
import type { Options } from './options';
import type { LoopDelay } from './preload';
import type { ReferenceQuery } from './queries';
import { throughput } from './measure';
import type { BenchEnvironment } from './environment';

export const WALKED_JOBS = 10_000;
export const LOOP_CLIENTS = 32;
const PAGE = 200;
const WARM_UP_WALKS = 2;
const LOOP_LATENCY = 20;

/** Resident MiB. */
export interface Memory {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  readonly walks: number;
}

/** Replaces the emulator's data. */
export async function measureMemory(
  environment: BenchEnvironment,
  jobs: ReferenceQuery,
  { walks }: Options,
): Promise<Memory> {
  await environment.emulator.reset(WALKED_JOBS);
  const walk: ReferenceQuery = { ...jobs, pages: WALKED_JOBS / PAGE };
  const resident: number[] = [];
  for (let done = 0; done < WARM_UP_WALKS + walks; done += 1) {
    if (done >= WARM_UP_WALKS) resident.push(residentMemory(environment.gateway.pid));
    const { nodes, whole } = await environment.clients.gateway.run(walk);
    if (!whole || nodes.length !== WALKED_JOBS) throw new Error(`A walk found ${nodes.length} jobs.`);
  }
  resident.push(residentMemory(environment.gateway.pid));
  const at = (share: number) => resident[Math.round(share * (resident.length - 1))] ?? Number.NaN;
  return { start: at(0), middle: at(0.5), end: at(1), walks };
}

/** Seconds of processor that a process has had, whole ones. */
export function processorSeconds(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'cputimes=', '-p', String(pid)], { encoding: 'utf8' }));
}

/** MiB. */
export function residentMemory(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}

export async function measureLoop(
  environment: BenchEnvironment,
  jobs: ReferenceQuery,
  { loopMs }: Options,
): Promise<LoopDelay> {
  await environment.emulator.setLatency(LOOP_LATENCY);
  await throughput(environment, 'gateway', jobs, LOOP_CLIENTS, loopMs / 4);
  environment.gateway.watchLoop();
  await throughput(environment, 'gateway', jobs, LOOP_CLIENTS, loopMs);
  return environment.gateway.loopDelay();
}
