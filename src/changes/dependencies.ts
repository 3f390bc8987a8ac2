/** The dependencies that all changes of a gateway share. */
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
