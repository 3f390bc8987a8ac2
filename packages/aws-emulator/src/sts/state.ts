/** The state of STS for one account: only the sessions, which all services share. */
import type { Call } from '../kernel/operation';
import type { Sessions } from '../kernel/sessions';

export interface StsState {
  readonly account: string;
  readonly sessions: Sessions;
}

export type StsCall = Call<StsState>;
