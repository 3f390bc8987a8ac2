/** Records of live updates: the messages of the subscriptions. */
import type { ResourceRef } from '../resources';
import type { ResourceEventRecord } from './resource-event';

export const GAP_REASONS = ['SLOW_READER', 'PRUNED'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** Positions of events that the subscriber did not get. */
export interface GapRecord {
  /** The position behind which events are missing. */
  readonly from: string;
  /** The position up to which events are missing. */
  readonly to: string;
  readonly reason: GapReason;
}

/** All events until the time have reached the subscriber. */
export interface HeartbeatRecord {
  /** The position of the newest event of the history. */
  readonly position: string;
  readonly time: Date;
  /** The time from which the heartbeat reports whether AWS's lists were watched; undefined from the first event on. */
  readonly since: Date | undefined;
}

export interface ResourceUpdateRecord {
  readonly ref: ResourceRef;
  /** Undefined in the first update, and in one that replaces updates that a slow reader missed. */
  readonly event: ResourceEventRecord | undefined;
}

export type ResourceEventMessageRecord = ResourceEventRecord | GapRecord | HeartbeatRecord;
export type ResourceMessageRecord = ResourceUpdateRecord | HeartbeatRecord;
