/** The right to change a resource, which one gateway has at a time. */

export interface Lease {
  /** By the clock's `now`: whoever has not sent the change by then, and has not heard of it, must not send it. */
  readonly until: number;
  /** Never fails: a lease that cannot be given back ends by itself. */
  release(): Promise<void>;
}

export interface LeaseStore {
  /**
   * Waits for the lease no longer than until `latest`, by the clock's `now`, or until the signal aborts. Throws LeaseUnavailableError when leases
   * cannot be had at all, and OverloadedError when another gateway does not give it back.
   */
  acquire(key: string, latest: number, signal: AbortSignal): Promise<Lease>;
}

/** For a gateway that is the only one: its own queue keeps the changes of a resource apart. */
export const SINGLE_GATEWAY_LEASES: LeaseStore = {
  acquire: () => Promise.resolve({ until: Infinity, release: () => Promise.resolve() }),
};
