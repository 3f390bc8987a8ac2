// What AWS of the model writes down.
import type { Status } from './kinds';

export interface Read {
  readonly request: string;
  readonly job: string;
  readonly status: Status;
  readonly step: number;
  /** Whether an answer from a cache would not have done. */
  readonly isFresh: boolean;
  isHeard: boolean;
}

export interface Update {
  readonly request: string;
  readonly job: string;
  readonly to: Status;
  readonly step: number;
  readonly time: number;
  /** When the lease under which it left was asked for; undefined when the store had none of this replica's. */
  readonly leaseRequested: number | undefined;
  /** Whether there was an intent in the trail. */
  readonly isInTrail: boolean;
  /** Whether its client token is a key that the store has as one that is being sent for. */
  readonly isKeyTaken: boolean;
  /** What AWS had when it arrived. */
  found?: { readonly status: Status; readonly step: number };
  accepted: boolean;
  carriedOut: boolean;
  /** What the gateway was told, and when, whether or not it was still there to hear it. */
  told?: { readonly answer: 'YES' | 'NO' | 'NOTHING'; readonly step: number };
}

/** A change that AWS made when no change of the gateway's was waiting for it. */
export interface Surprise {
  readonly job: string;
  readonly step: number;
}
