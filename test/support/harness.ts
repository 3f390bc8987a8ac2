// The harness of most suites: an emulator without resources, a gateway, and the AWS calls between them.
import { setTimeout as delay } from 'node:timers/promises';
import { startTestEmulator, type RecordedCall, type TestEmulator } from './emulator';
import type { CallLimits } from '../../src/aws/client/call-limits';
import { LONG_TIMEOUTS, startTestGateway, type TestGateway } from './gateway';

export type Call = Pick<RecordedCall, 'operation' | 'parameters'>;

const READS = /^(Describe|Get|List)/;

export class Harness {
  emulator!: TestEmulator;
  gateway!: TestGateway;

  /** The AWS operations that were called, in order. */
  async operations(): Promise<string[]> {
    return (await this.emulator.calls()).map(({ operation }) => operation);
  }

  /** The AWS calls that change resources, in order. */
  async updates(): Promise<Call[]> {
    const calls = await this.emulator.calls();
    return calls
      .filter(({ operation }) => !READS.test(operation))
      .map(({ operation, parameters }) => ({ operation, parameters }));
  }

  async forgetCalls(): Promise<void> {
    await this.emulator.control('DELETE', '/calls');
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

  async put(service: string, resource: string, id: string, set: object, more: object = {}): Promise<void> {
    await this.emulator.control('POST', '/put', { service, resource, id, set, ...more });
  }

  /** Adds faults to AWS calls. Of several faults for one operation, the first is used up first. */
  async lay(...faults: object[]): Promise<void> {
    for (const fault of faults) await this.emulator.control('POST', '/faults', fault);
  }
}

async function start(harness: Harness, limits: Partial<CallLimits> = LONG_TIMEOUTS): Promise<void> {
  harness.emulator = await startTestEmulator({ sizes: { jobs: 0, members: 0, exportJobs: 0, cases: 0 } });
  harness.gateway = await startTestGateway(harness.emulator.url, {}, limits);
}

async function stop(harness: Harness): Promise<void> {
  await harness.gateway.close();
  await harness.emulator.close();
}

/** Starts a harness before the tests of a file, empties it before each test, and closes it after the last. */
export function useHarness(): Harness {
  const harness = new Harness();
  beforeAll(() => start(harness));
  beforeEach(() => harness.emulator.control('POST', '/reset'));
  afterAll(() => stop(harness));
  return harness;
}

/** A slow test with a separate harness. It runs concurrently with the other tests of this kind, before the rest of the file. */
export function testInOwnHarness(
  name: string,
  run: (harness: Harness) => Promise<void>,
  limits?: Partial<CallLimits>,
): void {
  const inHarness = async () => {
    const harness = new Harness();
    await start(harness, limits);
    try {
      await run(harness);
    } finally {
      await stop(harness);
    }
  };
  test.concurrent(name, inHarness);
}
