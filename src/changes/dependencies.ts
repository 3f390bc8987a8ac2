/** What all changes of a gateway share. */
import type { Targets } from '../domain/targets';
import type { Clock } from './clock';
import type { KeyedQueue } from './keyed-queue';
import type { LeaseStore } from './lease';
import type { Procedure } from './mutation-pipeline';

export interface ChangeRoom {
  readonly queue: KeyedQueue;
  readonly leases: LeaseStore;
  readonly procedure: Procedure;
  readonly clock: Clock;
  readonly targets: Targets;
}

/** Milliseconds to wait for another gateway's change of the same resource. */
export const LEASE_PATIENCE = 15_000;

/** Milliseconds that sending may take; a lease that ends sooner is none to send under. */
export const SENDING = 11_000;
