/** The options and the health of a service port, and the time `asOf` of its responses. */
import type { ServiceName } from '../../domain/services';
import type { CallLimits } from './call-limits';
import type { CallObserver } from './call-observer';
import type { BreakerState } from './circuit-breaker';
import type { InFlightRequests } from './in-flight-requests';
import type { ReadCache } from './read-cache';

export interface WithAsOf {
  /** The time of the AWS call. */
  readonly asOf: Date;
}

export interface PortOptions<Service extends ServiceName> {
  readonly service: Service;
  readonly target: string;
  /** The scope of the responses in a cache that several gateways share: service, region and role. */
  readonly scope: string;
  /** The configured calls per second, by operation. */
  readonly rateLimits: Readonly<Partial<Record<string, number>>>;
  readonly cache: ReadCache | undefined;
  /** Called before and after every change, to discard what other modules keep of the responses of the scope. */
  readonly onInvalidate?: ((scope: string) => void) | undefined;
  readonly observer: CallObserver | undefined;
  readonly limits: CallLimits;
  readonly inFlightRequests: InFlightRequests;
}

/** The state of a service in a target, for operators. */
export interface PortHealth {
  readonly service: ServiceName;
  readonly target: string;
  readonly breaker: BreakerState;
  /** Reads in flight. */
  readonly inFlight: number;
  /** Reads in the queue of the concurrency limiter. */
  readonly queued: number;
}
