// The resources that the emulator stores, read with GET /_emulator/state.
import { ACCOUNT, REGION } from './clients';
import type { TestEmulator } from './emulator';

/** A resource with its AWS members. */
export type StateRow = Readonly<Record<string, unknown>>;

export interface EmulatorState {
  readonly macie2: { readonly jobs: StateRow[]; readonly members: StateRow[] };
  readonly workmail: {
    readonly organizations: (StateRow & { readonly users: StateRow[]; readonly exportJobs: StateRow[] })[];
  };
  readonly 'security-ir': { readonly cases: StateRow[]; readonly memberships: StateRow[] };
}

export async function readState(
  emulator: Pick<TestEmulator, 'control'>,
  account = ACCOUNT,
  region = REGION,
): Promise<EmulatorState> {
  return (await emulator.control('GET', `/state?account=${account}&region=${region}`)) as EmulatorState;
}
