// A gateway with three targets: accounts and regions of one emulator that have different resources.
import type { CallLimits } from '../../src/aws/client/call-limits';
import type { Config } from '../../src/config/config';
import { SERVICE_NAMES } from '../../src/domain/services';
import type { EmulatorSizes } from '@secops-graph/aws-emulator';
import type { Target } from '../../src/domain/targets';
import { setTimeout as delay } from 'node:timers/promises';
import { startTestEmulator, type TestEmulator } from './emulator';
import { LONG_TIMEOUTS, startTestGateway, type TestGateway } from './gateway';

type TestTarget = Target & { readonly account: string };

/** The account of the gateway. */
export const HOME: TestTarget = {
  name: 'home',
  account: '111122223333',
  region: 'us-east-1',
  services: SERVICE_NAMES,
};

const assumed = (name: string, account: string, region: string): TestTarget => ({
  name,
  account,
  region,
  roleArn: `arn:aws:iam::${account}:role/secops-graph`,
  services: SERVICE_NAMES,
});

export const PARTNER = assumed('partner', '222233334444', 'us-east-1');
export const WEST = assumed('west', '333344445555', 'us-west-2');
export const SEVERAL_TARGETS = [HOME, PARTNER, WEST] as const;

export class SeveralTargets {
  emulator!: TestEmulator;
  gateway!: TestGateway;

  /** The AWS operations that were called since the last forgetCalls, in order. */
  async operations(): Promise<string[]> {
    return (await this.emulator.calls()).map(({ operation }) => operation);
  }

  /** How often each AWS operation was called since the last forgetCalls. */
  async callCounts(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const operation of await this.operations()) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  async forgetCalls(): Promise<void> {
    await this.emulator.control('DELETE', '/calls');
  }

  /** Waits until AWS has received `count` calls. */
  async callsReach(count: number): Promise<void> {
    while ((await this.emulator.calls()).length < count);
  }

  /** Adds faults to AWS calls. Of several faults for one operation, the first is used up first. */
  async lay(...faults: object[]): Promise<void> {
    for (const fault of faults) await this.emulator.control('POST', '/faults', fault);
  }

  /** Waits until at most `count` of the faults with a limited number of calls are left. */
  async faultsLeft(count: number): Promise<void> {
    const faults = async () => (await this.emulator.control('GET', '/faults')) as unknown[];
    while ((await faults()).length > count) await delay(5);
  }

  /** Continues the calls that faults with `hold` have stopped. */
  async release(): Promise<void> {
    await this.emulator.control('POST', '/faults/release');
  }

  async clearFaults(): Promise<void> {
    await this.emulator.control('DELETE', '/faults');
  }
}

async function start(
  setup: SeveralTargets,
  sizes: Partial<EmulatorSizes> = {},
  overrides: Partial<Config> = { targets: SEVERAL_TARGETS },
  limits: Partial<CallLimits> = LONG_TIMEOUTS,
): Promise<void> {
  setup.emulator = await startTestEmulator({
    sizes: { jobs: 40, members: 30, exportJobs: 20, cases: 30, ...sizes },
  });
  await setup.emulator.control('POST', '/clock', { frozen: true });
  setup.gateway = await startTestGateway(setup.emulator.url, overrides, limits);
}

async function stop(setup: SeveralTargets): Promise<void> {
  await setup.gateway.close();
  await setup.emulator.close();
}

/** Starts the gateway and its emulator before the tests of a file, and closes them after the last. The emulator's clock is frozen. */
export function useSeveralTargets(
  sizes?: Partial<EmulatorSizes>,
  overrides?: Partial<Config>,
  limits?: Partial<CallLimits>,
): SeveralTargets {
  const setup = new SeveralTargets();
  beforeAll(() => start(setup, sizes, overrides, limits));
  afterAll(() => stop(setup));
  return setup;
}

/** Runs a test with a separate gateway and emulator; `limits` are the timeouts of AWS calls. */
export async function withSeveralTargets(
  run: (setup: SeveralTargets) => Promise<void>,
  limits: Partial<CallLimits> = LONG_TIMEOUTS,
): Promise<void> {
  const setup = new SeveralTargets();
  await start(setup, {}, { targets: SEVERAL_TARGETS }, limits);
  try {
    await run(setup);
  } finally {
    await stop(setup);
  }
}
