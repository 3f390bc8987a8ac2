// An emulator of AWS for one test suite: on a free port, with its control endpoints and its call log.
import {
  startEmulator,
  type Emulator,
  type EmulatorOptions,
  type LoggedCall,
} from '@secops-graph/aws-emulator';
import { endWithFile } from './cleanup';

/** One call that reached an AWS operation; `status` is null when no response was sent. */
export type RecordedCall = LoggedCall;

/** `url` is the endpoint of all services; `control` calls a control endpoint and throws unless it returns 2xx. */
export interface TestEmulator extends Emulator {
  /** The calls of Macie, WorkMail and Security Incident Response since the start, the last reset, or DELETE /calls, oldest first. */
  calls(): Promise<RecordedCall[]>;
  /** The calls of all services, STS included. */
  allCalls(): Promise<RecordedCall[]>;
}

/** Starts an emulator with the default settings, changed by `options`. Close it in afterAll. */
export async function startTestEmulator(options: EmulatorOptions = {}): Promise<TestEmulator> {
  const emulator = await startEmulator(options);
  const allCalls = async () => (await emulator.control('GET', '/calls')) as RecordedCall[];
  return {
    ...emulator,
    close: endWithFile(() => emulator.close()),
    calls: async () => (await allCalls()).filter(({ service }) => service !== 'sts'),
    allCalls,
  };
}

/** A resource in the response of GET /_emulator/state. */
export type StateRow = Readonly<Record<string, unknown>>;

/** The stored resources of an account and region. */
export interface EmulatorState {
  readonly macie2: { readonly jobs: StateRow[]; readonly members: StateRow[] };
  readonly workmail: {
    readonly organizations: (StateRow & { readonly users: StateRow[]; readonly exportJobs: StateRow[] })[];
  };
  readonly 'security-ir': { readonly cases: StateRow[] };
}

export async function readState(
  emulator: TestEmulator,
  account = '111122223333',
  region = 'us-east-1',
): Promise<EmulatorState> {
  return (await emulator.control('GET', `/state?account=${account}&region=${region}`)) as EmulatorState;
}
