/** The messages of live updates between the gateway, the leading tab and the other tabs. */
import type { GatewayError } from '../relay/gateway-error';
import type { ResourceKind } from './__generated__/gateway_event.graphql';

/** A change of a resource. */
export interface LiveEvent {
  /** An opaque string, unique among all events. */
  readonly position: string;
  readonly type: 'CREATED' | 'CHANGED' | 'DISAPPEARED';
  readonly resourceId: string;
  readonly kind: ResourceKind;
  /** The name of the target; undefined when it no longer exists. */
  readonly target: string | undefined;
  readonly observedAt: string;
  /** The fields that changed; of a new resource all fields with a value. */
  readonly changes: readonly { readonly field: string; readonly after: string | null | undefined }[];
}

/** A list of AWS that the gateway does not watch without gaps: changes of other clients of AWS may be missing. */
export interface UnwatchedList {
  readonly kind: ResourceKind;
  readonly target: string;
}

export type LiveStatus =
  | { readonly phase: 'CONNECTING' }
  | { readonly phase: 'LIVE'; readonly unwatched: readonly UnwatchedList[] }
  /** `since` in milliseconds since 1970. */
  | { readonly phase: 'PAUSED'; readonly since: number }
  /** Streams do not come through, and queries do. */
  | { readonly phase: 'POLLING'; readonly unwatched: readonly UnwatchedList[] }
  /** The gateway keeps no history. */
  | { readonly phase: 'OFF' }
  /** The gateway refused, and would refuse again. */
  | { readonly phase: 'STOPPED'; readonly reason: string };

/** A message that the leading tab receives from the gateway. `position` is undefined as long as no event is known. */
export type Message =
  /** All events between the message before and `position`; without events it is a heartbeat. */
  | { readonly kind: 'EVENTS'; readonly position: string | undefined; readonly events: readonly LiveEvent[] }
  /** Events up to `position` are missing. */
  | { readonly kind: 'MISSED'; readonly position: string | undefined };

/** A message of a stream; a heartbeat has the lists that the gateway does not watch. */
export type StreamMessage = Message & { readonly unwatched?: readonly UnwatchedList[] };

/** A place in the history: behind the cursor `after`, or at the time `since`. A cursor belongs to its time. */
export interface Place {
  readonly since: string;
  readonly after: string | undefined;
}

/** The events of a query of the history. */
export interface Polled {
  readonly events: readonly LiveEvent[];
  readonly unwatched: readonly UnwatchedList[];
  /** Undefined when there are no events. */
  readonly cursor: string | undefined;
  readonly hasMore: boolean;
}

/** The requests of the leading tab. */
export interface Gateway {
  /** Reads the events behind a place. Throws GatewayError. */
  readonly poll: (from: Place) => Promise<Polled>;
  /** Opens a stream behind a position. Returns the function that closes it, after which nobody is called. */
  readonly open: (
    after: string | undefined,
    observer: {
      readonly next: (message: StreamMessage) => void;
      readonly ended: (error: GatewayError) => void;
    },
  ) => () => void;
}

/** An event, with the time when the browser received it, in milliseconds since 1970. */
export interface RecentEvent {
  readonly at: number;
  readonly event: LiveEvent;
}

/**
 * The signals between the tabs of a browser. Those of the leading tab have its `term`, the time since which it leads: tabs ignore
 * a tab that was replaced while the browser had frozen it.
 */
export type Signal =
  /** `previous` is the position of the message before. A tab without this position has missed messages. */
  | {
      readonly kind: 'MESSAGE';
      readonly term: number;
      readonly previous: string | undefined;
      readonly message: Message;
    }
  | { readonly kind: 'STATUS'; readonly term: number; readonly status: LiveStatus }
  /** A question to the leading tab. */
  | { readonly kind: 'HELLO' }
  /** The answer of the leading tab. */
  | {
      readonly kind: 'WELCOME';
      readonly term: number;
      readonly status: LiveStatus;
      readonly position: string | undefined;
      readonly recent: readonly RecentEvent[];
    }
  | { readonly kind: 'RESTART' };
