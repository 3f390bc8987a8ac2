/** The emulator's settings: defaults, and their reading from environment variables. */

/** Where the emulator listens, and what its seed holds per account and region. */
export interface EmulatorSettings {
  /** A loopback address. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The same seed, account and region give the same ids. */
  readonly seed: string;
  readonly sizes: EmulatorSizes;
}

/** How many resources are seeded per account and region, each 0..100000. */
export interface EmulatorSizes {
  readonly jobs: number;
  readonly members: number;
  readonly exportJobs: number;
  readonly cases: number;
}

export const MAX_SIZE = 100_000;

export const DEFAULT_SETTINGS: EmulatorSettings = {
  host: '127.0.0.1',
  port: 0,
  seed: 'secops-graph',
  sizes: { jobs: 120, members: 40, exportJobs: 30, cases: 30 },
};

/** A variable holds something unusable; the message is one line saying which, what, and what to set. */
export class EmulatorSettingsError extends Error {
  override readonly name = 'EmulatorSettingsError';
}

/** Reads EMULATOR_PORT (default: a free port), EMULATOR_SEED and the four sizes; the host is 127.0.0.1. */
export function readEmulatorSettings(env: NodeJS.ProcessEnv): EmulatorSettings {
  const { host, port, seed, sizes } = DEFAULT_SETTINGS;
  return {
    host,
    port: readPort(env, port),
    seed: env.EMULATOR_SEED ?? seed,
    sizes: {
      jobs: readWholeNumber(env, 'EMULATOR_JOBS', sizes.jobs, MAX_SIZE),
      members: readWholeNumber(env, 'EMULATOR_MEMBERS', sizes.members, MAX_SIZE),
      exportJobs: readWholeNumber(env, 'EMULATOR_EXPORT_JOBS', sizes.exportJobs, MAX_SIZE),
      cases: readWholeNumber(env, 'EMULATOR_CASES', sizes.cases, MAX_SIZE),
    },
  };
}

const STAND_ALONE_PORT = 4566;
const LOOPBACK_HOSTS = ['127.0.0.1', '::1', 'localhost'];

/** What the stand-alone program reads on top: EMULATOR_PORT (default 4566) and EMULATOR_HOST (loopback only). */
export function readStandAloneSettings(env: NodeJS.ProcessEnv): EmulatorSettings {
  const host = env.EMULATOR_HOST ?? DEFAULT_SETTINGS.host;
  if (!LOOPBACK_HOSTS.includes(host)) {
    throw new EmulatorSettingsError(
      `EMULATOR_HOST is "${host}", but the emulator listens on loopback only: set one of ${LOOPBACK_HOSTS.join(', ')}.`,
    );
  }
  return { ...readEmulatorSettings(env), host, port: readPort(env, STAND_ALONE_PORT) };
}

function readPort(env: NodeJS.ProcessEnv, fallback: number): number {
  return readWholeNumber(env, 'EMULATOR_PORT', fallback, 65_535);
}

function readWholeNumber(env: NodeJS.ProcessEnv, name: string, fallback: number, max: number): number {
  const text = env[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new EmulatorSettingsError(`${name} is "${text}": set a whole number from 0 to ${max}.`);
  }
  return value;
}
