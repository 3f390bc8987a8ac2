/** Injected faults, which the control endpoints add to AWS calls. */
import type { Scope } from './scope';

export interface FaultError {
  readonly type: string;
  readonly status?: number | undefined;
  readonly message?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Transport faults of the response, after the operation has run. */
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

/** A response that is sent unchanged. */
export interface FaultResponse {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** The calls that a fault matches, and its effects on them. */
export interface Fault {
  readonly service: string;
  /** The name of an operation, or `*` for all operations of the service. */
  readonly operation: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** The delay before all other effects, in milliseconds. */
  readonly latencyMs?: number | undefined;
  /** The call waits before all other effects, until the held calls are released. */
  readonly hold?: boolean | undefined;
  /** The error that is returned. The operation does not run. */
  readonly error?: FaultError | undefined;
  /** The response that is returned, in no protocol of AWS. The operation does not run. */
  readonly answer?: FaultResponse | undefined;
  readonly wire?: WireFault | undefined;
  /** The connection is dropped before or after the operation runs. */
  readonly lostResponse?: 'before' | 'after' | undefined;
  /** A list returns half of a page or an empty page, with a nextToken. No row is lost. */
  readonly page?: 'short' | 'empty' | undefined;
  /** The operation does not run and there is no response. */
  readonly hang?: boolean | undefined;
}

export interface ActiveFault extends Fault {
  readonly id: number;
  /** The number of further calls that the fault affects; null for all calls until the fault is cleared. */
  remaining: number | null;
}

export class Faults {
  #active: ActiveFault[] = [];
  #lastId = 0;
  #held: (() => void)[] = [];

  get all(): readonly ActiveFault[] {
    return this.#active;
  }

  /** @param count the number of calls to affect; undefined for all calls until the fault is cleared */
  add(fault: Fault, count: number | undefined): ActiveFault {
    const active = { id: (this.#lastId += 1), ...fault, remaining: count ?? null };
    this.#active.push(active);
    return active;
  }

  clear(): void {
    this.#active = [];
  }

  /** Resolves at the next `release`. */
  hold(): Promise<void> {
    return new Promise((resolve) => this.#held.push(resolve));
  }

  /** Resumes all held calls, and returns their number. */
  release(): number {
    const held = this.#held;
    this.#held = [];
    for (const resume of held) resume();
    return held.length;
  }

  /** Returns the oldest fault that matches a call, and decrements its count. */
  take(service: string, operation: string, { account, region }: Scope): Fault | undefined {
    const fault = this.#active.find(
      (active) =>
        active.service === service &&
        (active.operation === '*' || active.operation === operation) &&
        (active.account ?? account) === account &&
        (active.region ?? region) === region,
    );
    if (fault?.remaining != null) {
      fault.remaining -= 1;
      if (fault.remaining === 0) this.#active = this.#active.filter((active) => active !== fault);
    }
    return fault;
  }
}
