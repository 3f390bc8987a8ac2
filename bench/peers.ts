/** The peer benchmark: the gateway beside other servers that answer the same query. With --write it updates bench/PEERS.md. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinClients, type Cores } from './peers/cores';
import { gatewayOf, PEERS, startPeers, THIS_GATEWAY, type ServerModule } from './peers/environment';
import { measurePages } from './peers/measure';
import { readPeerOptions, type PeerOptions } from './peers/options';
import { PAGE_SIZES } from './peers/query';
import { peerReport } from './peers/report';
import type { NodeResults, RunResults } from './peers/results';
import { recordProfiles } from './profile/record';
import { profileReport } from './profile/report';
import { progress, runProgram } from './run';

const RESULTS_FILE = join(__dirname, '../../bench/PEERS.md');

async function main(): Promise<void> {
  const options = readPeerOptions(process.argv.slice(2));
  const cores = pinClients();
  const text =
    options.profile === undefined
      ? await comparePeers(options, cores)
      : await profileGateways(options, cores, options.profile);
  process.stdout.write(text);
}

async function comparePeers(options: PeerOptions, cores: Cores): Promise<string> {
  const modules = [...gateways(options), ...PEERS];
  const results: NodeResults[] = [];
  for (const node of options.nodes) {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().replace(/^v/, '');
    const runs: RunResults[] = [];
    for (let run = 1; run <= options.runs; run += 1) {
      progress(`Node.js ${version}, run ${run}`);
      runs.push(await runOnce(modules, cores.serverCommand(node), options));
    }
    results.push({ version, runs });
  }
  const text = peerReport(results, { quick: options.quick, arePinned: cores.arePinned });
  if (options.write) writeFileSync(RESULTS_FILE, text);
  return text;
}

async function runOnce(
  modules: readonly ServerModule[],
  command: readonly string[],
  { budget }: PeerOptions,
): Promise<RunResults> {
  const environment = await startPeers(modules, command);
  try {
    return await measurePages(environment, PAGE_SIZES, budget);
  } finally {
    await environment.close();
  }
}

async function profileGateways(options: PeerOptions, cores: Cores, folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const [node = process.execPath] = options.nodes;
  const environment = await startPeers(gateways(options), cores.serverCommand(node));
  try {
    return profileReport(await recordProfiles(environment, options.budget, folder));
  } finally {
    await environment.close();
  }
}

function gateways(options: PeerOptions): readonly ServerModule[] {
  return [THIS_GATEWAY, ...options.gateways.map(gatewayOf)];
}

runProgram(main);
