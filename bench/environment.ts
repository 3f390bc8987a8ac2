/** The environment of the benchmark: the emulator, the gateway and both baselines, each in its own process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QueryClient } from './client';
import { Emulator, type Sizes } from './emulator';
import { liveVariables } from './live-variables';
import { startProgram, type Program } from './program';

export const SIDES = ['gateway', 'bare', 'naive'] as const;
export type Side = (typeof SIDES)[number];

const MODULES: Readonly<Record<Side, string>> = {
  gateway: join(__dirname, '../src/main.js'),
  bare: join(__dirname, 'baselines/bare.js'),
  naive: join(__dirname, 'baselines/naive.js'),
};

export interface BenchEnvironment {
  readonly emulator: Emulator;
  readonly gateway: Program;
  readonly clients: Readonly<Record<Side, QueryClient>>;
  close(): Promise<void>;
}

/** Starts all processes. Each region is a target with the same name. */
export async function startEnvironment(
  regions: readonly string[],
  services: readonly string[],
  sizes: Sizes,
): Promise<BenchEnvironment> {
  const folder = mkdtempSync(join(tmpdir(), 'secops-graph-bench-'));
  const emulator = await Emulator.start(sizes);
  const env = {
    ...liveVariables(emulator.url),
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'fatal',
    TARGETS_FILE: join(folder, 'targets.json'),
    BASELINE_REGIONS: regions.join(','),
  };
  const targets = regions.map((region) => ({ name: region, region, services }));
  writeFileSync(env.TARGETS_FILE, JSON.stringify({ targets }));
  const start = (side: Side) => startProgram(MODULES[side], env);
  const [gateway, bare, naive] = await Promise.all([start('gateway'), start('bare'), start('naive')]);
  rmSync(folder, { recursive: true });
  const programs = { gateway, bare, naive };
  const clients = {
    gateway: new QueryClient(`${gateway.url}/graphql`),
    bare: new QueryClient(`${bare.url}/graphql`),
    naive: new QueryClient(`${naive.url}/graphql`),
  };
  return {
    emulator,
    gateway,
    clients,
    close: async () => {
      for (const side of SIDES) {
        clients[side].close();
        await programs[side].stop();
      }
      await emulator.stop();
    },
  };
}
