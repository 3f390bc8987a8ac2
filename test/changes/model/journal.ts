// The entries of the simulated call log of AWS.
import type { Status } from './kinds';

export interface Read {
  readonly request: string;
  readonly job: string;
  readonly status: Status;
  readonly step: number;
  /** True if the request did not accept a cached response. */
  readonly isFresh: boolean;
  /** True once the gateway received the response. */
  isReceived: boolean;
}

export interface Update {
  readonly request: string;
  readonly job: string;
  readonly to: Status;
  readonly step: number;
  readonly time: number;
  /** When the replica requested the lease of this update; undefined if the store held no lease of this replica. */
  readonly leaseRequested: number | undefined;
  /** True if the audit trail contained an intent. */
  readonly isInTrail: boolean;
  /** True if the client token is a key that the store has marked as sending. */
  readonly isKeyTaken: boolean;
  /** The status in AWS when the update arrived. */
  arrival?: { readonly status: Status; readonly step: number };
  accepted: boolean;
  carriedOut: boolean;
  /** The result that AWS reported to the gateway, and when, even if the replica was dead by then. */
  reported?: { readonly result: 'ACCEPTED' | 'REJECTED' | 'NOTHING'; readonly step: number };
}

/** A status change in AWS for which no change of the gateway was waiting. */
export interface ExternalChange {
  readonly job: string;
  readonly step: number;
}
