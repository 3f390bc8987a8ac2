/** What every resource's loaders need of the request and the process. */
import type { Cursors } from '../paging/cursors';
import type { Targets } from '../targets';
import type { RequestMemory } from './request-memory';

export interface RequestAccess {
  readonly targets: Targets;
  readonly cursors: Cursors;
  /** Aborts the request's reads: its deadline has passed or the client has gone away. */
  readonly signal: AbortSignal;
}

export interface LoaderAccess extends RequestAccess {
  readonly memory: RequestMemory;
}

/** Arguments that all connections take. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null | undefined;
}

/** Arguments of connections over targets. */
export interface ConnectionArguments extends PageArguments {
  /** Names of targets; all that have the service when left out. */
  readonly targets?: readonly string[] | null | undefined;
}
