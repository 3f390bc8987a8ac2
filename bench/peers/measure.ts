/** The measurement of all servers in alternation, so that other load on the machine affects all of them equally. */
import { compareResponses, type ResponseSizes } from './compare';
import { drive, type Load } from './drive';
import type { PeerEnvironment, Server } from './environment';
import { CLIENTS } from './query';

export interface Budget {
  /** For each server and page size, in milliseconds. */
  readonly warmUpMs: number;
  readonly windowMs: number;
  /** The number of windows of each server and page size. */
  readonly windows: number;
}

/** What a server did during one window. */
export interface Window {
  /** Responses per second. */
  readonly rate: number;
  /** The CPU time of the server per response in milliseconds, of all its threads. */
  readonly cpuMs: number;
  readonly responses: number;
  /** The AWS calls of the server. */
  readonly calls: number;
}

/** The windows of each server, by its name. */
export type Windows = ReadonlyMap<string, readonly Window[]>;

/**
 * Compares the responses of all servers for each page size, warms the servers with all of them, and then measures one
 * size after the other. V8 still optimizes code of one page size during the first seconds of another one.
 */
export async function measurePages(
  environment: PeerEnvironment,
  pageSizes: readonly number[],
  budget: Budget,
): Promise<ReadonlyMap<number, Windows>> {
  const { servers } = environment;
  const sizes = new Map<number, ResponseSizes>();
  for (const rows of pageSizes) {
    const ofPage = await compareResponses(servers, rows);
    sizes.set(rows, ofPage);
    const load = { rows, clients: CLIENTS, ms: budget.warmUpMs };
    for (const server of servers) await driveServer(server, load, ofPage);
  }
  const measured = new Map<number, Windows>();
  for (const [rows, ofPage] of sizes)
    measured.set(rows, await measurePage(environment, rows, budget, ofPage));
  return measured;
}

/** Measures the servers in alternation. */
async function measurePage(
  environment: PeerEnvironment,
  rows: number,
  { windowMs, windows }: Budget,
  sizes: ResponseSizes,
): Promise<Windows> {
  const { servers } = environment;
  const load = { rows, clients: CLIENTS, ms: windowMs };
  const measured = new Map<string, Window[]>(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < windows; round += 1) {
    for (const server of rotated(servers, round))
      measured.get(server.name)?.push(await measureWindow(environment, server, load, sizes));
  }
  return measured;
}

async function measureWindow(
  { canned }: PeerEnvironment,
  server: Server,
  load: Load,
  sizes: ResponseSizes,
): Promise<Window> {
  const [callsBefore, cpuBefore] = [await canned.countCalls(), await server.program.processorMs()];
  const { responses, ms } = await driveServer(server, load, sizes);
  if (responses === 0) throw new Error(`${server.name} did not respond within ${ms} ms.`);
  const cpuMs = ((await server.program.processorMs()) - cpuBefore) / responses;
  const calls = (await canned.countCalls()) - callsBefore;
  return { rate: (1000 * responses) / ms, cpuMs, responses, calls };
}

function driveServer({ name, url }: Server, load: Load, sizes: ResponseSizes) {
  return drive(url, load, sizes.get(name) ?? 0);
}

/** The list from its element at `start` on, then the elements before it. */
export function rotated<Element>(list: readonly Element[], start: number): readonly Element[] {
  const first = start % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}
