/** Faults that the control endpoints lay in the way of AWS calls. */
import type { Scope } from './scope';

export interface FaultError {
  readonly type: string;
  readonly status?: number | undefined;
  readonly message?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Ways for an answer to go wrong once the operation is done. */
export const WIRE_FAULTS = [
  'reset',
  'garbage',
  'stall',
  'cut',
  'trickle',
  'huge',
  'endless',
  'gzip',
] as const;
export type WireFault = (typeof WIRE_FAULTS)[number];

/** Sent as it stands. */
export interface FaultResponse {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** What happens to the calls that it matches. */
export interface Fault {
  readonly service: string;
  /** An operation's name, or `*` for all of the service. */
  readonly operation: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** Milliseconds before anything else happens. */
  readonly latencyMs?: number | undefined;
  /** The call waits before anything else happens, until the held calls are released. */
  readonly hold?: boolean | undefined;
  /** Answered in place of the operation. */
  readonly error?: FaultError | undefined;
  /** Likewise, but in no protocol of AWS's. */
  readonly answer?: FaultResponse | undefined;
  readonly wire?: WireFault | undefined;
  /** The connection is dropped before, or after, the operation is applied. */
  readonly lostResponse?: 'before' | 'after' | undefined;
  /** A list answers with half of its page, or with none of it, and a nextToken that loses nothing. */
  readonly page?: 'short' | 'empty' | undefined;
  /** Never answered, never applied. */
  readonly hang?: boolean | undefined;
}

export interface LaidFault extends Fault {
  readonly id: number;
  /** Calls that it will still hit; null for all until it is cleared. */
  remaining: number | null;
}

export class Faults {
  #laid: LaidFault[] = [];
  #lastId = 0;
  #held: (() => void)[] = [];

  get all(): readonly LaidFault[] {
    return this.#laid;
  }

  lay(fault: Fault, count: number | undefined): LaidFault {
    const laid = { id: (this.#lastId += 1), ...fault, remaining: count ?? null };
    this.#laid.push(laid);
    return laid;
  }

  clear(): void {
    this.#laid = [];
  }

  /** Resolves at the next release. */
  hold(): Promise<void> {
    return new Promise((resolve) => this.#held.push(resolve));
  }

  /** Lets every held call continue; returns how many there were. */
  release(): number {
    const held = this.#held;
    this.#held = [];
    for (const resume of held) resume();
    return held.length;
  }

  /** The oldest fault that matches a call, used up by one. */
  take(service: string, operation: string, { account, region }: Scope): Fault | undefined {
    const fault = this.#laid.find(
      (laid) =>
        laid.service === service &&
        (laid.operation === '*' || laid.operation === operation) &&
        (laid.account ?? account) === account &&
        (laid.region ?? region) === region,
    );
    if (fault?.remaining != null) {
      fault.remaining -= 1;
      if (fault.remaining === 0) this.#laid = this.#laid.filter((laid) => laid !== fault);
    }
    return fault;
  }
}
