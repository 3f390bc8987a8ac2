/** What all changes of a gateway share. */
import type { Targets } from '../domain/targets';
import type { Clock } from './clock';
import type { KeyedQueue } from './keyed-queue';
import type { LeaseStore } from './lease';
import type { MutationPipeline } from './mutation-pipeline';

export interface ChangeDependencies {
  readonly queue: KeyedQueue;
  readonly leases: LeaseStore;
  readonly pipeline: MutationPipeline;
  readonly clock: Clock;
  readonly targets: Targets;
}

/** Milliseconds to wait for another gateway's change of the same resource. */
export const LEASE_TIMEOUT_MS = 15_000;

/** Milliseconds that sending may take; a lease that ends sooner is none to send under. */
export const SEND_WINDOW_MS = 11_000;
