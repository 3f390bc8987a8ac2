/** The context of AWS calls: the caller, and the limits of the request. */
import type { Logger } from 'pino';
import type { AwsUsage } from './usage';
import type { CallBudget } from './call-budget';
import type { Principal } from '../../domain/principal';

export interface CallContext {
  /** Aborts at the deadline of the request and when its client disconnects. It aborts reads, but never a change. */
  readonly signal: AbortSignal;
  /** The arrival of the request, on the clock of `performance.now()`. */
  readonly arrivedAt: number;
  /** The caller. Only requests of one principal share responses. CloudTrail shows the name for assumed roles. */
  readonly principal: Principal;
  readonly usage: AwsUsage;
  /** A logger that adds the id of the request. */
  readonly log: Logger;
  /** The budget of reads. Reads of a change have none, because the gateway completes every change that it has started. */
  readonly budget: CallBudget | undefined;
  /** The maximum age of a cached response, in seconds; at 0 every read calls AWS and shares no response. */
  readonly maxAgeSeconds: number;
  /** True for the read that verifies a change: it calls AWS even while the circuit breaker is open. */
  readonly bypassBreaker?: boolean;
  /** The IP address of the client. */
  readonly sourceAddress: string | undefined;
  /** Receives the AWS request id of a change, which identifies the call in CloudTrail. */
  readonly receipt?: { requestId?: string | undefined };
  /** The deadline for sending a change, on the clock of `performance.now()`. */
  readonly sendBefore?: number;
}

/** The context for the reads of a change: same caller and usage, but no cache and no call budget. */
export function withFreshReads(call: CallContext, signal = call.signal): CallContext {
  return { ...call, signal, maxAgeSeconds: 0, budget: undefined };
}
