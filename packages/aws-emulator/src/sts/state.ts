/** What the emulator stores of STS: nothing of its own; the sessions are good for all services. */
import type { Call } from '../kernel/operation';
import type { Sessions } from '../kernel/sessions';

export interface StsState {
  readonly account: string;
  readonly sessions: Sessions;
}

export type StsCall = Call<StsState>;
