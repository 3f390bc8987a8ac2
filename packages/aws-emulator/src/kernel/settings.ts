/** The settings of the emulator: defaults and environment variables. */
import { isIP } from 'node:net';

/** The address that the emulator listens on, and the data that it generates per account and region. */
export interface EmulatorSettings {
  /** A loopback address. */
  readonly host: string;
  /** 0 selects a free port. */
  readonly port: number;
  /** The hosts besides loopback and `host` for which the control endpoints accept requests: names or addresses without ports. */
  readonly controlHosts: readonly string[];
  /** The same seed, account and region give the same ids. */
  readonly seed: string;
  readonly sizes: EmulatorSizes;
}

/** The number of seeded resources per account and region, each from 0 to 100000. */
export interface EmulatorSizes {
  readonly jobs: number;
  readonly members: number;
  readonly exportJobs: number;
  readonly cases: number;
}

const HOST_NAME = /^[\w-]+(\.[\w-]+)*$/;

export const MAX_SIZE = 100_000;

export const DEFAULT_SETTINGS: EmulatorSettings = {
  host: '127.0.0.1',
  port: 0,
  controlHosts: [],
  seed: 'secops-graph',
  sizes: { jobs: 120, members: 40, exportJobs: 30, cases: 30 },
};

/** An invalid environment variable. The message is one line: the variable, its value, and the values to set. */
export class EmulatorSettingsError extends Error {
  override readonly name = 'EmulatorSettingsError';
}

/**
 * Reads EMULATOR_PORT (default: a free port), EMULATOR_CONTROL_HOSTS, EMULATOR_SEED and the four sizes; the host is 127.0.0.1. An empty variable
 * counts as not set. Throws EmulatorSettingsError.
 */
export function readEmulatorSettings(env: NodeJS.ProcessEnv): EmulatorSettings {
  const { host, port, seed, sizes } = DEFAULT_SETTINGS;
  return {
    host,
    port: readPort(env, port),
    controlHosts: readHosts(env),
    seed: valueOf(env, 'EMULATOR_SEED') ?? seed,
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

/**
 * Reads the settings of the standalone program: also EMULATOR_PORT (default 4566) and EMULATOR_HOST (loopback only).
 * Throws EmulatorSettingsError.
 */
export function readStandAloneSettings(env: NodeJS.ProcessEnv): EmulatorSettings {
  const host = valueOf(env, 'EMULATOR_HOST') ?? DEFAULT_SETTINGS.host;
  if (!LOOPBACK_HOSTS.includes(host)) {
    throw new EmulatorSettingsError(
      `EMULATOR_HOST is ${JSON.stringify(host)}, but the emulator listens on loopback only: set one of ${LOOPBACK_HOSTS.join(', ')}.`,
    );
  }
  return { ...readEmulatorSettings(env), host, port: readPort(env, STAND_ALONE_PORT) };
}

function readPort(env: NodeJS.ProcessEnv, fallback: number): number {
  return readWholeNumber(env, 'EMULATOR_PORT', fallback, 65_535, STAND_ALONE_PORT);
}

function readHosts(env: NodeJS.ProcessEnv): readonly string[] {
  const text = valueOf(env, 'EMULATOR_CONTROL_HOSTS');
  if (text === undefined) return DEFAULT_SETTINGS.controlHosts;
  const hosts = text.split(',').map((host) => host.trim());
  if (!hosts.every((host) => isIP(host) !== 0 || HOST_NAME.test(host))) {
    throw new EmulatorSettingsError(
      `EMULATOR_CONTROL_HOSTS is ${JSON.stringify(text)}: set host names without ports, such as aws-emulator,host.docker.internal.`,
    );
  }
  return hosts;
}

function readWholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  max: number,
  example = fallback,
): number {
  const text = valueOf(env, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new EmulatorSettingsError(
      `${name} is ${JSON.stringify(text)}: set a whole number from 0 to ${max}, such as ${example}.`,
    );
  }
  return value;
}

function valueOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}
