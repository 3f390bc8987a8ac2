/** The options of the peer benchmark. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { OptionError } from '../options';
import type { Budget } from './measure';

export interface PeerOptions {
  readonly quick: boolean;
  /** True to write PEERS.md. */
  readonly write: boolean;
  readonly runs: number;
  readonly budget: Budget;
  /** The Node.js binaries that run the servers. */
  readonly nodes: readonly string[];
  /** Built checkouts of this project whose gateways are measured too. */
  readonly gateways: readonly string[];
  /** The folder for CPU profiles of the gateways; undefined to compare the servers instead. */
  readonly profile: string | undefined;
}

const FULL = { runs: 3, budget: { warmUpMs: 20_000, windowMs: 2_000, windows: 7 } };
const QUICK = { runs: 1, budget: { warmUpMs: 1_000, windowMs: 500, windows: 3 } };

const OPTIONS = {
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  runs: { type: 'string' },
  node: { type: 'string', multiple: true, default: [] as string[] },
  gateway: { type: 'string', multiple: true, default: [] as string[] },
  profile: { type: 'string' },
} satisfies ParseArgsConfig['options'];

/** Reads the program arguments. Throws OptionError. */
export function readPeerOptions(args: readonly string[]): PeerOptions {
  const { quick, write, runs, node, gateway, profile } = parse(args);
  const defaults = quick ? QUICK : FULL;
  if (runs !== undefined && !/^[1-9]\d?$/.test(runs))
    throw new OptionError('--runs takes a number from 1 to 99.');
  return {
    quick,
    write,
    runs: runs === undefined ? defaults.runs : Number(runs),
    budget: defaults.budget,
    nodes: [process.execPath, ...node],
    gateways: gateway,
    profile,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OptionError(
      `${reason}. Use --quick, --write, --runs <number>, --node <binary>, --gateway <folder> or --profile <folder>.`,
    );
  }
}
