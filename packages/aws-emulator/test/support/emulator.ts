// The emulator of one test suite. The hooks of jest start, reset and close it.
import { startEmulator, type EmulatorOptions } from '../../src/emulator';
import type { LoggedCall } from '../../src/kernel/call-log';
import { sdkClients, type Clients } from './clients';

/** Sizes of a seed without resources. */
export const NO_RESOURCES = { jobs: 0, members: 0, exportJobs: 0, cases: 0 };

export interface TestEmulator {
  /** The endpoint of all services, e.g. http://127.0.0.1:49152. */
  readonly url: string;
  /** Calls a control endpoint, e.g. control('POST', '/clock', { advanceSeconds: 60 }); throws unless it returns 2xx. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  /** The calls of Macie, WorkMail and Security Incident Response since the start, the last reset, or DELETE /calls, oldest first. */
  calls(): Promise<LoggedCall[]>;
  /** The calls of all services, STS included. */
  allCalls(): Promise<LoggedCall[]>;
  close(): Promise<void>;
}

/** Starts an emulator on a free port. Suites with one emulator use `useEmulator`. */
export async function startTestEmulator(options: EmulatorOptions = {}): Promise<TestEmulator> {
  const emulator = await startEmulator(options);
  const allCalls = async () => (await emulator.control('GET', '/calls')) as LoggedCall[];
  return {
    ...emulator,
    calls: async () => (await allCalls()).filter(({ service }) => service !== 'sts'),
    allCalls,
  };
}

interface UseOptions extends EmulatorOptions {
  /** Freezes the clock at this ISO time before each test, and generates data around it. */
  readonly frozenAt?: string;
  /** Generates new data before each test; true by default. */
  readonly resetBeforeEach?: boolean;
}

/** The emulator of a suite and SDK clients of it. Both work as soon as the hooks of jest run. */
export interface UsedEmulator {
  readonly emulator: Omit<TestEmulator, 'close'>;
  readonly clients: Omit<Clients, 'destroy'>;
}

/** Starts an emulator before the tests of a file or a `describe`, resets it before each test, and closes it after them. */
export function useEmulator({ frozenAt, resetBeforeEach = true, ...options }: UseOptions = {}): UsedEmulator {
  let started: TestEmulator | undefined;
  let clients: Clients | undefined;
  beforeAll(async () => {
    started = await startTestEmulator(options);
    clients = sdkClients(started.url);
  });
  beforeEach(async () => {
    if (resetBeforeEach) await emulator.control('POST', '/reset', { now: frozenAt });
    if (frozenAt !== undefined) await emulator.control('POST', '/clock', { frozen: true, set: frozenAt });
  });
  afterAll(async () => {
    clients?.destroy();
    await started?.close();
  });
  const emulator: UsedEmulator['emulator'] = {
    get url() {
      return required(started).url;
    },
    control: (method, path, body) => required(started).control(method, path, body),
    calls: () => required(started).calls(),
    allCalls: () => required(started).allCalls(),
  };
  return {
    emulator,
    clients: {
      get macie() {
        return required(clients).macie;
      },
      get workMail() {
        return required(clients).workMail;
      },
      get securityIr() {
        return required(clients).securityIr;
      },
    },
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined)
    throw new Error('The emulator starts in beforeAll: use it in hooks and tests only.');
  return value;
}
