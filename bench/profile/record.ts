/** CPU profiles of gateways under the load of the peer benchmark. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareResponses } from '../peers/compare';
import { drive } from '../peers/drive';
import type { PeerEnvironment } from '../peers/environment';
import type { Budget } from '../peers/measure';
import { CLIENTS, PAGE_SIZES } from '../peers/query';
import { selfTimes, type StageTimes } from './self-times';

export interface StageProfile {
  readonly server: string;
  readonly rows: number;
  /** Milliseconds of each stage per request. */
  readonly times: StageTimes;
}

/** Warms every gateway, records one profile for each page size, and writes it to a file that Chrome DevTools open. */
export async function recordProfiles(
  { servers }: PeerEnvironment,
  { warmUpMs, windowMs, windows }: Budget,
  folder: string,
): Promise<readonly StageProfile[]> {
  const recorded: StageProfile[] = [];
  for (const rows of PAGE_SIZES) {
    const sizes = await compareResponses(servers, rows);
    for (const { name, url, program } of servers) {
      const expectedBytes = sizes.get(name) ?? 0;
      await drive(url, { rows, clients: CLIENTS, ms: warmUpMs }, expectedBytes);
      await program.startProfile();
      const cpuBefore = await program.processorMs();
      const load = { rows, clients: CLIENTS, ms: windows * windowMs };
      const { responses } = await drive(url, load, expectedBytes);
      const cpuMs = ((await program.processorMs()) - cpuBefore) / responses;
      const profile = await program.stopProfile();
      writeFileSync(
        join(folder, `${name.replaceAll(' ', '-')}-${rows}-rows.cpuprofile`),
        JSON.stringify(profile),
      );
      recorded.push({ server: name, rows, times: selfTimes(profile, cpuMs) });
    }
  }
  return recorded;
}
