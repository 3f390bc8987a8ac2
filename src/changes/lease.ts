/** Leases: only one gateway at a time may change a resource. */

export interface Lease {
  /** The end of the lease, on the clock of `Clock.now`. The gateway must not send a change after it. */
  readonly until: number;
  /** Never rejects: a lease that cannot be released expires. */
  release(): Promise<void>;
}

export interface LeaseStore {
  /**
   * Waits for the lease until `deadline`, on the clock of `Clock.now`, or until the signal aborts. Throws
   * LeaseUnavailableError when the store is unavailable, and OverloadedError when another gateway holds the lease.
   */
  acquire(key: string, deadline: number, signal: AbortSignal): Promise<Lease>;
}

/** The lease store of a single gateway, whose queue already serializes the changes of a resource. */
export const SINGLE_GATEWAY_LEASES: LeaseStore = {
  acquire: () => Promise.resolve({ until: Infinity, release: () => Promise.resolve() }),
};
