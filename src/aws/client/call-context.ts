/** On whose behalf AWS is called, and within which bounds. */
import type { Logger } from 'pino';
import type { AwsUsage } from './usage';
import type { CallBudget } from './call-budget';
import type { Principal } from '../../domain/principal';

export interface CallContext {
  /** Ends reads, but never a change: the request's deadline has passed or its client has gone away. */
  readonly signal: AbortSignal;
  /** When the request came, by `performance.now()`. */
  readonly arrivedAt: number;
  /** Who asks. Answers are shared between requests of one principal only, and CloudTrail shows the name where a role is assumed. */
  readonly principal: Principal;
  readonly usage: AwsUsage;
  /** Its lines carry the id of the request. */
  readonly log: Logger;
  /** For reads; those that belong to a change have none, for a change that has begun is seen to its end. */
  readonly budget: CallBudget | undefined;
  /** How old a cached answer may be; at 0 AWS is asked anew, and nobody's answer is shared. */
  readonly maxAgeSeconds: number;
  /** The look at what a change has done: AWS is asked though it seems to be down, for the answer would be less true without. */
  readonly bypassBreaker?: boolean;
  /** The network address that the request came from. */
  readonly sourceAddress: string | undefined;
  /** Takes note of what AWS calls the change that is sent, by which CloudTrail finds it. */
  readonly receipt?: { requestId?: string | undefined };
  /** By `performance.now()`: a change that has not left by then is not sent any more. */
  readonly sendBefore?: number;
}

/** The same caller and bill for a change's read, which must show what is so now. */
export function withFreshReads(call: CallContext, signal = call.signal): CallContext {
  return { ...call, signal, maxAgeSeconds: 0, budget: undefined };
}
