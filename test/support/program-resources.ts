// The resources of a program: its memory after a garbage collection, and its open files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Program } from './program';

/** The variables of a program whose memory is measured. */
export const MEASURED_MEMORY = {
  NODE_OPTIONS: `--expose-gc --require ${join(__dirname, 'memory-usage.cjs')}`,
};

/** In bytes. */
export interface Memory {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

/** The memory of a program that runs with MEASURED_MEMORY. */
export async function memoryOf(program: Program): Promise<Memory> {
  const reports = () => Array.from(program.stdout().matchAll(/^memory (.*)$/gm), ([, json = '']) => json);
  const before = reports().length;
  program.kill('SIGUSR2');
  while (reports().length === before) await delay(10);
  return JSON.parse(reports().at(-1) ?? '') as Memory;
}

/** The resident set size in bytes, without a garbage collection. */
export function residentBytes({ pid }: Program): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}

/** The number of open file descriptors. */
export function openFiles({ pid }: Program): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}
